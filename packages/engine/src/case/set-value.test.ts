import { expect, test } from 'vitest';
import { problemsOf } from '../testing/problems.ts';
import { setValue } from './set-value.ts';

test.each([
  ['a=1.5 mm', {}, { a: '1.5 mm' }],
  ['a.b.c=x', { a: { d: 1 } }, { a: { d: 1, b: { c: 'x' } } }],
  ['zones[0].depth=1 mm', { zones: [{ name: 'chin' }] }, { zones: [{ name: 'chin', depth: '1 mm' }] }],
  ['zones[1].depth=1 mm', { zones: [{ name: 'chin' }] }, { zones: [{ name: 'chin' }, { depth: '1 mm' }] }],
  ['list[0]=x', {}, { list: ['x'] }],
  ['list.0=x', { list: ['a', 'b'] }, { list: ['x', 'b'] }],
  ['a.b=x', { a: 'text' }, { a: { b: 'x' } }],
  ['reason=a = b', {}, { reason: 'a = b' }],
  ['title=', { title: 'x' }, { title: '' }],
])('%s', (assignment, document, expected) => {
  expect(setValue(document, assignment)).toEqual(expected);
});

test.each([
  ['n=4', 4],
  ['n=-2.5', -2.5],
  ['n=true', true],
  ['n=null', null],
  ['n=4 mm', '4 mm'],
  ['n=1e3', '1e3'],
  ['n=yes', 'yes'],
  ['n="4"', '4'],
  ['n="true"', 'true'],
])('%s is read as %j', (assignment, value) => {
  expect(setValue({}, assignment)).toEqual({ n: value });
});

test('the document itself is left alone, what is not on the path is shared', () => {
  const document = Object.freeze({ a: Object.freeze({ b: 1 }), c: Object.freeze({ d: 2 }) });
  const changed = setValue(document, 'a.b=3');
  expect(document).toEqual({ a: { b: 1 }, c: { d: 2 } });
  expect(Reflect.get(Object(changed), 'c')).toBe(document.c);
});

test('a key named __proto__ sets nothing but itself', () => {
  setValue({}, '__proto__.polluted=yes');
  expect('polluted' in {}).toBe(false);
});

test.each(['age', '=3', ''])('"%s" is no assignment', (assignment) => {
  expect(problemsOf(() => setValue({}, assignment))).toMatchObject([
    { path: '--set', allowed: 'PATH=VALUE', remedy: expect.stringContaining('--set') },
  ]);
});

test('lists and objects are read as JSON; what only begins like one is refused', () => {
  expect(setValue({ measured: [1] }, 'measured=[]')).toEqual({ measured: [] });
  expect(setValue({}, 'site={"touches":["mole"]}')).toEqual({ site: { touches: ['mole'] } });
  expect(setValue({}, 'title="[draft]"')).toEqual({ title: '[draft]' });
  expect(() => setValue({}, 'measured=[')).toThrow(/begins like a list/);
});
