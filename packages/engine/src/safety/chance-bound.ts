import { betaQuantile, mean, studentQuantile, sum, variance } from '@percuta/numerics';
import { toSI } from '@percuta/quantity';
import { limitBounds } from './parameters.ts';

const { chanceConfidence } = limitBounds;
const confidence = toSI(chanceConfidence.value, chanceConfidence.unit);

/** Batches of neighbouring draws, and the least number of draws in each. */
const batchCount = 8;
const leastInBatch = 2;
const student = studentQuantile(confidence, batchCount - 1);

const knownBounds = new Map<string, number>();

/** A root to find for each of many courses, most of which have the same counts. */
const boundOfCount = (count: number, draws: number): number => {
  const key = `${count} of ${draws}`;
  const known = knownBounds.get(key);
  if (known !== undefined) return known;
  const bound = betaQuantile(confidence, count + 1, draws - count);
  knownBounds.set(key, bound);
  return bound;
};

/**
 * Upper confidence bound of the chance of an event that happened in some of the draws (`counted`: 0 or 1 each): that
 * of Clopper and Pearson (Biometrika 26:404, 1934), the beta quantile with k + 1 and n − k (safety.6). Exact for
 * independent draws; those of a scrambled Sobol net vary less from scrambling to scrambling, which makes it wider
 * than need be. Of no draws, or with one that is not a number, it is not a number and breaks the limit.
 */
export const upperOfCounted = (counted: Float64Array): number => {
  const total = sum(counted);
  if (counted.length === 0 || Number.isNaN(total)) return Number.NaN;
  return total >= counted.length ? 1 : boundOfCount(total, counted.length);
};

/**
 * Upper confidence bound of the mean of shares from 0 to 1, one a draw: Student's over the means of eight batches of
 * neighbouring draws (safety.7), and 1 where there are too few for batches. Neighbours in a scrambled Sobol
 * sequence fill the gaps that the others leave, so that batches differ more than whole ensembles do and the bound is
 * wider than need be; only where a share is rare among few draws, and its batches skewed, it may fall short.
 */
export const upperOfShares = (shares: Float64Array): number => {
  if (shares.length < batchCount * leastInBatch) return 1;
  const border = (batch: number): number => Math.floor((batch * shares.length) / batchCount);
  const means = Array.from({ length: batchCount }, (_, i) => mean(shares.subarray(border(i), border(i + 1))));
  return Math.min(1, mean(shares) + student * Math.sqrt(variance(means) / batchCount));
};
