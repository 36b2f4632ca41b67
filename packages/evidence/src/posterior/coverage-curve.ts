import { betaTails } from '@percuta/numerics';
import type { Scored } from './cross-validate.ts';

/** Share of the arms whose count lies in the central interval of this level, by its position among the draws. */
export function centralShare(scored: readonly Pick<Scored, 'position'>[], level: number): number {
  return scored.filter(({ position }) => Math.abs(position - 0.5) <= level / 2).length / scored.length;
}

/**
 * Between which shares the coverage of n independent intervals lies with probability `level` or a little more, if each
 * holds the truth with probability `nominal`: the binomial quantiles that leave at most half the rest on each side.
 */
export function luckBand(n: number, nominal: number, level = 0.95): { low: number; high: number } {
  if (!(Number.isInteger(n) && n > 0 && nominal >= 0 && nominal <= 1))
    throw new RangeError(`expected n > 0 and a nominal level from 0 to 1, not ${n}, ${nominal}`);
  const tail = (1 - level) / 2;
  return { low: quantileOf(n, nominal, tail) / n, high: quantileOf(n, nominal, 1 - tail) / n };
}

/** The least k with P(X <= k) >= share; P(X <= k) is the share of Beta(n - k, k + 1) below 1 - p. */
function quantileOf(n: number, p: number, share: number): number {
  let k = 0;
  while (k < n && betaTails(n - k, k + 1, 1 - p, p).lower < share) k++;
  return k;
}
