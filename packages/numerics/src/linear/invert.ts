import { SolverFailed } from '../error.ts';

/**
 * Overwrites a dense n × n matrix, row after row, by its inverse: Gauss and Jordan without exchange of rows, for
 * matrices near the identity or dominated by their diagonal. Throws SolverFailed on a pivot of 0 or no number.
 */
export const invert = (a: Float64Array, n: number): void => {
  for (let p = 0; p < n; p++) {
    const row = p * n;
    const pivot = 1 / a[row + p];
    if (!Number.isFinite(pivot)) throw new SolverFailed('invert', 'rank deficient', [a[row + p]]);
    a[row + p] = 1;
    for (let j = 0; j < n; j++) a[row + j] *= pivot;
    for (let i = 0; i < n; i++) {
      const at = i * n;
      const factor = a[at + p];
      if (i === p || factor === 0) continue;
      a[at + p] = 0;
      for (let j = 0; j < n; j++) a[at + j] -= factor * a[row + j];
    }
  }
};
