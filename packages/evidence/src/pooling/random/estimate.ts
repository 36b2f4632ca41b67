import { studentQuantile, studentTail } from '@percuta/numerics';

/** Bounds of an interval, in the unit of what it is around. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** An estimate with its uncertainty; df of Student's law behind it, Infinity for the normal law. */
export interface Estimate {
  readonly estimate: number;
  readonly se: number;
  readonly df: number;
  /** estimate/se and its two-sided p. */
  readonly statistic: number;
  readonly p: number;
  readonly interval: Interval;
}

export function estimateOf(value: { estimate: number; se: number; df: number }, level: number): Estimate {
  const { estimate, se, df } = value;
  const statistic = estimate / se;
  return {
    estimate,
    se,
    df,
    statistic,
    p: 2 * studentTail(Math.abs(statistic), df),
    interval: intervalAround(estimate, se, df, level),
  };
}

/** estimate ± quantile × se. */
export function intervalAround(estimate: number, se: number, df: number, level: number): Interval {
  if (!(level > 0 && level < 1)) throw new RangeError(`a level lies between 0 and 1, got ${level}`);
  const half = studentQuantile((1 + level) / 2, df) * se;
  return { low: estimate - half, high: estimate + half };
}
