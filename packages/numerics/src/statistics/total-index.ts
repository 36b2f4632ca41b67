import { mean, standardErrorOfMean, variance } from './moments.ts';
import type { IndexEstimate } from './sobol-indices.ts';

/**
 * The total Sobol index of one input, or of a group of inputs that is independent of the rest, from outputs at n
 * points and at the same points with that input exchanged for its value at another point, as a random permutation
 * of its column gives (M. J. W. Jansen, Comput. Phys. Commun. 117:35, 1999):
 *   T = mean (y - y')² / 2V.
 * Low and high are 1.96 standard errors of the mean away, the variance taken as known. 0 where y does not vary.
 * RangeError for unequal lengths or fewer than two points.
 */
export function totalIndex(y: ArrayLike<number>, exchanged: ArrayLike<number>): IndexEstimate {
  if (y.length !== exchanged.length)
    throw new RangeError(`lengths differ: ${y.length} and ${exchanged.length}`);
  const spread = Array.from(y).every((value) => value === y[0]) ? 0 : variance(y);
  if (spread === 0) return { value: 0, low: 0, high: 0 };
  const shares = new Float64Array(y.length).map((_, i) => {
    const difference = y[i] - exchanged[i];
    return (difference * difference) / (2 * spread);
  });
  const value = mean(shares);
  const half = 1.96 * standardErrorOfMean(shares);
  return { value, low: Math.max(0, value - half), high: value + half };
}
