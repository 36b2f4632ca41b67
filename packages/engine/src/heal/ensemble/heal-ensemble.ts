import { quantiles } from '@percuta/numerics';
import { BadInput, OutsideModel } from '../../error.ts';
import type { HealingSummary } from '../summary/summary.ts';
import { drawCount, type DrawOutcome, type HealedOutcome } from './draw.ts';
import { followedQuantities, type FollowedQuantity } from './followed-quantity.ts';

/** 10, 50 and 90 % of the draws at every time. */
export interface TimeBand {
  readonly low: Float64Array;
  readonly median: Float64Array;
  readonly high: Float64Array;
}

/** A zone over draws that meet the calibration rows. */
export interface HealEnsemble {
  /** Draws that were taken: the first of the calibrated ones. */
  readonly tries: number;
  /** Of these, draws that each rule of stability refused in this zone; they are in no band. */
  readonly refused: Readonly<Record<string, number>>;
  /** s; the same for every draw. */
  readonly times: Float64Array;
  readonly bands: Readonly<Record<FollowedQuantity, TimeBand>>;
  readonly summaries: readonly HealingSummary[];
}

const bandShares = [0.1, 0.5, 0.9];

const bandOver = (rows: readonly Float64Array[]): TimeBand => {
  const count = rows[0]?.length ?? 0;
  const band = {
    low: new Float64Array(count),
    median: new Float64Array(count),
    high: new Float64Array(count),
  };
  for (let t = 0; t < count; t += 1) {
    const [low, median, high] = quantiles(
      Float64Array.from(rows, (row) => row[t]),
      bandShares,
    );
    band.low[t] = low;
    band.median[t] = median;
    band.high[t] = high;
  }
  return band;
};

const bandsOf = (healed: readonly HealedOutcome<unknown>[]): Record<FollowedQuantity, TimeBand> =>
  // Object.fromEntries forgets the names of the keys.
  Object.fromEntries(
    followedQuantities.map((name) => [name, bandOver(healed.map(({ series }) => series[name]))]),
  ) as Record<FollowedQuantity, TimeBand>;

/** Throws BadInput when more draws are asked for than there are. */
export const checkDraws = (asked: number): void => {
  if (asked <= drawCount) return;
  throw new BadInput([
    {
      path: 'ensemble',
      given: String(asked),
      problem: 'asks for more draws of healing than meet the measurements',
      allowed: `0 to ${drawCount}`,
      remedy: `ask for at most ${drawCount} draws`,
    },
  ]);
};

/** Draws that healed, in their order. */
export const healedOf = <Reading>(outcomes: readonly DrawOutcome<Reading>[]): HealedOutcome<Reading>[] =>
  outcomes.filter((outcome) => outcome.refusedBy === undefined);

const refusalsOf = (outcomes: readonly DrawOutcome<unknown>[]): Record<string, number> => {
  const refused: Record<string, number> = {};
  for (const { refusedBy } of outcomes) {
    if (refusedBy !== undefined) refused[refusedBy] = (refused[refusedBy] ?? 0) + 1;
  }
  return refused;
};

/**
 * Bands of one zone over its draws. A draw that breaks a rule, before its run or after it, is counted under the name of
 * the rule and left out. The same outcomes give the same ensemble, wherever they were made. Throws OutsideModel when
 * fewer than half of the draws keep the rules.
 */
export const gatherEnsemble = (outcomes: readonly DrawOutcome<unknown>[]): HealEnsemble => {
  const healed = healedOf(outcomes);
  const refused = refusalsOf(outcomes);
  const [first] = healed;
  if (first === undefined || 2 * healed.length < outcomes.length) {
    throw new OutsideModel(
      `only ${healed.length} of ${outcomes.length} draws of healing keep the rules of stability here`,
      Object.entries(refused)
        .map(([rule, count]) => `${rule} refused ${count}`)
        .join(', '),
    );
  }
  return {
    tries: outcomes.length,
    refused,
    times: first.times,
    bands: bandsOf(healed),
    summaries: healed.map(({ summary }) => summary),
  };
};
