import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readWorkspace, root, type Package } from '../sources.ts';
import { page, table } from './markdown.ts';

/** So that each package comes after those it builds on; the order in which to read them. */
const inReadingOrder = (packages: readonly Package[]): Package[] => {
  const left = [...packages].sort((a, b) => (a.name < b.name ? 1 : -1));
  const done: Package[] = [];
  while (left.length > 0) {
    const isReady = ({ dependencies }: Package): boolean =>
      dependencies.every((name) => left.every((other) => other.name !== name));
    const next = left.findIndex(isReady);
    if (next < 0) throw new RangeError('packages depend on each other in a circle');
    done.push(...left.splice(next, 1));
  }
  return done;
};

const rowOf = ({ name, folder, description, dependencies }: Package): string[] => {
  const readme = `${folder}/README.md`;
  const inside = dependencies
    .filter((it) => it.startsWith('@percuta/'))
    .map((it) => it.slice('@percuta/'.length));
  const outside = dependencies.filter((it) => !it.startsWith('@percuta/'));
  return [
    existsSync(join(root, readme)) ? `[${name}](../../${readme})` : name,
    description,
    inside.sort().join(', '),
    outside.sort().join(', '),
  ];
};

export const packagesPage = (): string =>
  page(
    'Packages',
    'In reading order: each comes after those it builds on. `tools/check-layers.ts` holds the directions.',
    table(
      ['package', 'what it holds', 'builds on', 'from npm'],
      inReadingOrder(readWorkspace().packages).map(rowOf),
    ),
  );
