import type { HealValues } from '../heal-stage.ts';
import { valuesAtDraw } from '../ensemble/draw-values.ts';
import { seed, surfaceConstants } from './targets.ts';

/** Two tries that make a draw: one gives what only the surface knows, the other everything else. */
export interface Tries {
  readonly tissue: number;
  readonly surface: number;
}

/** Tries of the surface have a stream of their own. */
export const surfaceSeed = seed + 1;

/** Values of a draw. The two parts meet different conditions, and no condition depends on both. */
export const jointValues = ({ tissue, surface }: Tries, fixed: Partial<HealValues> = {}): HealValues => {
  const above = valuesAtDraw(surfaceSeed, surface, {});
  const own = Object.fromEntries(Object.entries(above).filter(([name]) => surfaceConstants.has(name)));
  return valuesAtDraw(seed, tissue, { ...own, ...fixed });
};
