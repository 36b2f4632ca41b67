import type { Tissue } from '../geometry/tissue.ts';
import { emptyLocal, readLocal } from '../integrate/local.ts';
import type { Rates } from '../rates.ts';
import { species } from '../species/species-list.ts';
import { speciesIds, type Wound } from '../species/species.ts';

const width = speciesIds.length;

/** (heal.6) Applies a wound to the field, in place; `at` gives it for a place, or nothing where there is none. */
export const injure = (
  y: Float64Array,
  tissue: Tissue,
  at: (ring: number, layer: number) => Wound | undefined,
  p: Rates,
): void => {
  const s = emptyLocal();
  const { count } = tissue.radial;
  for (let place = 0; place < tissue.places; place += 1) {
    const wound = at(place % count, Math.floor(place / count));
    if (wound === undefined) continue;
    readLocal(s, y, place * width, p);
    species.forEach((one, i) => {
      if (one.wounded !== undefined) y[place * width + i] = one.wounded(s, wound, p);
    });
  }
};

/**
 * (heal.7) Channels of the next session fall at uncorrelated places, so every field of a layer becomes its area mean,
 * in place: means are exact, the pattern is forgotten.
 */
export const levelOut = (y: Float64Array, { radial, layers }: Tissue): void => {
  const { count, areas } = radial;
  const total = areas.reduce((sum, area) => sum + area, 0);
  for (let layer = 0; layer < layers; layer += 1) {
    for (let i = 0; i < width; i += 1) {
      const at = (ring: number): number => (layer * count + ring) * width + i;
      let sum = 0;
      for (let k = 0; k < count; k += 1) sum += areas[k] * y[at(k)];
      for (let k = 0; k < count; k += 1) y[at(k)] = sum / total;
    }
  }
};
