import type { HealValues } from '../heal-stage.ts';
import { depthMean } from '../observe/depth-mean.ts';
import { erythema } from '../observe/redness.ts';
import { totalCollagen } from '../observe/tissue-reading.ts';
import type { Healing } from '../result/healing.ts';

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

const sumOf = (a: Float64Array, b: Float64Array): Float64Array => a.map((value, i) => value + b[i]);

/** One value a time of each of them. */
export const followedSeries = (healing: Healing, p: HealValues): Record<FollowedQuantity, Float64Array> => {
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
