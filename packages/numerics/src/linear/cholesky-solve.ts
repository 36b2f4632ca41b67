import { log } from '../math/exponential/log.ts';
import type { Matrix } from './matrix.ts';

/** The x with L Lᵀ x = b, for the factor L that cholesky gives. */
export function choleskySolve(factor: Matrix, b: readonly number[]): number[] {
  const x = forwardSolve(factor, b);
  for (let i = x.length - 1; i >= 0; i--) {
    for (let k = i + 1; k < x.length; k++) x[i] -= factor[k][i] * x[k];
    x[i] /= factor[i][i];
  }
  return x;
}

/** The x with L x = b, for a lower triangular L. */
export function forwardSolve(factor: Matrix, b: readonly number[]): number[] {
  const x = [...b];
  for (let i = 0; i < x.length; i++) {
    const row = factor[i];
    for (let k = 0; k < i; k++) x[i] -= row[k] * x[k];
    x[i] /= row[i];
  }
  return x;
}

/** (L Lᵀ)⁻¹, exactly symmetric. */
export function choleskyInverse(factor: Matrix): number[][] {
  const n = factor.length;
  const inverse = factor.map((_, j) =>
    choleskySolve(
      factor,
      factor.map((_, i) => (i === j ? 1 : 0)),
    ),
  );
  for (let i = 0; i < n; i++) for (let j = 0; j < i; j++) inverse[i][j] = inverse[j][i];
  return inverse;
}

/** log det(L Lᵀ). */
export function choleskyLogDeterminant(factor: Matrix): number {
  return 2 * factor.reduce((total, row, i) => total + log(row[i]), 0);
}
