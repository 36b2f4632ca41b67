import { quantiles } from '@percuta/numerics';
import { BadInput, OutsideModel } from '../../error.ts';
import type { HealingSummary } from '../summary/summary.ts';
import { closureMoved } from './closure.ts';
import { drawCount, type DrawOutcome, type HealedOutcome } from './draw.ts';
import { followedQuantities, type FollowedQuantity } from './followed-quantity.ts';

/** 10, 50 and 90 % of the draws at every time; the ends hold what levelling out between sessions may leave away. */
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
  /** By how much the ends of the band of collagen were moved at the last time, 1 = collagen at rest; both are in it. */
  readonly closure: { readonly low: number; readonly high: number };
}

const bandShares = [0.1, 0.5, 0.9];

/** The rows of one quantity, and those moved to both ends of what levelling out may have left away. */
interface Rows {
  readonly low: readonly Float64Array[];
  readonly middle: readonly Float64Array[];
  readonly high: readonly Float64Array[];
}

/** The three points over the draws at one time. */
const pointsAt = (rows: readonly Float64Array[], t: number): number[] =>
  quantiles(
    Float64Array.from(rows, (row) => row[t]),
    bandShares,
  );

const bandOver = ({ low: lowest, middle, high: highest }: Rows): TimeBand => {
  const count = middle[0]?.length ?? 0;
  const band = {
    low: new Float64Array(count),
    median: new Float64Array(count),
    high: new Float64Array(count),
  };
  for (let t = 0; t < count; t += 1) {
    band.low[t] = pointsAt(lowest, t)[0];
    band.median[t] = pointsAt(middle, t)[1];
    band.high[t] = pointsAt(highest, t)[2];
  }
  return band;
};

const bandsOf = (healed: readonly HealedOutcome<unknown>[]): Record<FollowedQuantity, TimeBand> =>
  // Object.fromEntries forgets the names of the keys.
  Object.fromEntries(
    followedQuantities.map((name) => {
      const moved = (end: 'low' | 'high') =>
        healed.map((one) => closureMoved(one.series[name], name, end, one));
      return [
        name,
        bandOver({
          low: moved('low'),
          middle: healed.map(({ series }) => series[name]),
          high: moved('high'),
        }),
      ];
    }),
  ) as Record<FollowedQuantity, TimeBand>;

const closureOf = (
  healed: readonly HealedOutcome<unknown>[],
  { collagen }: Record<FollowedQuantity, TimeBand>,
): HealEnsemble['closure'] => {
  const plain = healed.map(({ series }) => series.collagen);
  const { low, high } = bandOver({ low: plain, middle: plain, high: plain });
  const last = low.length - 1;
  return { low: collagen.low[last] - low[last], high: collagen.high[last] - high[last] };
};

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
  const bands = bandsOf(healed);
  return {
    tries: outcomes.length,
    refused,
    times: first.times,
    bands,
    summaries: healed.map(({ summary }) => summary),
    closure: closureOf(healed, bands),
  };
};
