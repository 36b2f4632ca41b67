import { SolverFailed } from '../error.ts';

/** Rows taken off at a time: each pass over the matrix then does four times the work on what it loads. */
const wide = 4;

/** Gauss and Jordan on pivots p to p + count − 1, one by one. */
const pivotSingly = (a: Float64Array, n: number, p: number, count: number): void => {
  for (let q = p; q < p + count; q++) {
    const row = q * n;
    const pivot = 1 / a[row + q];
    if (!Number.isFinite(pivot)) throw new SolverFailed('invert', 'rank deficient', [a[row + q]]);
    a[row + q] = 1;
    for (let j = 0; j < n; j++) a[row + j] *= pivot;
    for (let i = p; i < p + count; i++) {
      const factor = a[i * n + q];
      if (i === q || factor === 0) continue;
      a[i * n + q] = 0;
      for (let j = 0; j < n; j++) a[i * n + j] -= factor * a[row + j];
    }
  }
};

/** Takes four finished pivot rows off row i. */
const takeFour = (a: Float64Array, n: number, i: number, p: number): void => {
  const at = i * n;
  const [one, two, three, four] = [a[at + p], a[at + p + 1], a[at + p + 2], a[at + p + 3]];
  if (one === 0 && two === 0 && three === 0 && four === 0) return;
  for (let j = 0; j < wide; j++) a[at + p + j] = 0;
  const first = p * n;
  const [second, third, fourth] = [first + n, first + 2 * n, first + 3 * n];
  for (let j = 0; j < n; j++) {
    a[at + j] -= one * a[first + j] + two * a[second + j] + three * a[third + j] + four * a[fourth + j];
  }
};

const takeOne = (a: Float64Array, n: number, i: number, p: number): void => {
  const at = i * n;
  const factor = a[at + p];
  if (factor === 0) return;
  a[at + p] = 0;
  for (let j = 0; j < n; j++) a[at + j] -= factor * a[p * n + j];
};

/**
 * Overwrites a dense n × n matrix, row after row, by its inverse: Gauss and Jordan without exchange of rows, for
 * matrices near the identity or dominated by their diagonal. Throws SolverFailed on a pivot of 0 or no number.
 */
export const invert = (a: Float64Array, n: number): void => {
  let p = 0;
  for (; p + wide <= n; p += wide) {
    pivotSingly(a, n, p, wide);
    for (let i = 0; i < n; i++) if (i < p || i >= p + wide) takeFour(a, n, i, p);
  }
  for (; p < n; p++) {
    pivotSingly(a, n, p, 1);
    for (let i = 0; i < n; i++) if (i !== p) takeOne(a, n, i, p);
  }
};
