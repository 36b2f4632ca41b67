import { SolverFailed } from '../error.ts';
import { cholesky } from '../linear/cholesky.ts';
import { choleskyInverse, choleskySolve } from '../linear/cholesky-solve.ts';
import { exp } from '../math/exponential/exp.ts';

/** How a Gaussian process varies: a length along each input, in its unit, and the part of the variance that is noise. */
export interface ProcessShape {
  readonly lengths: readonly number[];
  readonly noise: number;
}

/** Answers at some inputs: one row an input, one column an output. */
export interface Observations {
  readonly inputs: readonly (readonly number[])[];
  readonly outputs: readonly (readonly number[])[];
}

/** A process that has seen observations: its mean at x is means + scales Σ_i weights_i k(x, inputs_i). */
export interface GaussianProcess {
  readonly shape: ProcessShape;
  readonly inputs: readonly (readonly number[])[];
  /** One row an output, one column an input. */
  readonly weights: readonly Float64Array[];
  readonly means: readonly number[];
  readonly scales: readonly number[];
}

const kernelMatrix = (inputs: Observations['inputs'], { lengths, noise }: ProcessShape): number[][] =>
  inputs.map((row, i) =>
    inputs.map((other, j) => {
      let sum = 0;
      for (let k = 0; k < lengths.length; k++) {
        const distance = (row[k] - other[k]) / lengths[k];
        sum += distance * distance;
      }
      return exp(-sum / 2) + (i === j ? noise : 0);
    }),
  );

const column = (rows: Observations['outputs'], k: number): number[] => rows.map((row) => row[k]);

/** Zero mean and unit variance; a column that never varies keeps its scale of 1. */
const standardised = (values: readonly number[]): { mean: number; scale: number; shifted: number[] } => {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const square = values.reduce((sum, value) => sum + (value - mean) * (value - mean), 0);
  const scale = square > 0 ? Math.sqrt(square / values.length) : 1;
  return { mean, scale, shifted: values.map((value) => (value - mean) / scale) };
};

/**
 * Gaussian processes with one squared-exponential kernel for all outputs (C. E. Rasmussen and C. K. I. Williams,
 * Gaussian Processes for Machine Learning, 2006, algorithm 2.1, means only). RangeError for no observations;
 * SolverFailed where the kernel matrix is not positive definite.
 */
export function fitGaussianProcess({ inputs, outputs }: Observations, shape: ProcessShape): GaussianProcess {
  if (inputs.length === 0 || inputs.length !== outputs.length)
    throw new RangeError(`${inputs.length} inputs with ${outputs.length} outputs`);
  const factor = cholesky(kernelMatrix(inputs, shape));
  const columns = outputs[0].map((_, k) => standardised(column(outputs, k)));
  return {
    shape,
    inputs,
    weights: columns.map(({ shifted }) => Float64Array.from(choleskySolve(factor, shifted))),
    means: columns.map(({ mean }) => mean),
    scales: columns.map(({ scale }) => scale),
  };
}

/**
 * The part of the kernel that some axes make, from points that have those coordinates alone to every input: one row
 * of inputs a point. The kernel is a product over the axes, so that parts multiply.
 */
export function partialKernel(
  { shape: { lengths }, inputs }: GaussianProcess,
  axes: readonly number[],
  points: readonly (readonly number[])[],
): Float64Array {
  const count = inputs.length;
  const part = new Float64Array(points.length * count);
  points.forEach((point, n) => {
    for (let i = 0; i < count; i++) {
      let sum = 0;
      for (let a = 0; a < axes.length; a++) {
        const distance = (point[a] - inputs[i][axes[a]]) / lengths[axes[a]];
        sum += distance * distance;
      }
      part[n * count + i] = exp(-sum / 2);
    }
  });
  return part;
}

/**
 * One output at single points out of many: at point n, whose kernel is `one` (for all of them) times row n of `many`.
 * Four partial sums, added in order: a single one would wait for every addition.
 */
