import { studentQuantile } from '@percuta/numerics';
import type { Effect } from '../effect/effect.ts';
import { pool } from '../random/pool.ts';
import { fewestStudiesForAsymmetry } from './asymmetry.ts';

/** What a funnel plot shows: effects against their standard errors, and the cone where sampling error alone puts them. */
export interface Funnel {
  readonly centre: number;
  readonly points: readonly { readonly id: string; readonly estimate: number; readonly se: number }[];
  /** centre ± slope × standard error, for each level. */
  readonly cones: readonly { readonly level: number; readonly slope: number }[];
  readonly hasFewStudies: boolean;
}

/** The cone stands on the common-effect mean unless another centre is given. */
export function funnelOf(
  effects: readonly Effect[],
  {
    levels = [0.9, 0.95, 0.99],
    centre = commonMean(effects),
  }: { levels?: readonly number[]; centre?: number } = {},
): Funnel {
  return {
    centre,
    points: effects.map(({ id, estimate, variance }) => ({ id, estimate, se: Math.sqrt(variance) })),
    cones: levels.map((level) => ({ level, slope: studentQuantile((1 + level) / 2, Infinity) })),
    hasFewStudies: new Set(effects.map(({ study }) => study)).size < fewestStudiesForAsymmetry,
  };
}

function commonMean(effects: readonly Effect[]): number {
  return pool(effects, { method: 'CE', interval: 'normal' }).mean.estimate;
}
