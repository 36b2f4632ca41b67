import { cosineKernel, sineKernel } from './kernels.ts';
import { EIGHTH_TURN, reduceAngle } from './reduce.ts';

const pair = new Float64Array(2);

/** The sine. Below 0.9 ulp; throws RangeError for finite |x| > 2^20. */
export function sin(x: number): number {
  const size = Math.abs(x);
  if (size <= EIGHTH_TURN) return size < 1e-8 ? x : sineKernel(x, 0);
  if (!(size < Infinity)) return NaN;
  const quarter = reduceAngle(x, pair);
  const value = (quarter & 1) === 0 ? sineKernel(pair[0], pair[1]) : cosineKernel(pair[0], pair[1]);
  return quarter < 2 ? value : -value;
}
