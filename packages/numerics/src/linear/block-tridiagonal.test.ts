import { expect, test } from 'vitest';
import { SolverFailed } from '../error.ts';
import { createRandom } from '../random/random.ts';
import { createBlockTridiagonal } from './block-tridiagonal.ts';
import { invert } from './invert.ts';

test('the inverse times the matrix is the identity', () => {
  const n = 13;
  const random = createRandom(3);
  const a = Float64Array.from({ length: n * n }, (_, i) => random.next() + (i % (n + 1) === 0 ? n : 0));
  const inverse = a.slice();
  invert(inverse, n);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      let sum = 0;
      for (let k = 0; k < n; k++) sum += inverse[i * n + k] * a[k * n + j];
      expect(sum).toBeCloseTo(i === j ? 1 : 0, 13);
    }
  }
});

test('a matrix without inverse throws', () => {
  expect(() => invert(Float64Array.of(1, 2, 2, 4), 2)).toThrow(SolverFailed);
});

test('solving undoes multiplying, with couplings on and off the diagonal', () => {
  const [count, n] = [6, 4];
  const random = createRandom(8);
  const pattern = { rows: Int32Array.of(0, 1, 2, 3, 1), columns: Int32Array.of(0, 1, 2, 3, 0) };
  const blocks = createBlockTridiagonal(count, n, pattern);
  for (let k = 0; k < count; k++) {
    blocks.diagonal[k].forEach(
      (_, i) => (blocks.diagonal[k][i] = random.next() + (i % (n + 1) === 0 ? 8 : 0)),
    );
    pattern.rows.forEach((_, e) => {
      blocks.lower[k][e] = random.next();
      blocks.upper[k][e] = random.next();
    });
  }
  const whole = blocks.diagonal.map((block) => block.slice());
  const x = Float64Array.from({ length: count * n }, () => random.next());
  const b = x.map((_, at) => {
    const [k, i] = [Math.floor(at / n), at % n];
    let sum = 0;
    for (let j = 0; j < n; j++) sum += whole[k][i * n + j] * x[k * n + j];
    pattern.rows.forEach((row, e) => {
      if (row !== i) return;
      if (k > 0) sum += blocks.lower[k][e] * x[(k - 1) * n + pattern.columns[e]];
      if (k < count - 1) sum += blocks.upper[k][e] * x[(k + 1) * n + pattern.columns[e]];
    });
    return sum;
  });
  blocks.factor();
  blocks.solve(b);
  b.forEach((value, i) => expect(value).toBeCloseTo(x[i], 12));
});
