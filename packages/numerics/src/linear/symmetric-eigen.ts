import { SolverFailed } from '../error.ts';
import { identity, type Matrix } from './matrix.ts';

const MOST_SWEEPS = 60;

/** A = V diag(values) Vᵀ; vectors[k] is the unit eigenvector of values[k]. No order. */
export interface Eigen {
  readonly values: readonly number[];
  readonly vectors: Matrix;
}

/** Eigenvalues and eigenvectors of a small symmetric matrix by C. Jacobi's rotations; the lower triangle is read. Throws SolverFailed where 60 sweeps leave it not diagonal. */
export function symmetricEigen(matrix: Matrix): Eigen {
  const n = matrix.length;
  const a = matrix.map((row, i) => row.map((_, j) => matrix[Math.max(i, j)][Math.min(i, j)]));
  const vectors = identity(n);
  for (let sweep = 0; sweep < MOST_SWEEPS; sweep++) {
    if (isDiagonal(a)) return { values: a.map((row, i) => row[i]), vectors };
    for (let p = 0; p < n; p++) for (let q = p + 1; q < n; q++) rotate(a, vectors, p, q);
  }
  throw new SolverFailed('symmetricEigen', 'not converged', a.flat());
}

function isDiagonal(a: Matrix): boolean {
  const scale = Math.max(...a.map((row, i) => Math.abs(row[i])));
  return a.every((row, i) => row.every((value, j) => i === j || Math.abs(value) <= 1e-17 * scale));
}

/** The rotation in the plane of p and q that makes a_pq zero. */
function rotate(a: number[][], vectors: number[][], p: number, q: number): void {
  if (a[p][q] === 0) return;
  const theta = (a[q][q] - a[p][p]) / (2 * a[p][q]);
  const tangent = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
  const cosine = 1 / Math.sqrt(tangent * tangent + 1);
  const sine = tangent * cosine;
  for (let k = 0; k < a.length; k++) {
    const kp = a[k][p];
    const kq = a[k][q];
    a[k][p] = cosine * kp - sine * kq;
    a[k][q] = sine * kp + cosine * kq;
  }
  turnRows(a, { p, q, cosine, sine });
  turnRows(vectors, { p, q, cosine, sine });
  a[p][q] = 0;
  a[q][p] = 0;
}

interface Rotation {
  readonly p: number;
  readonly q: number;
  readonly cosine: number;
  readonly sine: number;
}

function turnRows(rows: number[][], { p, q, cosine, sine }: Rotation): void {
  const first = rows[p];
  const second = rows[q];
  for (let k = 0; k < first.length; k++) {
    const value = first[k];
    first[k] = cosine * value - sine * second[k];
    second[k] = sine * value + cosine * second[k];
  }
}
