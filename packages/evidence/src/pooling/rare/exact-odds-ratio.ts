import { exp, findRoot, log } from '@percuta/numerics';
import { requireCount } from '../effect/two-arms.ts';
import { possibilitiesOf, type Arms } from '../mixed/hypergeometric.ts';
import type { Interval } from '../random/estimate.ts';

/** A common odds ratio by the exact conditional law of all events together (J. J. Gart 1970; R's mantelhaen.test). */
export type ExactOddsRatio =
  | { readonly kind: 'none'; readonly reason: 'no study has both people with and without the event' }
  | { readonly kind: 'at most'; readonly logBound: number; readonly level: number }
  | { readonly kind: 'at least'; readonly logBound: number; readonly level: number }
  | { readonly kind: 'between'; readonly interval: Interval; readonly level: number };

/** Log odds ratios are searched within these ends: ratios of e^40 mean nothing. */
const REACH = 40;

/**
 * Bounds for the log odds ratio, one-sided where the treated arms had as few or as many events as possible,
 * two-sided otherwise. Conservative: the coverage is never below the level.
 */
export function exactOddsRatio(studies: readonly Arms[], level = 0.95): ExactOddsRatio {
  const { logWays, observed } = totalOf(studies);
  const last = logWays.length - 1;
  if (last === 0) return { kind: 'none', reason: 'no study has both people with and without the event' };
  const upTo = (theta: number) => shareUpTo(logWays, observed, theta);
  const from = (theta: number) => 1 - shareUpTo(logWays, observed - 1, theta);
  if (observed === 0) return { kind: 'at most', logBound: bound(upTo, 1 - level), level };
  if (observed === last) return { kind: 'at least', logBound: bound(from, 1 - level), level };
  const tail = (1 - level) / 2;
  return { kind: 'between', interval: { low: bound(from, tail), high: bound(upTo, tail) }, level };
}

/** The law of the sum of the treated events over studies: the convolution of the studies. */
function totalOf(studies: readonly Arms[]) {
  let ways = [1];
  let observed = 0;
  for (const arms of studies) {
    requireCount(arms.treated);
    requireCount(arms.control);
    const { lowest, logWays } = possibilitiesOf(arms);
    observed += arms.treated.events - lowest;
    ways = convolved(ways, logWays.map(exp));
  }
  return { logWays: ways.map((value) => (value > 0 ? log(value) : -Infinity)), observed };
}

/** Scaled so that the largest is 1. */
function convolved(a: readonly number[], b: readonly number[]): number[] {
  const out = Array.from({ length: a.length + b.length - 1 }, () => 0);
  for (const [i, x] of a.entries()) for (const [j, y] of b.entries()) out[i + j] += x * y;
  const top = Math.max(...out);
  return out.map((value) => value / top);
}

/** P(sum ≤ last) at log odds ratio theta. */
function shareUpTo(logWays: readonly number[], last: number, theta: number): number {
  const logs = logWays.map((value, t) => value + t * theta);
  const top = Math.max(...logs);
  const parts = logs.map((value) => exp(value - top));
  const total = parts.reduce((sum, part) => sum + part, 0);
  return parts.slice(0, last + 1).reduce((sum, part) => sum + part, 0) / total;
}

function bound(share: (theta: number) => number, tail: number): number {
  return findRoot((theta) => share(theta) - tail, -REACH, REACH, 1e-12);
}
