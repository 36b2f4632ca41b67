import { quantiles } from '@percuta/numerics';
import { OutsideModel } from '../../error.ts';
import type { HealValues } from '../heal-stage.ts';
import { heal } from '../heal.ts';
import { depthMean } from '../observe/depth-mean.ts';
import { erythema } from '../observe/redness.ts';
import { totalCollagen } from '../observe/tissue-reading.ts';
import type { Healing, HealInput } from '../result/healing.ts';
import { unresolved } from '../stability/broken-rule.ts';
import { summarise, type HealingSummary } from '../summary/summary.ts';
import { tryDraw } from './draw-values.ts';

/** Quantities that an ensemble follows over time, means of the whole dermis unless the name says otherwise. */
export const followedQuantities = [
  'collagen',
  'collagen I',
  'collagen III',
  'elastin',
  'hyaluronan',
  'water',
  'erythema',
  'fibroblasts',
  'neutrophils',
  'macrophages',
] as const;
export type FollowedQuantity = (typeof followedQuantities)[number];

/** 10, 50 and 90 % of the draws at every time. */
export interface TimeBand {
  readonly low: Float64Array;
  readonly median: Float64Array;
  readonly high: Float64Array;
}

export interface HealEnsemble {
  readonly asked: number;
  readonly tries: number;
  /** Draws that each rule refused. */
  readonly refused: Readonly<Record<string, number>>;
  /** s; the same for every draw. */
  readonly times: Float64Array;
  readonly bands: Readonly<Record<FollowedQuantity, TimeBand>>;
  readonly summaries: readonly HealingSummary[];
}

export interface EnsembleOptions {
  readonly count: number;
  readonly seed: number;
  readonly fixed: Partial<HealValues>;
  readonly times: readonly number[];
  /** Told every accepted draw, for what is read from its whole course. */
  readonly told?: (healing: Healing, values: HealValues) => void;
  readonly progress?: (done: number, total: number, what: string) => void;
  readonly signal?: AbortSignal;
}

/** More tries than this for each draw asked for means that the spreads and the rules do not go together. */
const mostTries = 20;
const bandShares = [0.1, 0.5, 0.9];

const sumOf = (a: Float64Array, b: Float64Array): Float64Array => a.map((value, i) => value + b[i]);

const seriesOf = (healing: Healing, p: HealValues): Record<FollowedQuantity, Float64Array> => {
  const { means } = healing;
  const mean = (series: Float64Array): Float64Array => depthMean(healing, series);
  return {
    collagen: mean(totalCollagen(healing)),
    'collagen I': mean(sumOf(means.C1i, means.C1m)),
    'collagen III': mean(means.C3),
    elastin: mean(means.E),
    hyaluronan: mean(means.H),
    water: mean(means.W),
    erythema: erythema(healing, p),
    fibroblasts: mean(means.F),
    neutrophils: mean(means.N),
    macrophages: mean(sumOf(means.M1, means.M2)),
  };
};

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

type Input = (values: HealValues) => HealInput;

/**
 * Heals one zone over draws of every constant of healing. A draw that breaks a rule, before its run or after it, is
 * replaced by the next try; the rules that refused are counted. `inputOf` gives the zone for the values of a draw.
 * Throws OutsideModel when too few tries pass.
 */
export const healEnsemble = (inputOf: Input, options: EnsembleOptions): HealEnsemble => {
  const { count, seed, fixed, signal, progress } = options;
  const refused: Record<string, number> = {};
  const rows: Record<FollowedQuantity, Float64Array>[] = [];
  const summaries: HealingSummary[] = [];
  let times = new Float64Array();
  let tries = 0;
  while (rows.length < count) {
    if (tries >= mostTries * count) {
      throw new OutsideModel(
        `only ${rows.length} of ${tries} draws of healing keep the rules of stability`,
        Object.entries(refused)
          .map(([rule, times]) => `${rule} refused ${times}`)
          .join(', '),
      );
    }
    signal?.throwIfAborted();
    const { values, broken } = tryDraw(seed, tries, fixed);
    tries += 1;
    const healing =
      broken === undefined
        ? heal(inputOf(values), values, signal === undefined ? {} : { signal })
        : undefined;
    const rule = broken ?? (healing === undefined ? undefined : unresolved(healing));
    if (rule !== undefined || healing === undefined) {
      const name = rule?.rule ?? 'G_A';
      refused[name] = (refused[name] ?? 0) + 1;
      continue;
    }
    times = Float64Array.from(healing.times);
    rows.push(seriesOf(healing, values));
    summaries.push(summarise(healing, values, inputOf(values).place, options.times));
    options.told?.(healing, values);
    progress?.(rows.length, count, 'draws of healing');
  }
  const bandOf = (quantity: FollowedQuantity): TimeBand => bandOver(rows.map((row) => row[quantity]));
  // Object.fromEntries forgets the names of the keys.
  const bands = Object.fromEntries(followedQuantities.map((name) => [name, bandOf(name)])) as Record<
    FollowedQuantity,
    TimeBand
  >;
  return { asked: count, tries, refused, times, bands, summaries };
};
