import type { Skin } from '../skin/skin.ts';
import { heatArray, type ArrayHeating } from './array/array-heating.ts';
import type { Energy } from './array/shot/shot.ts';
import type { HeatValues } from './material/tissue.ts';
import type { Watch } from './watch.ts';

/** Skin that no energy reached: body temperature everywhere, and no damage. */
export interface Unheated {
  readonly kind: 'unheated';
  /** K. */
  readonly temperature: number;
  readonly reason: 'no energy is set' | 'no needle enters the skin';
}

/** What the stage gives for a zone. */
export type SkinHeating = Unheated | ArrayHeating;

/** What the heat of a zone is worked out from; SI. */
export interface HeatInput {
  /** Undefined for needles alone. */
  readonly energy: Energy | undefined;
  readonly skin: Pick<Skin, 'stratumCorneum' | 'epidermis' | 'dermis'>;
  /** Of the tips below the surface, m. */
  readonly depth: number;
  readonly values: HeatValues;
}

/**
 * Heats the skin around needles at their depth. Without energy nothing is solved: the skin stays as it was. Throws
 * BadInput where needles do not fit, SolverFailed without convergence.
 */
export const heatSkin = ({ energy, ...input }: HeatInput, watch: Watch = {}): SkinHeating => {
  const { bodyTemperature: temperature } = input.values;
  if (energy === undefined) return { kind: 'unheated', temperature, reason: 'no energy is set' };
  if (input.depth <= 0) return { kind: 'unheated', temperature, reason: 'no needle enters the skin' };
  return heatArray({ energy, ...input }, watch);
};
