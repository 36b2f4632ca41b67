import type { Rates } from '../rates.ts';
import { species } from '../species/species-list.ts';
import { speciesIds, termIds, type Local } from '../species/species.ts';
import { terms } from '../terms/term-list.ts';

/** A place with nothing in it. */
export const emptyLocal = (): Local => {
  const names = [...speciesIds, ...termIds];
  // Object.fromEntries forgets the names of the keys.
  return Object.fromEntries(names.map((name) => [name, 0])) as Local;
};

/** Reads one place out of the field and works out its shared terms. States below 0 count as 0. */
export const readLocal = (s: Local, y: Float64Array, at: number, p: Rates): void => {
  for (let i = 0; i < speciesIds.length; i += 1) {
    const id = speciesIds[i];
    const value = y[at + i];
    s[id] = value > 0 ? value : 0;
  }
  for (const term of terms) s[term.id] = term.value(s, p);
};

/** Rates of reaction of one place, 1/s. */
export const addReactions = (s: Local, out: Float64Array, at: number, p: Rates): void => {
  for (let i = 0; i < species.length; i += 1) out[at + i] = species[i].rate(s, p);
};
