/** Where several functions were looked at, and what they are there; as many unknowns as functions. */
export interface Looked {
  readonly at: readonly number[];
  readonly values: readonly number[];
}

const dot = (a: readonly number[], b: readonly number[]): number =>
  a.reduce((sum, value, i) => sum + value * (b[i] ?? 0), 0);

const less = (a: readonly number[], b: readonly number[]): number[] =>
  a.map((value, i) => value - (b[i] ?? 0));

const transposed = (matrix: readonly (readonly number[])[]): number[][] =>
  matrix.map((_, column) => matrix.map((row) => row[column] ?? 0));

// Of the square of a step: below it two looks tell nothing of the slopes.
const SAME = 1e-12;

const updated = (inverse: number[][], before: Looked, after: Looked): number[][] => {
  const step = less(after.at, before.at);
  const change = less(after.values, before.values);
  const expected = inverse.map((row) => dot(row, change));
  const scale = dot(step, expected);
  if (!(Math.abs(scale) > SAME * dot(step, step))) return inverse;
  const row = transposed(inverse).map((column) => dot(column, step));
  return inverse.map((values, i) =>
    values.map((value, j) => value + (((step[i] ?? 0) - (expected[i] ?? 0)) * (row[j] ?? 0)) / scale),
  );
};

/**
 * Where to look next for a common zero of several functions: Broyden's method (C. G. Broyden, Math. Comp. 19:577, 1965),
 * the inverse of the slopes corrected by each pair of looks, oldest first. `slopes` are those of each function along its
 * own unknown to begin with, none of them 0.
 */
export const broydenStep = (looked: readonly Looked[], slopes: readonly number[]): number[] => {
  const last = looked[looked.length - 1];
  if (last === undefined) throw new RangeError('nothing was looked at yet');
  let inverse = slopes.map((slope, i) => slopes.map((_, j) => (i === j ? 1 / slope : 0)));
  looked.forEach((look, n) => {
    const before = looked[n - 1];
    if (before !== undefined) inverse = updated(inverse, before, look);
  });
  return last.at.map((value, i) => value - dot(inverse[i] ?? [], last.values));
};
