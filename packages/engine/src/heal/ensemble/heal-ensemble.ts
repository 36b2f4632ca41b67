import { quantiles } from '@percuta/numerics';
import { OutsideModel } from '../../error.ts';
import { acceptedDraws } from '../calibration/accepted-draws.ts';
import type { HealingSummary } from '../summary/summary.ts';
import type { DrawOutcome } from './draw.ts';
import { followedQuantities, type FollowedQuantity } from './followed-quantity.ts';

/** 10, 50 and 90 % of the draws at every time. */
export interface TimeBand {
  readonly low: Float64Array;
  readonly median: Float64Array;
  readonly high: Float64Array;
}

/** A zone over draws that meet the calibration rows. */
export interface HealEnsemble {
  readonly asked: number;
  readonly tries: number;
  /** Draws that each rule refused in this zone. */
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

type Healed = Extract<DrawOutcome, { readonly refusedBy: undefined }>;

const ensembleOf = (
  asked: number,
  healed: readonly Healed[],
  refused: Readonly<Record<string, number>>,
): HealEnsemble => {
  const bandOf = (quantity: FollowedQuantity): TimeBand =>
    bandOver(healed.map(({ series }) => series[quantity]));
  // Object.fromEntries forgets the names of the keys.
  const bands = Object.fromEntries(followedQuantities.map((name) => [name, bandOf(name)])) as Record<
    FollowedQuantity,
    TimeBand
  >;
  return {
    asked,
    tries: healed.length + Object.values(refused).reduce((sum, count) => sum + count, 0),
    refused,
    times: healed[0]?.times ?? new Float64Array(),
    bands,
    summaries: healed.map(({ summary }) => summary),
  };
};

/**
 * Gathers draws of one zone in their order until as many as asked for are healed. A draw that breaks a rule is replaced
 * by the next; the rules that refused are counted. The same outcomes give the same ensemble, wherever they were made.
 * Throws OutsideModel when the accepted draws do not suffice.
 */
export const gatherEnsemble = async (
  outcomes: AsyncIterable<DrawOutcome>,
  asked: number,
  progress?: (done: number, total: number, what: string) => void,
): Promise<HealEnsemble> => {
  const refused: Record<string, number> = {};
  const healed: Healed[] = [];
  for await (const outcome of outcomes) {
    if (outcome.refusedBy === undefined) healed.push(outcome);
    else refused[outcome.refusedBy] = (refused[outcome.refusedBy] ?? 0) + 1;
    progress?.(healed.length, asked, 'draws of healing');
    if (healed.length === asked) return ensembleOf(asked, healed, refused);
  }
  throw new OutsideModel(
    `only ${healed.length} of the ${acceptedDraws.length} calibrated draws of healing keep the rules here`,
    Object.entries(refused)
      .map(([rule, count]) => `${rule} refused ${count}`)
      .join(', ') || `at most ${acceptedDraws.length} draws`,
  );
};
