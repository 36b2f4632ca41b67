// Writes out the loop over species and terms that every evaluation of healing runs: an engine compiles straight lines
// with one call each to code six times as fast as calls through a list, and the bits are the same.
//   node tools/heal/generate-reactions.ts           writes packages/engine/src/heal/integrate/local.ts
//   node tools/heal/generate-reactions.ts --check   compares
import { writeFileSync } from 'node:fs';
import { speciesIds, termIds } from '../../packages/engine/src/heal/species/species.ts';
import { isMain, readText, report, root } from '../sources.ts';

const target = 'packages/engine/src/heal/integrate/local.ts';

const lines = (of: (id: string, i: number) => string, ids: readonly string[]): string =>
  ids.map((id, i) => of(id, i)).join('\n');

/** The generated file. */
export const reactionsText =
  (): string => `// Made by tools/heal/generate-reactions.ts from the lists of species and terms; do not edit.
import type { Rates } from '../rates.ts';
import { indexOf, species } from '../species/species-list.ts';
import type { Local, SpeciesId, TermId } from '../species/species.ts';
import { terms } from '../terms/term-list.ts';

type Value = (s: Local, p: Rates) => number;

const rateOf = (id: SpeciesId): Value => species[indexOf[id]].rate;

const termOf = (id: TermId): Value => {
  const found = terms.find((term) => term.id === id);
  if (found === undefined) throw new RangeError(\`no term file for \${id}\`);
  return found.value;
};

${lines((id) => `const rate${id} = rateOf('${id}');`, speciesIds)}

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

/** Rates of reaction of one place, 1/s. */
export const addReactions = (s: Local, out: Float64Array, at: number, p: Rates): void => {
${lines((id, i) => `  out[at${i === 0 ? '' : ` + ${i}`}] = rate${id}(s, p);`, speciesIds)}
};
`;

const main = (): void => {
  const text = reactionsText();
  if (!process.argv.includes('--check')) return writeFileSync(`${root}/${target}`, text);
  report(
    'reactions',
    readText(target) === text ? [] : [`${target} does not belong to the lists of species and terms`],
  );
};

if (isMain(import.meta.url)) main();
