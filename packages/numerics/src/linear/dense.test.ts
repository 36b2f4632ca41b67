import { describe, expect, test } from 'vitest';
import { log } from '../math/exponential/log.ts';
import { createRandom } from '../random/random.ts';
import { choleskyInverse, choleskyLogDeterminant, choleskySolve } from './cholesky-solve.ts';
import { cholesky } from './cholesky.ts';
import { identity, multiply, multiplyVector, traceOfProduct, transpose, type Matrix } from './matrix.ts';
import { backSolve, orthogonalColumns } from './orthogonal-columns.ts';
import { symmetricEigen } from './symmetric-eigen.ts';

function randomMatrix(rows: number, columns: number, seed: number): number[][] {
  const random = createRandom(seed);
  return Array.from({ length: rows }, () => Array.from({ length: columns }, () => random.normal()));
}

function distance(a: Matrix, b: Matrix): number {
  return Math.max(...a.flatMap((row, i) => row.map((value, j) => Math.abs(value - b[i][j]))));
}

const square = randomMatrix(6, 6, 3);
const positive = multiply(square, transpose(square)).map((row, i) =>
  row.map((value, j) => (i === j ? value + 1 : value)),
);

describe('Cholesky', () => {
  test('solves, inverts and measures', () => {
    const factor = cholesky(positive);
    const x = [1, -2, 3, 0, 5, 0.5];
    const back = choleskySolve(factor, multiplyVector(positive, x));
    for (const [i, value] of x.entries()) expect(back[i]).toBeCloseTo(value, 11);
    expect(distance(multiply(positive, choleskyInverse(factor)), identity(6))).toBeLessThan(1e-11);
    const diagonal = cholesky([
      [4, 0],
      [0, 9],
    ]);
    expect(choleskyLogDeterminant(diagonal)).toBeCloseTo(log(36), 14);
  });
});

describe('orthogonal columns', () => {
  test('Q R is the matrix, Q is orthogonal even when columns are nearly parallel', () => {
    const columns = randomMatrix(4, 9, 5);
    columns[3] = columns[0].map((value, i) => value + 1e-8 * columns[3][i]);
    const { columns: q, upper } = orthogonalColumns(columns);
    expect(distance(multiply(transpose(upper), q), columns)).toBeLessThan(1e-13);
    expect(distance(multiply(q, transpose(q)), identity(4))).toBeLessThan(1e-14);
  });

  test('back substitution', () => {
    expect(
      backSolve(
        [
          [2, 1],
          [0, 4],
        ],
        [4, 8],
      ),
    ).toEqual([1, 2]);
  });

  test('refuses a column that is a combination of others', () => {
    const columns = [
      [1, 1, 1],
      [1, 2, 3],
      [2, 3, 4],
    ];
    expect(() => orthogonalColumns(columns)).toThrow(expect.objectContaining({ reason: 'rank deficient' }));
  });
});

describe('symmetric eigenvalues', () => {
  test('V diag Vᵀ is the matrix', () => {
    const { values, vectors } = symmetricEigen(positive);
    const scaled = vectors.map((vector, k) => vector.map((value) => value * values[k]));
    expect(distance(multiply(transpose(vectors), scaled), positive)).toBeLessThan(1e-11);
    expect(distance(multiply(vectors, transpose(vectors)), identity(6))).toBeLessThan(1e-13);
  });

  test('known values, singular and diagonal', () => {
    const { values } = symmetricEigen([
      [2, 2],
      [2, 2],
    ]);
    expect(Math.min(...values)).toBeCloseTo(0, 14);
    expect(Math.max(...values)).toBeCloseTo(4, 14);
    expect(symmetricEigen(identity(3)).values).toEqual([1, 1, 1]);
    expect(symmetricEigen([]).values).toEqual([]);
  });
});

test('the trace of a product', () => {
  const other = randomMatrix(6, 6, 8);
  const trace = multiply(square, other).reduce((total, row, i) => total + row[i], 0);
  expect(traceOfProduct(square, other)).toBeCloseTo(trace, 12);
});
