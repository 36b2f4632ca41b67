import { depthMean } from '../heal/observe/depth-mean.ts';
import type { Healing } from '../heal/result/healing.ts';

/** How a result comes about over time: which share of what a course builds is built. One series for each draw. */
export interface CourseShape {
  /** s since the first session, rising from 0 */
  readonly times: Float64Array;
  readonly sessions: readonly number[];
  /** From 0 to 1, never falling. */
  readonly draws: readonly Float64Array[];
}

/**
 * Share of the collagen made beyond that of resting skin that is made by each time (expectation.9), mean of the dermis; by the
 * trapezoidal rule. The net change of collagen would be no shape: it falls first and may end at nothing.
 */
export const laidDown = (
  healing: Pick<Healing, 'times' | 'synthesis' | 'depths' | 'layers'>,
): Float64Array => {
  const { times } = healing;
  const surplus = depthMean(healing, healing.synthesis).map((value) => Math.max(0, value - 1));
  const made = new Float64Array(times.length);
  for (let i = 1; i < times.length; i += 1) {
    const span = (times[i] ?? 0) - (times[i - 1] ?? 0);
    made[i] = (made[i - 1] ?? 0) + (span * ((surplus[i] ?? 0) + (surplus[i - 1] ?? 0))) / 2;
  }
  const whole = made.at(-1) ?? 0;
  return whole > 0 ? made.map((value) => value / whole) : made;
};

/** The share at a time between two that are kept, straight in between. */
export const shareAt = (times: Float64Array, shares: Float64Array, time: number): number => {
  const next = times.findIndex((one) => one >= time);
  const [t1, s1] = [times[next], shares[next]];
  if (t1 === undefined || s1 === undefined) return shares.at(-1) ?? Number.NaN;
  const [t0, s0] = [times[next - 1], shares[next - 1]];
  if (t0 === undefined || s0 === undefined) return s1;
  return s0 + ((time - t0) / (t1 - t0)) * (s1 - s0);
};
