import {
  backSolve,
  dot,
  log,
  multiply,
  multiplyVector,
  orthogonalColumns,
  transpose,
} from '@percuta/numerics';
import type { Matrix } from '@percuta/numerics';
import type { Problem } from './problem.ts';

/** Weighted least squares. The weights are reciprocal variances, so that covariance = (Xᵀ W X)⁻¹. */
export interface WeightedFit {
  readonly coefficients: readonly number[];
  readonly covariance: Matrix;
  readonly weights: readonly number[];
  /** y - X b. */
  readonly residuals: readonly number[];
  /** Σ w residual², which is yᵀ P y with P = W - W X (Xᵀ W X)⁻¹ Xᵀ W. */
  readonly q: number;
  /** Diagonal of X (Xᵀ W X)⁻¹ Xᵀ W. */
  readonly hat: readonly number[];
  /** An orthonormal basis of the columns of √W X: P_ij = √(w_i w_j) (δ_ij - Σ_c basis_ci basis_cj). */
  readonly basis: Matrix;
  /** log det Xᵀ W X. */
  readonly logDeterminant: number;
}

export function fitWeighted(
  { y, columns }: Pick<Problem, 'y' | 'columns'>,
  weights: readonly number[],
): WeightedFit {
  const root = weights.map(Math.sqrt);
  const { columns: basis, upper } = orthogonalColumns(
    columns.map((column) => column.map((x, i) => x * root[i])),
  );
  const scaled = y.map((value, i) => value * root[i]);
  const coefficients = backSolve(upper, multiplyVector(basis, scaled));
  const residuals = y.map((value, i) =>
    columns.reduce((rest, column, c) => rest - column[i] * coefficients[c], value),
  );
  const inverse = transpose(
    upper.map((_, j) =>
      backSolve(
        upper,
        upper.map((__, i) => (i === j ? 1 : 0)),
      ),
    ),
  );
  return {
    coefficients,
    covariance: multiply(inverse, transpose(inverse)),
    weights,
    residuals,
    q: residuals.reduce((total, r, i) => total + weights[i] * r * r, 0),
    hat: y.map((_, i) => basis.reduce((total, column) => total + column[i] * column[i], 0)),
    basis,
    logDeterminant: upper.reduce((total, row, i) => total + 2 * log(row[i]), 0),
  };
}

/** The weights of variances v + τ². */
export function weightsAt(v: readonly number[], tau2: number): number[] {
  return v.map((variance) => 1 / (variance + tau2));
}

/** tr(P G) for a diagonal G. */
export function traceP({ weights, hat }: WeightedFit, g: readonly number[]): number {
  return weights.reduce((total, w, i) => total + w * g[i] * (1 - hat[i]), 0);
}

/** tr(P G P G) for a diagonal G, so that y of variances G has Var(yᵀ P y) = 2 tr(P G P G). */
export function tracePP({ weights, hat, basis }: WeightedFit, g: readonly number[]): number {
  const scale = weights.map((w, i) => w * g[i]);
  const diagonal = scale.reduce((total, s, i) => total + s * s * (1 - 2 * hat[i]), 0);
  const scaled = basis.map((column) => column.map((value, i) => value * scale[i]));
  return (
    diagonal + basis.flatMap((a) => scaled.map((b) => dot(a, b) ** 2)).reduce((total, x) => total + x, 0)
  );
}

/** qᵀ P q. */
export function quadraticP({ weights, basis }: WeightedFit, q: readonly number[]): number {
  const scaled = q.map((value, i) => value * Math.sqrt(weights[i]));
  return dot(scaled, scaled) - basis.reduce((total, column) => total + dot(column, scaled) ** 2, 0);
}
