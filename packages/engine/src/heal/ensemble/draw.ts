import { acceptedDraws } from '../calibration/accepted-draws.ts';
import { jointValues } from '../calibration/joint-draw.ts';
import { heal } from '../heal.ts';
import type { HealValues } from '../heal-stage.ts';
import type { HealInput } from '../result/healing.ts';
import { brokenGain, unresolved } from '../stability/broken-rule.ts';
import { summarise, type HealingSummary } from '../summary/summary.ts';
import { followedSeries, type FollowedQuantity } from './followed-quantity.ts';

/** What one draw came to: the rule that refused it, or its course. Plain data, so that it can come from a thread. */
export type DrawOutcome =
  | { readonly refusedBy: string }
  | {
      readonly refusedBy: undefined;
      readonly times: Float64Array;
      readonly series: Readonly<Record<FollowedQuantity, Float64Array>>;
      readonly summary: HealingSummary;
    };

export interface DrawOptions {
  /** Chooses among the accepted draws where not all are asked for. */
  readonly seed: number;
  /** Values that no draw changes. */
  readonly fixed: Partial<HealValues>;
  /** Times after the first session at which the matrix is compared with rest, s. */
  readonly times: readonly number[];
  readonly signal?: AbortSignal;
}

/** Values of the draw at place `k` of an ensemble: accepted draws in their order, from a place that the seed sets. */
export const calibratedValues = (seed: number, k: number, fixed: Partial<HealValues>): HealValues =>
  jointValues(acceptedDraws[(seed + k) % acceptedDraws.length], fixed);

/** Heals one zone at the draw of place `k`. `inputOf` gives the zone for the values of a draw. */
export const healDraw = (
  inputOf: (values: HealValues) => HealInput,
  k: number,
  { seed, fixed, times, signal }: DrawOptions,
): DrawOutcome => {
  const values = calibratedValues(seed, k, fixed);
  // Accepted draws keep the rules; what is fixed by hand may not.
  const broken = brokenGain(values);
  if (broken !== undefined) return { refusedBy: broken.rule };
  const input = inputOf(values);
  const healing = heal(input, values, signal === undefined ? {} : { signal });
  const rule = unresolved(healing);
  if (rule !== undefined) return { refusedBy: rule.rule };
  return {
    refusedBy: undefined,
    times: Float64Array.from(healing.times),
    series: followedSeries(healing, values),
    summary: summarise(healing, values, input.place, times),
  };
};
