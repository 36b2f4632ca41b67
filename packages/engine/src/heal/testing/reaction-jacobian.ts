import type { Rates } from '../rates.ts';
import { indexOf, species } from '../species/species-list.ts';
import { speciesIds, type Local, type Slopes, type SpeciesId, type TermId } from '../species/species.ts';
import { emptyLocal } from '../integrate/local.ts';
import { terms } from '../terms/term-list.ts';

const width = speciesIds.length;

const isState = (name: string): boolean => Object.hasOwn(indexOf, name);

/** Adds the derivatives of one quantity to a row over the states; those of terms come in through their own rows. */
const gather = (slopes: Slopes, row: Float64Array, rows: ReadonlyMap<string, Float64Array>): void => {
  for (const name in slopes) {
    const slope = slopes[name as SpeciesId | TermId] ?? 0;
    if (slope === 0) continue;
    if (isState(name)) {
      const i = indexOf[name];
      row[i] += slope;
      continue;
    }
    const inner = rows.get(name);
    if (inner === undefined) continue;
    for (let i = 0; i < width; i += 1) row[i] += slope * inner[i];
  }
};

/** Which rates can depend on which states: (i, j) for the rate of i and the state j, through whatever shared terms. */
export const reactionPattern = (p: Rates): ((i: number, j: number) => boolean) => {
  const s = emptyLocal();
  const reached = new Map<string, ReadonlySet<string>>();
  const statesOf = (slopes: Slopes): ReadonlySet<string> =>
    new Set(Object.keys(slopes).flatMap((name) => (isState(name) ? [name] : [...(reached.get(name) ?? [])])));
  // Which derivatives an equation gives does not depend on where.
  for (const term of terms) reached.set(term.id, statesOf(term.slopes(s, p)));
  const rows = species.map((one) => statesOf(one.slopes(s, p)));
  return (i, j) => rows[i]?.has(speciesIds[j] ?? '') ?? false;
};

/** Works out ∂(rates of one place)/∂(its states), 1/s, row after row, by the chain rule over the shared terms. */
export const createReactionJacobian = (): ((
  s: Local,
  y: Float64Array,
  at: number,
  p: Rates,
) => Float64Array) => {
  const rows = new Map(terms.map(({ id }) => [id as string, new Float64Array(width)]));
  const matrix = new Float64Array(width * width);
  const rates = species.map((_, i) => matrix.subarray(i * width, (i + 1) * width));
  return (s, y, at, p) => {
    for (const term of terms) {
      const row = rows.get(term.id);
      row?.fill(0);
      if (row !== undefined) gather(term.slopes(s, p), row, rows);
    }
    matrix.fill(0);
    species.forEach((one, i) => gather(one.slopes(s, p), rates[i], rows));
    // A state below 0 is read as 0, so nothing depends on it.
    for (let j = 0; j < width; j += 1) {
      if (y[at + j] >= 0) continue;
      for (let i = 0; i < width; i += 1) matrix[i * width + j] = 0;
    }
    return matrix;
  };
};
