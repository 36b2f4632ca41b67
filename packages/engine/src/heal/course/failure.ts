import { NotConverged } from '../../error.ts';
import type { Tissue } from '../geometry/tissue.ts';
import { mostClamped } from './tolerance.ts';
import type { Healing } from '../result/healing.ts';
import { speciesIds } from '../species/species.ts';

const width = speciesIds.length;
/** Quadrature and integration leave the gain this far above a bound that it meets. */
const boundTolerance = 1e-5;

/** What went wrong at one value of the field, with its species and place. */
export const failureAt = (index: number, time: number, tissue: Tissue, what: string): NotConverged => {
  const place = Math.floor(index / width);
  const { count } = tissue.radial;
  const where = `${speciesIds[index % width]} in ring ${place % count} of layer ${Math.floor(place / count)}`;
  return new NotConverged('heal', `${where} ${what}`, time);
};

/** Sets what rounding has left below 0 to 0, in place; throws NotConverged where it is more than rounding. */
export const clamp = (y: Float64Array, time: number, tissue: Tissue): void => {
  y.forEach((value, i) => {
    if (value >= 0) return;
    if (value < -mostClamped) throw failureAt(i, time, tissue, `fell to ${value}`);
    y[i] = 0;
  });
};

/** (heal.12) Throws NotConverged where collagen was gained that nothing can have made. */
export const checkBound = ({
  balance,
  times,
  layers,
}: Pick<Healing, 'balance' | 'times' | 'layers'>): void => {
  balance.gain.forEach((gain, i) => {
    const bound = balance.bound[i];
    if (gain <= bound + boundTolerance) return;
    const text = `collagen gained ${gain} in layer ${i % layers}, above its bound ${bound}`;
    throw new NotConverged('heal', text, times[Math.floor(i / layers)]);
  });
};
