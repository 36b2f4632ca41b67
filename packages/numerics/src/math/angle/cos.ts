import { cosineKernel, sineKernel } from './kernels.ts';
import { EIGHTH_TURN, reduceAngle } from './reduce.ts';

const pair = new Float64Array(2);

/** The cosine. Below 0.9 ulp; throws RangeError for finite |x| > 2^20. */
export function cos(x: number): number {
  const size = Math.abs(x);
  if (size <= EIGHTH_TURN) return cosineKernel(x, 0);
  if (!(size < Infinity)) return NaN;
  const quarter = reduceAngle(x, pair);
  const value = (quarter & 1) === 0 ? cosineKernel(pair[0], pair[1]) : sineKernel(pair[0], pair[1]);
  return quarter === 0 || quarter === 3 ? value : -value;
}
