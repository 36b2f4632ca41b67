import { cbrt } from '../math/exponential/cbrt.ts';
import { mean } from './moments.ts';
import { sum } from './sum.ts';

/**
 * The first-order Sobol index Var E[y | x] / Var y from given data: x is ranked into bins of
 * equal count and the conditional mean taken constant in each (E. Plischke, E. Borgonovo,
 * C. L. Smith, Eur. J. Oper. Res. 226:536, 2013). With K bins and N pairs
 *   S = (B - (K - 1)/(N - K) W) / (B + W),
 * B and W the sums of squares between and within bins; the correction removes what K means of
 * pure noise would explain. For that it takes the pairs as independent; over a Sobol sequence,
 * whose bins are filled more evenly, it takes up to (K - 1)/(N - K) too much. The result can come
 * out below 0, and is then reported as 0; it is 0 too if y does not vary. RangeError unless
 * 2 ≤ K < N and the lengths agree.
 */
export function firstOrderIndex(
  x: ArrayLike<number>,
  y: ArrayLike<number>,
  bins: number = defaultBins(x.length),
): number {
  return firstOrderIndices(x, [y], bins)[0] ?? 0;
}

/** The same of several outputs over one input, which is ranked once. */
export function firstOrderIndices(
  x: ArrayLike<number>,
  outputs: readonly ArrayLike<number>[],
  bins: number = defaultBins(x.length),
): number[] {
  for (const y of outputs)
    if (x.length !== y.length) throw new RangeError(`lengths differ: ${x.length} and ${y.length}`);
  if (!Number.isInteger(bins) || bins < 2 || bins >= x.length)
    throw new RangeError(
      `${bins} bins for ${x.length} pairs: need an integer of at least 2, below the pairs`,
    );
  const order = Uint32Array.from({ length: x.length }, (_, i) => i).sort((a, b) => x[a] - x[b] || a - b);
  return outputs.map((y) => indexInOrder(order, y, bins));
}

function indexInOrder(order: Uint32Array, y: ArrayLike<number>, bins: number): number {
  const groups = groupsByRank(order, y, bins);
  const centre = mean(y);
  const between = sum(groups.map((group) => group.length * squareOf(mean(group) - centre)));
  const within = sum(groups.map((group) => squaresAround(group, mean(group))));
  const total = between + within;
  // A constant y leaves no more than the rounding of its mean.
  if (total <= y.length * squareOf(4 * Number.EPSILON * centre)) return 0;
  return Math.max(0, (between - ((bins - 1) / (y.length - bins)) * within) / total);
}

/**
 * What an index may come to by chance alone, for an input that explains nothing: (K - 1)/(N - K), which the correction
 * may fall short by over a Sobol sequence, and four standard deviations of the estimate, √(2 (K - 1))/(N - K) each.
 * RangeError for fewer than four pairs.
 */
export function firstOrderFloor(count: number, bins: number = defaultBins(count)): number {
  if (!Number.isInteger(count) || count < 4) throw new RangeError(`${count} pairs: need at least four`);
  return (bins - 1 + 4 * Math.sqrt(2 * (bins - 1))) / (count - bins);
}

/** Rice's rule, 2 ∛N: bins fine enough to follow a curve, full enough to average the noise. */
function defaultBins(count: number): number {
  return Math.max(2, Math.min(count - 1, Math.round(2 * cbrt(count))));
}

/** The values of y, in order of x (ties in order of index), cut into bins whose counts differ by one at most. */
function groupsByRank(order: Uint32Array, y: ArrayLike<number>, bins: number): Float64Array[] {
  const ordered = new Float64Array(order).map((i) => y[i]);
  const edge = (bin: number) => Math.floor((bin * y.length) / bins);
  return Array.from({ length: bins }, (_, bin) => ordered.subarray(edge(bin), edge(bin + 1)));
}

function squaresAround(values: Float64Array, centre: number): number {
  return sum(values.map((value) => (value - centre) * (value - centre)));
}

function squareOf(value: number): number {
  return value * value;
}
