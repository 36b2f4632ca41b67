import { expect, test } from 'vitest';
import { createRandom } from '../random/random.ts';
import { createPlaceElimination } from './place-elimination.ts';

const [n, places] = [7, 5];
const eliminated = [0, 2, 3, 6];
const kept = [1, 4, 5];
const has = (i: number, j: number): boolean => (i * 3 + j * 5) % 4 === 0;

/** Solves a small dense system by Gauss with a loop for each line of the textbook. */
const denseSolve = (a: number[][], b: number[]): number[] => {
  const size = b.length;
  for (let q = 0; q < size; q++) {
    for (let i = q + 1; i < size; i++) {
      const share = a[i][q] / a[q][q];
      for (let j = q; j < size; j++) a[i][j] -= share * a[q][j];
      b[i] -= share * b[q];
    }
  }
  const x = b.slice();
  for (let i = size - 1; i >= 0; i--) {
    for (let j = i + 1; j < size; j++) x[i] -= a[i][j] * x[j];
    x[i] /= a[i][i];
  }
  return x;
};

test('eliminating, solving for the rest and putting back solves every place', () => {
  const random = createRandom(4);
  const elimination = createPlaceElimination({ unknowns: n, eliminated, has }, places);
  const matrices = Array.from({ length: places }, () =>
    Array.from({ length: n }, (_, i) =>
      Array.from({ length: n }, (__, j) =>
        i === j ? 4 + random.next() : has(i, j) ? random.next() - 0.5 : 0,
      ),
    ),
  );
  const b = Float64Array.from({ length: n * places }, () => random.next());
  const expected = matrices.map((matrix, place) =>
    denseSolve(
      matrix.map((row) => row.slice()),
      Array.from({ length: n }, (_, i) => b[i * places + place]),
    ),
  );
  matrices.forEach((matrix, place) =>
    matrix.forEach((row, i) =>
      row.forEach((value, j) => {
        if (value !== 0) elimination.values[elimination.entry(i, j) * places + place] = value;
      }),
    ),
  );
  elimination.factor();
  elimination.forward(b);
  for (let place = 0; place < places; place++) {
    const schur = kept.map((i) =>
      kept.map((j) => {
        const entry = elimination.entry(i, j);
        return entry < 0 ? 0 : elimination.values[entry * places + place];
      }),
    );
    const rest = denseSolve(
      schur,
      kept.map((i) => b[i * places + place]),
    );
    kept.forEach((i, a) => (b[i * places + place] = rest[a]));
  }
  elimination.backward(b);
  expected.forEach((x, place) =>
    x.forEach((value, i) => expect(b[i * places + place]).toBeCloseTo(value, 13)),
  );
});
