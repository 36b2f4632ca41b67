import { describe, expect, test } from 'vitest';
import { createRandom } from '../random/random.ts';
import { cholesky } from './cholesky.ts';

describe('cholesky', () => {
  test('by hand', () => {
    const matrix = [
      [4, 12, -16],
      [12, 37, -43],
      [-16, -43, 98],
    ];
    expect(cholesky(matrix)).toEqual([
      [2, 0, 0],
      [6, 1, 0],
      [-8, 5, 3],
    ]);
    expect(cholesky([])).toEqual([]);
  });

  test('L Lᵀ = A for random A', () => {
    const random = createRandom(1);
    const b = Array.from({ length: 6 }, () => Array.from({ length: 6 }, () => random.normal()));
    const a = rowProducts(b).map((row, i) => row.map((value, j) => value + (i === j ? 1 : 0)));
    const back = rowProducts(cholesky(a));
    for (const [i, row] of a.entries())
      for (const [j, value] of row.entries()) expect(back[i][j]).toBeCloseTo(value, 12);
  });

  test.each([
    {
      matrix: [
        [1, 2],
        [2, 1],
      ],
      reason: 'not positive definite',
      residuals: [1, -3],
    },
    {
      matrix: [
        [1, 0.5],
        [0.4, 1],
      ],
      reason: 'not symmetric',
      residuals: [1],
    },
    { matrix: [[NaN]], reason: 'not positive definite', residuals: [NaN] },
  ])('refuses $matrix: $reason', ({ matrix, reason, residuals }) => {
    expect(() => cholesky(matrix)).toThrow(expect.objectContaining({ reason, residuals }));
  });
});

/** M Mᵀ. */
function rowProducts(m: readonly (readonly number[])[]): number[][] {
  return m.map((a) => m.map((b) => a.reduce((total, value, k) => total + value * b[k], 0)));
}