export function predictorByParts(
  { weights, means, scales }: GaussianProcess,
  output: number,
  one: Float64Array,
  many: Float64Array,
): (n: number) => number {
  const count = one.length;
  const own = one.map((near, i) => near * weights[output][i] * scales[output]);
  const middle = means[output];
  const even = count - (count % 4);
  return (n) => {
    const at = n * count;
    let [a, b, c, d] = [0, 0, 0, 0];
    for (let i = 0; i < even; i += 4) {
      a += own[i] * many[at + i];
      b += own[i + 1] * many[at + i + 1];
      c += own[i + 2] * many[at + i + 2];
      d += own[i + 3] * many[at + i + 3];
    }
    for (let i = even; i < count; i++) a += own[i] * many[at + i];
    return middle + (a + b + (c + d));
  };
}

/** The same at all of the points. */
export function predictByParts(
  process: GaussianProcess,
  output: number,
  one: Float64Array,
  many: Float64Array,
): Float64Array {
  const predict = predictorByParts(process, output, one, many);
  const values = new Float64Array(many.length / one.length);
  for (let n = 0; n < values.length; n++) values[n] = predict(n);
  return values;
}

/** Every output at x. */
export function predictGaussianProcess(process: GaussianProcess, x: readonly number[]): number[] {
  const near = partialKernel(
    process,
    x.map((_, axis) => axis),
    [x],
  );
  const { weights, means, scales } = process;
  return weights.map((own, k) => means[k] + scales[k] * own.reduce((sum, w, i) => sum + w * near[i], 0));
}

/** Mean square over all outputs, each in its own variance, of what is missed when one input is left out at a time. */
function leftOutError({ inputs, outputs }: Observations, shape: ProcessShape): number {
  let inverse: number[][];
  try {
    inverse = choleskyInverse(cholesky(kernelMatrix(inputs, shape)));
  } catch (error) {
    if (error instanceof SolverFailed) return Infinity;
    throw error;
  }
  const count = outputs[0].length;
  let total = 0;
  for (let k = 0; k < count; k++) {
    const { shifted } = standardised(column(outputs, k));
    inverse.forEach((row, i) => {
      const missed = row.reduce((sum, value, j) => sum + value * shifted[j], 0) / row[i];
      total += missed * missed;
    });
  }
  return total / (count * inputs.length);
}

const STEPS = [0.5, 0.7, 1.4, 2] as const;
const SHORTEST = 0.1;
const LONGEST = 50;

/**
 * The shape whose answers miss least when one observation is left out at a time (equation 5.12 of the same book),
 * by steps along one coordinate after the other until none helps by a share `least`. Inputs are best scaled to
 * about unit spread.
 */
export function findProcessShape(
  observations: Observations,
  start: ProcessShape,
  { least = 0.002, mostSweeps = 6 }: { readonly least?: number; readonly mostSweeps?: number } = {},
): ProcessShape & { readonly leftOut: number } {
  let best = start;
  let error = leftOutError(observations, best);
  const tries = (change: (factor: number) => ProcessShape): void => {
    for (const factor of STEPS) {
      const shape = change(factor);
      const own = leftOutError(observations, shape);
      if (own < error) [best, error] = [shape, own];
    }
  };
  for (let sweep = 0; sweep < mostSweeps; sweep++) {
    const before = error;
    start.lengths.forEach((_, axis) => {
      const { lengths, noise } = best;
      tries((factor) => ({
        noise,
        lengths: lengths.map((length, k) =>
          k === axis ? Math.min(LONGEST, Math.max(SHORTEST, length * factor)) : length,
        ),
      }));
    });
    const { lengths, noise } = best;
    tries((factor) => ({ lengths, noise: noise * factor * factor }));
    if (error > before * (1 - least)) break;
  }
  return { ...best, leftOut: error };
}
