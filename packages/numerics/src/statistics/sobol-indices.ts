import { createRandom } from '../random/random.ts';
import { quantiles } from './quantile.ts';
import { sum } from './sum.ts';

/** An index with its 95 % interval. */
export interface IndexEstimate {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** Shares of the variance of an output that go with one dimension. */
export interface SobolIndices {
  /** Var E[y | x] / Var y: what fixing x would take away. */
  readonly first: IndexEstimate;
  /** 1 - Var E[y | all but x] / Var y: what would be left if x alone stayed unknown. */
  readonly total: IndexEstimate;
}

const RESAMPLES = 400;

/**
 * First-order and total Sobol indices of every dimension from the outputs at the rows of
 * `sobolDesign`, in its order. First order after A. Saltelli et al. (Comput. Phys. Commun. 181:259,
 * 2010, table 2 b), total after M. J. W. Jansen (Comput. Phys. Commun. 117:35, 1999):
 *   S_k = mean f(b)(f(a_k) - f(a)) / V,  T_k = mean (f(a) - f(a_k))² / 2V,
 * a_k being a with its k-th coordinate from b and f centred on its mean. The intervals are the 2.5
 * and 97.5 % points of a bootstrap over the samples, which takes them as independent and so is wide
 * for the points of a Sobol sequence. Estimates can fall a little outside [0, 1]. All are 0 where y
 * does not vary. RangeError unless y holds two or more whole samples.
 */
export function sobolIndices(y: ArrayLike<number>, dimensions: number, seed = 0): SobolIndices[] {
  const width = dimensions + 2;
  const count = y.length / width;
  if (!Number.isInteger(count) || count < 2)
    throw new RangeError(`${y.length} outputs are not two or more samples of ${width}`);
  const centred = centre(y, width);
  const all = Array.from({ length: count }, (_, j) => j);
  const varianceOf = varianceOver(centred, width);
  const spread = varianceOf(all);
  if (spread === 0) return Array.from({ length: dimensions }, () => ({ first: NONE, total: NONE }));
  const random = createRandom(seed);
  const resamples = Array.from({ length: RESAMPLES }, () => all.map(() => random.integer(count)));
  const spreads = resamples.map(varianceOf);
  const estimate = (values: Float64Array): IndexEstimate => {
    const drawn = resamples.map((samples, r) => average(values, samples) / spreads[r]);
    const [low, high] = quantiles(drawn.filter(Number.isFinite), [0.025, 0.975]);
    return { value: average(values, all) / spread, low, high };
  };
  return Array.from({ length: dimensions }, (_, k) => {
    const { first, total } = termsOf(centred, width, k);
    return { first: estimate(first), total: estimate(total) };
  });
}

const NONE: IndexEstimate = { value: 0, low: 0, high: 0 };

/** Less the mean of the independent points a and b; exact zeros where nothing varies. */
function centre(y: ArrayLike<number>, width: number): Float64Array {
  const count = y.length / width;
  const middle = sum(new Float64Array(count).map((_, j) => y[j * width] + y[j * width + 1])) / (2 * count);
  const isConstant = Array.from(y).every((value) => value === y[0]);
  return new Float64Array(y.length).map((_, i) => (isConstant ? 0 : y[i] - middle));
}

/** The variance of the values at a and b over some of the samples. */
function varianceOver(y: Float64Array, width: number): (samples: readonly number[]) => number {
  const count = y.length / width;
  const means = new Float64Array(count);
  const squares = new Float64Array(count);
  for (let j = 0; j < count; j++) {
    const [a, b] = [y[j * width], y[j * width + 1]];
    means[j] = (a + b) / 2;
    squares[j] = (a * a + b * b) / 2;
  }
  return (samples) => {
    const middle = average(means, samples);
    return average(squares, samples) - middle * middle;
  };
}

function termsOf(y: Float64Array, width: number, k: number): { first: Float64Array; total: Float64Array } {
  const count = y.length / width;
  const first = new Float64Array(count);
  const total = new Float64Array(count);
  for (let j = 0; j < count; j++) {
    const [a, b, mixed] = [y[j * width], y[j * width + 1], y[j * width + 2 + k]];
    first[j] = b * (mixed - a);
    total[j] = ((a - mixed) * (a - mixed)) / 2;
  }
  return { first, total };
}

function average(values: Float64Array, samples: readonly number[]): number {
  return sum(new Float64Array(samples.map((j) => values[j]))) / samples.length;
}
