import { expect, test, vi } from 'vitest';
import { catalogue } from './catalogue.ts';

const files = [{ id: 'b' }, { id: 'a' }];

test('files are read when asked for, once', () => {
  const read = vi.fn((file: unknown) => ({ file }));
  const { get, all } = catalogue(['a', 'b'], files, read);
  expect(read).toHaveBeenCalledTimes(0);
  expect(get('b')).toBe(get('b'));
  expect(read).toHaveBeenCalledTimes(1);
  expect(all().map(({ file }) => file)).toEqual([{ id: 'a' }, { id: 'b' }]);
  expect(read).toHaveBeenCalledTimes(2);
});

test('an id without a file throws', () => {
  expect(() => catalogue(['a', 'c'], files, String).get('c')).toThrow(/"c"/);
});
