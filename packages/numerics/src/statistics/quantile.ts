/**
 * The p-quantile of a sample, type 7 of R. J. Hyndman and Y. Fan (Am. Stat. 50:361, 1996): linear
 * between the order statistics, the k-th of n standing at p = (k - 1)/(n - 1). The values may
 * come in any order. RangeError for no values, a NaN among them, or p outside [0, 1].
 */
export function quantile(values: ArrayLike<number>, p: number): number {
  return ofSorted(sorted(values), p);
}

/** One quantile for each p, sorting once. */
export function quantiles(values: ArrayLike<number>, ps: readonly number[]): number[] {
  const ordered = sorted(values);
  return ps.map((p) => ofSorted(ordered, p));
}

function sorted(values: ArrayLike<number>): Float64Array {
  if (values.length === 0) throw new RangeError('a quantile of no values is not defined');
  // Typed arrays sort by value, NaN last.
  const ordered = new Float64Array(values).sort();
  if (Number.isNaN(ordered[ordered.length - 1])) throw new RangeError('a value is not a number');
  return ordered;
}

function ofSorted(ordered: Float64Array, p: number): number {
  if (!(p >= 0 && p <= 1)) throw new RangeError(`p must lie in [0, 1], not ${p}`);
  const position = p * (ordered.length - 1);
  const below = Math.floor(position);
  const fraction = position - below;
  const value = ordered[below];
  return fraction === 0 ? value : value + fraction * (ordered[below + 1] - value);
}

/**
 * Quantiles of weighted values: the smallest value at which the weights up to it reach the share p of all.
 * Throws RangeError when no weight is positive.
 */
export function weightedQuantiles(
  values: ArrayLike<number>,
  weights: ArrayLike<number>,
  ps: readonly number[],
): number[] {
  const order = Array.from(values, (_, i) => i).sort((a, b) => values[a] - values[b] || a - b);
  const cumulative = new Float64Array(order.length);
  let total = 0;
  order.forEach((index, rank) => {
    total += weights[index];
    cumulative[rank] = total;
  });
  if (!(total > 0)) throw new RangeError(`the total weight must be positive, not ${total}`);
  return ps.map((p) => {
    const rank = cumulative.findIndex((reached) => reached >= p * total);
    return values[order[rank < 0 ? order.length - 1 : rank]];
  });
}
