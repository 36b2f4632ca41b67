import { expect, test } from 'vitest';
import { createKernels, type KernelBuild } from '../kernels/kernels.ts';
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

const c = 0.1;

/** Every place solved: by elimination of some unknowns, and as one dense system. */
const solutions = (build: KernelBuild) => {
  const random = createRandom(4);
  const elimination = createPlaceElimination({ unknowns: n, eliminated, has }, places, createKernels(build));
  const { lead, entry, slopes, matrices, right } = elimination;
  const dense = Array.from({ length: places }, (_, place) => {
    const rows = Array.from({ length: n }, (__, i) =>
      Array.from({ length: n }, (___, j) => {
        if (i !== j && !has(i, j)) return 0;
        const slope = i === j ? -40 - 10 * random.next() : 10 * random.next() - 5;
        slopes.data[entry(i, j) * lead + place] = slope;
        return (i === j ? 1 : 0) - c * slope;
      }),
    );
    const b = rows.map(() => random.next());
    b.forEach((value, i) => (right.data[i * lead + place] = value));
    return denseSolve(rows, b);
  });
  elimination.factor(c);
  elimination.forward();
  for (let place = 0; place < places; place++) {
    const schur = kept.map((i) =>
      kept.map((j) => (entry(i, j) < 0 ? 0 : matrices.data[entry(i, j) * lead + place])),
    );
    const rest = denseSolve(
      schur,
      kept.map((i) => right.data[i * lead + place]),
    );
    kept.forEach((i, a) => (right.data[i * lead + place] = rest[a]));
  }
  elimination.backward();
  const found = dense.map((x, place) => x.map((_, i) => right.data[i * lead + place]));
  return { dense, found };
};

test('eliminating, solving for the rest and putting back solves every place', () => {
  const { dense, found } = solutions('f64');
  dense.forEach((x, place) => x.forEach((value, i) => expect(found[place][i]).toBeCloseTo(value, 13)));
});

test('JavaScript and WebAssembly give the same bits', () => {
  expect(solutions('f64').found).toEqual(solutions('reference').found);
});
