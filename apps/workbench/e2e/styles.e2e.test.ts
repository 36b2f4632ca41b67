import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { siteFolder } from '../../cli/src/serve/build-site.ts';

const modules = JSON.parse(readFileSync(join(siteFolder, 'module-graph.json'), 'utf8')).flatMap(
  (chunk: { readonly modules: readonly string[] }) => chunk.modules,
);

/** Names that a pattern finds among the modules of the site, each once. */
const named = (pattern: RegExp): string[] =>
  [...new Set<string>(modules.flatMap((path: string) => pattern.exec(path)?.[1] ?? []))].toSorted();

/** Styles of the page itself, which belong to no component. */
const ofThePage = new Set(['baseline', 'default-css-variables', 'global']);

test('the site has the styles of those components of Mantine that are in it, and no others', () => {
  // A component that has looks brings a module with the names of its classes.
  const components = named(/@mantine\/core\/esm\/.*\/(\w+)\.module\.mjs$/);
  expect(components).toContain('Button');
  const styles = named(/@mantine\/core\/styles\/([\w-]+)\.css$/);
  expect(styles.filter((name) => !ofThePage.has(name))).toEqual(components);
});
