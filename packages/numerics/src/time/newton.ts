import type { StiffOptions, StiffSystem } from './stiff-system.ts';
import { scaledNorm } from './step-size.ts';

export const newtonIterations = 4;

/** What one implicit step is solved with. */
export interface Newton {
  readonly predicted: Float64Array;
  readonly psi: Float64Array;
  readonly value: Float64Array;
  /** value − predicted. */
  readonly correction: Float64Array;
  readonly residual: Float64Array;
}

/** Newton's method stops once what is left is this part of the allowed error of a step. */
const share = 0.03;

/** x to a small whole power, by products alone. */
const power = (x: number, count: number): number => (count === 0 ? 1 : x * power(x, count - 1));

/** Solves value = predicted + correction with c f(value) = psi + correction. */
export const solveStage = (
  system: StiffSystem,
  newton: Newton,
  c: number,
  options: StiffOptions,
): { readonly hasConverged: boolean; readonly iterations: number } => {
  const { predicted, psi, value, correction, residual } = newton;
  const tolerance = Math.min(share, Math.sqrt(options.relative));
  value.set(predicted);
  correction.fill(0);
  let before = 0;
  for (let k = 0; k < newtonIterations; k++) {
    system.rates(value, residual);
    for (let n = 0; n < residual.length; n++) residual[n] = c * residual[n] - psi[n] - correction[n];
    system.solve(residual);
    const size = scaledNorm(residual, predicted, options);
    if (!Number.isFinite(size)) return { hasConverged: false, iterations: k + 1 };
    const rate = k === 0 ? undefined : size / before;
    if (rate !== undefined) {
      const left = (power(rate, newtonIterations - k) / (1 - rate)) * size;
      if (rate >= 1 || left > tolerance) return { hasConverged: false, iterations: k + 1 };
    }
    for (let n = 0; n < residual.length; n++) {
      value[n] += residual[n];
      correction[n] += residual[n];
    }
    if (size === 0 || (rate !== undefined && (rate / (1 - rate)) * size < tolerance)) {
      return { hasConverged: true, iterations: k + 1 };
    }
    before = size;
  }
  return { hasConverged: false, iterations: newtonIterations };
};
