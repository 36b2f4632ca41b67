import { betaQuantile } from '@percuta/numerics';

/** Bounds of a rate, as shares 0 to 1, at a level of confidence that is a share as well. */
export interface Interval {
  readonly low: number;
  readonly high: number;
  readonly level: number;
}

/**
 * The Clopper–Pearson interval of k events in n people: every rate that the counts do not refute. With no
 * event it still reaches up to about 3/n (the rule of three), so that a zero is never read as no risk.
 */
export function exactInterval(k: number, n: number, level = 0.95): Interval {
  if (!(Number.isInteger(k) && Number.isInteger(n) && n > 0 && k >= 0 && k <= n)) {
    throw new RangeError(`expected k of n people, not ${k} of ${n}`);
  }
  const tail = (1 - level) / 2;
  const low = k === 0 ? 0 : betaQuantile(tail, k, n - k + 1);
  const high = k === n ? 1 : betaQuantile(1 - tail, k + 1, n - k);
  return { low, high, level };
}
