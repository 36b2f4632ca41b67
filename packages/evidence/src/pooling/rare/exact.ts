import { exp, log } from '@percuta/numerics';
import { requireCount, type Count } from '../effect/two-arms.ts';
import { exactInterval } from '../../risk/exact-interval.ts';
import type { Interval } from '../random/estimate.ts';

/**
 * What a count says about a rate. No event is an upper bound, never a rate of 0; all is a lower bound.
 * The bounds are one-sided at the level, the interval is two-sided (C. J. Clopper and E. S. Pearson 1934): its
 * coverage is never below the level.
 */
export type ExactRate =
  | { readonly kind: 'at most'; readonly count: Count; readonly bound: number; readonly level: number }
  | { readonly kind: 'at least'; readonly count: Count; readonly bound: number; readonly level: number }
  | {
      readonly kind: 'between';
      readonly count: Count;
      readonly estimate: number;
      readonly interval: Interval;
      readonly level: number;
    };

/**
 * A rate with its exact interval (C. Clopper and E. Pearson 1934) at a level; where nobody or everybody had the
 * event, a one-sided bound: 1 − (1 − level)^(1/n) for none of n. Throws RangeError for a count that cannot be.
 */
export function exactRate(count: Count, level = 0.95): ExactRate {
  requireCount(count);
  const { events, total } = count;
  // P(no event of n at rate p) = (1 - p)^n = 1 - level.
  const least = exp(log(1 - level) / total);
  if (events === 0) return { kind: 'at most', count, bound: 1 - least, level };
  if (events === total) return { kind: 'at least', count, bound: least, level };
  return {
    kind: 'between',
    count,
    estimate: events / total,
    interval: exactInterval(events, total, level),
    level,
  };
}

/** 3/n: the 95 % upper bound after n people without an event, near enough for n ≥ 30 (J. A. Hanley, JAMA 249:1743, 1983). */
export function ruleOfThree(total: number): number {
  requireCount({ events: 0, total });
  return Math.min(1, 3 / total);
}
