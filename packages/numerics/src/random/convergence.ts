import { exp } from '../math/exponential/exp.ts';
import { log } from '../math/exponential/log.ts';
import { mean } from '../statistics/moments.ts';

/** Points of the unit cube, one array of coordinates per dimension. */
export type PointSet = (count: number, dimensions: number, seed: number) => readonly Float64Array[];

const DIMENSIONS = 5;
const SEEDS = 16;
const EXPONENTS = [6, 7, 8, 9, 10, 11, 12, 13];

/**
 * The observed order of integration: the slope of log(error) over log(count), counts 2^6 to 2^13,
 * the error the root mean square over seeds 0 to 15. The integrand is exp((x_1 + ... + x_5)/2), which
 * is smooth, depends on all coordinates and has the integral (2 (√e - 1))^5. Independent points
 * give -1/2; scrambled nets up to -3/2, but for logarithms (A. B. Owen, Ann. Stat. 25:1541, 1997).
 */
export function convergenceOrder(points: PointSet): number {
  const errors = EXPONENTS.map((k) => log(rmsError(points, 1 << k)));
  const logCounts = EXPONENTS.map((k) => k * log(2));
  return slope(logCounts, errors);
}

function rmsError(points: PointSet, count: number): number {
  const factor = 2 * (exp(0.5) - 1);
  const exact = factor * factor * factor * factor * factor;
  const squares = Array.from({ length: SEEDS }, (_, seed) => {
    const error = mean(integrand(points(count, DIMENSIONS, seed))) - exact;
    return error * error;
  });
  return Math.sqrt(mean(squares));
}

function integrand(coordinates: readonly Float64Array[]): Float64Array {
  return coordinates[0].map((_, i) => exp(0.5 * coordinates.reduce((total, x) => total + x[i], 0)));
}

/** Of the least-squares line. */
function slope(x: readonly number[], y: readonly number[]): number {
  const centre = mean(x);
  const weighted = mean(x.map((value, i) => (value - centre) * y[i]));
  return weighted / mean(x.map((value) => (value - centre) * (value - centre)));
}
