import type { DoubleField, Kernels } from '../kernels/kernels.ts';
import type { StiffOptions, StiffSystem } from './stiff-system.ts';

export const newtonIterations = 4;

/** What one implicit step is solved with; psi follows predicted in memory. */
export interface Newton {
  readonly kernels: Kernels;
  readonly size: number;
  readonly stride: number;
  readonly predictedAndPsi: DoubleField;
  readonly value: DoubleField;
  /** value − predicted. */
  readonly correction: DoubleField;
  readonly residual: DoubleField;
  /** 1 / the error that is allowed at the prediction. */
  readonly scales: DoubleField;
  /** What an iteration leaves of its error with these factors, as far as known. */
  rate: number;
}

/** Newton's method stops once what is left changes the error of a step by this part of what is allowed. */
const share = 0.03;
/** A rate that was measured counts this much in the next iteration at least. */
const remembered = 0.3;
/** Iterations that grow by more than this diverge. */
const divergence = 2;

export const createNewton = (kernels: Kernels, size: number, stride: number): Newton => {
  const [value, correction, residual, scales] = Array.from({ length: 4 }, () => kernels.doubles(stride));
  const predictedAndPsi = kernels.doubles(2 * stride);
  return { kernels, size, stride, predictedAndPsi, value, correction, residual, scales, rate: 1 };
};

/** Root mean square of a vector, by its offset, in units of the error that is allowed. */
export const normOf = ({ kernels, scales, size, stride }: Newton, vector: number): number =>
  Math.sqrt(kernels.run.scaledSquares(vector, scales.offset, stride) / size);

const begin = (newton: Newton, { relative, absolute }: StiffOptions): void => {
  const { kernels, predictedAndPsi, value, correction, scales, stride } = newton;
  kernels.run.errorScales(scales.offset, predictedAndPsi.offset, relative, absolute, stride);
  value.data.set(predictedAndPsi.data.subarray(0, stride));
  correction.data.fill(0);
};

/** One iteration; the size of its change. */
const iterate = (newton: Newton, system: StiffSystem, c: number): number => {
  const { kernels, predictedAndPsi, value, correction, residual, size, stride } = newton;
  const psi = predictedAndPsi.offset + 8 * stride;
  const vector = residual.data.subarray(0, size);
  system.rates(value.data.subarray(0, size), vector);
  kernels.run.missing(residual.offset, psi, correction.offset, c, stride);
  system.solve(vector);
  const change = normOf(newton, residual.offset);
  if (Number.isFinite(change)) {
    kernels.run.correctBoth(value.offset, correction.offset, residual.offset, stride);
  }
  return change;
};

/**
 * Solves value = predicted + correction with c f(value) = psi + correction; `weight` is what makes the error of a step
 * out of its correction. How fast the iterations before converged with the same factors says when a first one is enough
 * (P. N. Brown, G. D. Byrne and A. C. Hindmarsh, SIAM J Sci Stat Comput 10:1038, 1989).
 */
export const solveStage = (
  newton: Newton,
  system: StiffSystem,
  { c, weight }: { readonly c: number; readonly weight: number },
  options: StiffOptions,
): { readonly hasConverged: boolean; readonly iterations: number } => {
  begin(newton, options);
  let before = Infinity;
  for (let k = 1; k <= newtonIterations; k++) {
    const change = iterate(newton, system, c);
    if (!(change <= divergence * before)) return { hasConverged: false, iterations: k };
    if (k > 1) newton.rate = Math.max(remembered * newton.rate, change / before);
    if (change * Math.min(1, newton.rate) * weight <= share) return { hasConverged: true, iterations: k };
    before = change;
  }
  return { hasConverged: false, iterations: newtonIterations };
};
