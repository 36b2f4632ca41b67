import { logPair } from './log-pair.ts';

const pair = new Float64Array(2);

/** The natural logarithm; NaN below 0. Below 0.51 ulp. */
export function log(x: number): number {
  if (x > 0 && x < Infinity) {
    logPair(x, pair);
    return pair[0];
  }
  if (x === 0) return -Infinity;
  return x === Infinity ? Infinity : NaN;
}
