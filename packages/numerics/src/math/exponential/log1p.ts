import { sumError } from '../float/exact.ts';
import { logPair } from './log-pair.ts';

const pair = new Float64Array(2);

/**
 * log(1 + x), without the cancellation near 0; NaN below -1. Below 0.6 ulp.
 * 1 + x = s + d exactly, and log(s + d) = log s + d/s up to (d/s)²/2 < 2^-107.
 */
export function log1p(x: number): number {
  if (x > -1 && x < Infinity) {
    if (Math.abs(x) < 1e-17) return x;
    const sum = 1 + x;
    logPair(sum, pair);
    return pair[0] + (pair[1] + sumError(1, x, sum) / sum);
  }
  if (x === -1) return -Infinity;
  return x === Infinity ? Infinity : NaN;
}
