import { isPercutaError } from '../../error.ts';
import { acceptedDraws } from '../calibration/accepted-draws.ts';
import { jointValues } from '../calibration/joint-draw.ts';
import { heal } from '../heal.ts';
import type { HealValues } from '../heal-stage.ts';
import type { Healing, HealInput, HealOptions } from '../result/healing.ts';
import { brokenGain, unresolved } from '../stability/broken-rule.ts';
import { summarise, type HealingSummary } from '../summary/summary.ts';
import { cutsOf, type Cuts } from './closure.ts';
import { followedSeries, type FollowedQuantity } from './followed-quantity.ts';

/** A healed draw with what was read from its whole course. Plain data, so that it can come from a thread. */
export interface HealedOutcome<Reading> {
  readonly refusedBy: undefined;
  readonly times: Float64Array;
  readonly series: Readonly<Record<FollowedQuantity, Float64Array>>;
  readonly summary: HealingSummary;
  readonly cuts: Cuts;
  readonly reading: Reading;
}

/** What one draw came to: the rule that refused it, or its course. */
export type DrawOutcome<Reading> = { readonly refusedBy: string } | HealedOutcome<Reading>;

export interface DrawOptions<Reading> {
  /** Values that no draw changes. */
  readonly fixed: Partial<HealValues>;
  /** Times after the first session at which the matrix is compared with rest, s. */
  readonly times: readonly number[];
  readonly read: (healing: Healing, values: HealValues) => Reading;
  readonly signal?: AbortSignal;
  readonly progress?: HealOptions['progress'];
}

/** Draws there are. */
export const drawCount: number = acceptedDraws.length;

/** Values of the accepted draw at place `k`. */
export const calibratedValues = (k: number, fixed: Partial<HealValues>): HealValues => {
  const draw = acceptedDraws[k];
  if (draw === undefined) throw new RangeError(`there are ${drawCount} calibrated draws; ${k} is none`);
  return jointValues(draw, fixed);
};

/** Errors of a step for a draw that the usual ones do not bring to an end. */
const tight = { relative: 2e-6, absolute: 1e-9 };

/** Heals a draw, and once more with smaller steps where it does not converge; throws what the second try throws. */
const healSurely = (input: HealInput, values: HealValues, options: HealOptions): Healing => {
  try {
    return heal(input, values, options);
  } catch (error) {
    if (!isPercutaError(error, 'NotConverged')) throw error;
    return heal(input, values, { ...options, ...tight });
  }
};

/** Heals one zone at the draw of place `k`. `inputOf` gives the zone for the values of a draw. */
export const healDraw = <Reading>(
  inputOf: (values: HealValues) => HealInput,
  k: number,
  { fixed, times, read, signal, progress }: DrawOptions<Reading>,
): DrawOutcome<Reading> => {
  const values = calibratedValues(k, fixed);
  // Accepted draws keep the rules; what is fixed by hand may not.
  const broken = brokenGain(values);
  if (broken !== undefined) return { refusedBy: broken.rule };
  const input = inputOf(values);
  const healing = healSurely(input, values, { progress, ...(signal === undefined ? {} : { signal }) });
  const rule = unresolved(healing);
  if (rule !== undefined) return { refusedBy: rule.rule };
  return {
    refusedBy: undefined,
    times: Float64Array.from(healing.times),
    series: followedSeries(healing, values),
    cuts: cutsOf(healing),
    summary: summarise(healing, values, input.place, times),
    reading: read(healing, values),
  };
};
