import { SolverFailed } from '../error.ts';

// Asymmetry above this part of √(a_ii a_jj) is a mistake in the matrix, not rounding.
const ASYMMETRY = 1e-12;

/**
 * The lower triangular L with L Lᵀ = A, for a small dense symmetric positive definite A; L z of
 * standard normals z has covariance A. Throws SolverFailed, with the pivots so far, if A is not
 * symmetric or a pivot is not positive.
 */
export function cholesky(matrix: readonly (readonly number[])[]): number[][] {
  const factor = matrix.map((row) => row.map(() => 0));
  const pivots: number[] = [];
  for (let j = 0; j < matrix.length; j++) {
    const pivot = matrix[j][j] - rowProduct(factor, j, j);
    pivots.push(pivot);
    if (!(pivot > 0 && pivot < Infinity)) throw new SolverFailed('cholesky', 'not positive definite', pivots);
    factor[j][j] = Math.sqrt(pivot);
    for (let i = j + 1; i < matrix.length; i++) {
      if (!isSymmetric(matrix, i, j)) throw new SolverFailed('cholesky', 'not symmetric', pivots);
      factor[i][j] = (matrix[i][j] - rowProduct(factor, i, j)) / factor[j][j];
    }
  }
  return factor;
}

/** Σ L_ik L_jk over k < j. */
function rowProduct(factor: readonly (readonly number[])[], i: number, j: number): number {
  let total = 0;
  for (let k = 0; k < j; k++) total += factor[i][k] * factor[j][k];
  return total;
}

function isSymmetric(matrix: readonly (readonly number[])[], i: number, j: number): boolean {
  const size = Math.sqrt(Math.abs(matrix[i][i] * matrix[j][j]));
  return Math.abs(matrix[i][j] - matrix[j][i]) <= ASYMMETRY * size;
}
