import { expect, test } from 'vitest';
import { setValue } from '@percuta/engine';
import { fieldsOf, groupsOf } from './fields.ts';

const document = { kind: 'k', version: 1, a: { b: '1 mm', list: [{ c: 2 }, '3 s'] }, d: true };

test('every value has the path that setting it takes', () => {
  const fields = fieldsOf(document);
  expect(fields.map(({ path }) => path)).toEqual(['kind', 'version', 'a.b', 'a.list[0].c', 'a.list[1]', 'd']);
  for (const { path, text } of fields) {
    const quoted = path === 'kind' ? 'k' : text;
    expect(setValue(document, `${path}=${quoted}`)).toEqual(document);
  }
});

test('what a document is cannot be changed', () => {
  expect([...groupsOf(document).keys()]).toEqual(['a', 'd']);
});
