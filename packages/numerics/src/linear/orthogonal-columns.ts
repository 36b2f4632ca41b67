import { SolverFailed } from '../error.ts';
import { dot, type Matrix } from './matrix.ts';

// A column that is this small once the earlier ones are taken out of it is a combination of them.
const DEPENDENT = 1e-10;

/** A = Q R: the columns of Q orthonormal, R upper triangular. */
export interface OrthogonalColumns {
  readonly columns: Matrix;
  readonly upper: Matrix;
}

/**
 * The thin QR factors of a matrix given by its columns: Gram-Schmidt, each column twice, which is enough for
 * orthogonality to rounding (L. Giraud et al., Numer. Math. 101:87, 2005). Throws SolverFailed if the columns
 * depend on each other.
 */
export function orthogonalColumns(matrix: Matrix): OrthogonalColumns {
  const columns: number[][] = [];
  const upper = matrix.map(() => matrix.map(() => 0));
  for (const [j, given] of matrix.entries()) {
    const column = [...given];
    for (let pass = 0; pass < 2; pass++) {
      for (const [i, base] of columns.entries()) {
        const share = dot(base, column);
        upper[i][j] += share;
        for (let r = 0; r < column.length; r++) column[r] -= share * base[r];
      }
    }
    const size = Math.sqrt(dot(column, column));
    if (!(size > DEPENDENT * Math.sqrt(dot(given, given))))
      throw new SolverFailed('orthogonalColumns', 'rank deficient', [j, size]);
    upper[j][j] = size;
    columns.push(column.map((value) => value / size));
  }
  return { columns, upper };
}

/** The x with R x = b, for an upper triangular R. */
export function backSolve(upper: Matrix, b: readonly number[]): number[] {
  const x = [...b];
  for (let i = x.length - 1; i >= 0; i--) {
    for (let k = i + 1; k < x.length; k++) x[i] -= upper[i][k] * x[k];
    x[i] /= upper[i][i];
  }
  return x;
}
