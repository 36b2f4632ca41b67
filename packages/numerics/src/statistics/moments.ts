import { sum } from './sum.ts';

/** The arithmetic mean; RangeError for no values. */
export function mean(values: ArrayLike<number>): number {
  if (values.length === 0) throw new RangeError('the mean of no values is not defined');
  return sum(values) / values.length;
}

/** Σ (x - mean)² / (n - 1), in two passes; RangeError for fewer than two values. */
export function variance(values: ArrayLike<number>): number {
  if (values.length < 2) throw new RangeError('a variance needs at least two values');
  return sum(squares(deviations(values))) / (values.length - 1);
}

/** √(variance / n): of the mean of independent values. */
export function standardErrorOfMean(values: ArrayLike<number>): number {
  return Math.sqrt(variance(values) / values.length);
}

/** Σ w x / Σ w; RangeError for unequal lengths or a total weight that is not positive. */
export function weightedMean(values: ArrayLike<number>, weights: ArrayLike<number>): number {
  requireSameLength(values, weights);
  const total = sum(weights);
  if (!(total > 0)) throw new RangeError(`the total weight must be positive, not ${total}`);
  return sum(products(values, weights)) / total;
}

/** Pearson's coefficient; NaN if one of the two does not vary. RangeError for unequal lengths. */
export function correlation(x: ArrayLike<number>, y: ArrayLike<number>): number {
  requireSameLength(x, y);
  const dx = deviations(x);
  const dy = deviations(y);
  const scale = Math.sqrt(sum(squares(dx)) * sum(squares(dy)));
  // Rounding can carry a perfect correlation past 1 by an ulp.
  return Math.max(-1, Math.min(1, sum(products(dx, dy)) / scale));
}

function deviations(values: ArrayLike<number>): Float64Array {
  const centre = mean(values);
  return new Float64Array(values).map((value) => value - centre);
}

function squares(values: Float64Array): Float64Array {
  return values.map((value) => value * value);
}

function products(x: ArrayLike<number>, y: ArrayLike<number>): Float64Array {
  return new Float64Array(x).map((value, i) => value * y[i]);
}

function requireSameLength(x: ArrayLike<number>, y: ArrayLike<number>): void {
  if (x.length !== y.length) throw new RangeError(`lengths differ: ${x.length} and ${y.length}`);
}
