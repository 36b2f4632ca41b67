import { expect, test } from 'vitest';
import { pathText, valueAt, withValue } from './document.ts';

const document = { person: { age: '34 years' }, devices: ['a'] };

test('a value is set in a copy, the rest is shared', () => {
  const next = withValue(document, ['person', 'age'], '35 years');
  expect(next).toEqual({ person: { age: '35 years' }, devices: ['a'] });
  expect(document.person.age).toBe('34 years');
  expect(valueAt(next, ['devices'])).toBe(document.devices);
});

test('undefined takes a key away, and sets nothing where nothing was', () => {
  expect(withValue(document, ['person', 'age'], undefined)).toEqual({ person: {}, devices: ['a'] });
  expect(withValue({}, ['limits', 'x'], 1)).toEqual({ limits: { x: 1 } });
});

test('lists and paths', () => {
  expect(withValue(document, ['devices', 1], 'b')).toEqual({ ...document, devices: ['a', 'b'] });
  expect(pathText(['measured', 0, 'value'])).toBe('measured[0].value');
});
