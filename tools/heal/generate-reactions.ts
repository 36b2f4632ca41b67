// Writes out the loop over species and terms that every evaluation of healing runs: an engine compiles straight lines
// with one call each to code six times as fast as calls through a list, and the bits are the same. The reactions
// themselves become kernels, written out of the equations as they stand.
//   node tools/heal/generate-reactions.ts           writes heal/integrate/local.ts and the reactions in heal/kernels
//   node tools/heal/generate-reactions.ts --check   compares
import { writeFileSync } from 'node:fs';
import { speciesIds, termIds } from '../../packages/engine/src/heal/species/species.ts';
import { isMain, readText, report, root } from '../sources.ts';
import { reactionKernelFiles } from './kernel/reaction-kernels.ts';

const heal = 'packages/engine/src/heal';

const lines = (of: (id: string, i: number) => string, ids: readonly string[]): string =>
  ids.map((id, i) => of(id, i)).join('\n');

/** The loop over the terms of one place. */
const reactionsText =
  (): string => `// Made by tools/heal/generate-reactions.ts from the lists of species and terms; do not edit.
import type { Rates } from '../rates.ts';
import type { Local, TermId } from '../species/species.ts';
import { terms } from '../terms/term-list.ts';

type Value = (s: Local, p: Rates) => number;

const termOf = (id: TermId): Value => {
  const found = terms.find((term) => term.id === id);
  if (found === undefined) throw new RangeError(\`no term file for \${id}\`);
  return found.value;
};

${lines((id) => `const term${id} = termOf('${id}');`, termIds)}

/** A place with nothing in it. */
export const emptyLocal = (): Local => ({
${lines((id) => `  ${id}: 0,`, [...speciesIds, ...termIds])}
});

const above = (value: number): number => (value > 0 ? value : 0);

/** Reads one place out of the field and works out its shared terms. States below 0 count as 0. */
export const readLocal = (s: Local, y: Float64Array, at: number, p: Rates): void => {
${lines((id, i) => `  s.${id} = above(y[at${i === 0 ? '' : ` + ${i}`}]);`, speciesIds)}
${lines((id) => `  s.${id} = term${id}(s, p);`, termIds)}
};
`;

const generated = (): Record<string, string> => ({
  [`${heal}/integrate/local.ts`]: reactionsText(),
  ...Object.fromEntries(
    Object.entries(reactionKernelFiles()).map(([name, text]) => [`${heal}/kernels/${name}`, text]),
  ),
});

const main = (): void => {
  const files = Object.entries(generated());
  if (!process.argv.includes('--check')) {
    for (const [path, text] of files) writeFileSync(`${root}/${path}`, text);
    return;
  }
  report(
    'reactions',
    files
      .filter(([path, text]) => readText(path) !== text)
      .map(([path]) => `${path} does not belong to the equations of species and terms`),
  );
};

if (isMain(import.meta.url)) main();
