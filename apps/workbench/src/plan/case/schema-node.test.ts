import { expect, test } from 'vitest';
import words from '../words.en.json' with { type: 'json' };
import { branchesOf, caseNode, fieldsOf, type SchemaNode } from './schema-node.ts';

const wordAt = (path: readonly string[]): unknown =>
  path.reduce<unknown>(
    (found, key) => (typeof found === 'object' && found !== null ? Reflect.get(found, key) : undefined),
    words.field,
  );

/** Where the form looks for the word of each field: of a group under "self". */
const labelled = (node: SchemaNode, path: readonly string[] = []): (readonly string[])[] =>
  fieldsOf(node).flatMap(([key, child]) => {
    const here = [...path, key];
    const inner = [child, ...branchesOf(child), child.items ?? {}].filter(({ properties }) => properties);
    const isGroup = inner.length > 0 || key === 'screening';
    return [isGroup ? [...here, 'self'] : here, ...inner.flatMap((each) => labelled(each, here))];
  });

test('every field of a case has a word in the catalogue', () => {
  const paths = labelled(caseNode());
  expect(paths.length).toBeGreaterThan(30);
  expect(paths.filter((path) => typeof wordAt(path) !== 'string').map((path) => path.join('.'))).toEqual([]);
});
