import { expect, test } from 'vitest';
import { StepFailed } from '../error.ts';
import { exp } from '../math/exponential/exp.ts';
import { integrateStiff } from './integrate-stiff.ts';
import type { StiffSystem } from './stiff-system.ts';

/** Gauss and Jordan in place, row after row. */
const invert = (a: Float64Array, n: number): void => {
  for (let q = 0; q < n; q++) {
    const pivot = 1 / a[q * n + q];
    a[q * n + q] = 1;
    for (let j = 0; j < n; j++) a[q * n + j] *= pivot;
    for (let i = 0; i < n; i++) {
      if (i === q) continue;
      const factor = a[i * n + q];
      a[i * n + q] = 0;
      for (let j = 0; j < n; j++) a[i * n + j] -= factor * a[q * n + j];
    }
  }
};

/** A small system by its rates and its Jacobian. */
const dense = (
  size: number,
  rates: (y: Float64Array, out: Float64Array) => void,
  slopes: (y: Float64Array) => readonly number[],
): StiffSystem => {
  let jacobian: readonly number[] = [];
  const inverse = new Float64Array(size * size);
  return {
    size,
    rates,
    linearise: (y) => (jacobian = slopes(y)),
    factor: (c) => {
      jacobian.forEach((slope, i) => (inverse[i] = (i % (size + 1) === 0 ? 1 : 0) - c * slope));
      invert(inverse, size);
    },
    solve: (b) => {
      const given = b.slice();
      b.forEach((_, i) => (b[i] = given.reduce((sum, value, j) => sum + inverse[i * size + j] * value, 0)));
    },
  };
};

/** Robertson's reactions: rates from 0.04 to 3e7. */
const robertson = dense(
  3,
  ([a, b, c], out) => {
    out[0] = -0.04 * a + 1e4 * b * c;
    out[2] = 3e7 * b * b;
    out[1] = -out[0] - out[2];
  },
  ([, b, c]) => [-0.04, 1e4 * c, 1e4 * b, 0.04, -1e4 * c - 6e7 * b, -1e4 * b, 0, 6e7 * b, 0],
);

test('Robertson: the values known at 40 and 4e5, in steps that grow', () => {
  const start = Float64Array.of(1, 0, 0);
  const options = { relative: 1e-7, absolute: 1e-12 };
  const early = integrateStiff(robertson, start, 40, options);
  // Hairer and Wanner II, and the CVODE example cvRoberts: 0.7158271, 9.1855e-6, 0.2841637.
  expect(early.end[0]).toBeCloseTo(0.7158271, 5);
  expect(early.end[1]).toBeCloseTo(9.1855e-6, 9);
  const late = integrateStiff(robertson, start, 4e5, options);
  expect(late.end[0]).toBeCloseTo(4.9383e-3, 6);
  expect(late.tally.steps).toBeLessThan(1500);
  expect(late.end[0] + late.end[1] + late.end[2]).toBeCloseTo(1, 9);
});

const decay = dense(
  2,
  ([a, b], out) => {
    out[0] = -a;
    out[1] = -1e6 * (b - a);
  },
  () => [-1, 0, 1e6, -1e6],
);

test('the polynomial of each step joins its ends and follows the solution between', () => {
  const start = Float64Array.of(1, 1);
  const options = { relative: 1e-8, absolute: 1e-12 };
  const point = new Float64Array(2);
  let before = 0;
  integrateStiff(decay, start, 3, options, (step) => {
    expect(step.from).toBe(before);
    before = step.to;
    step.at(step.from + 0.37 * (step.to - step.from), point);
    expect(point[0]).toBeCloseTo(exp(-(step.from + 0.37 * (step.to - step.from))), 6);
  });
  expect(before).toBe(3);
});

test('a tighter tolerance gives a smaller error', () => {
  const errors = [1e-3, 1e-5, 1e-7].map((relative) => {
    let worst = 0;
    const point = new Float64Array(2);
    const options = { relative, absolute: relative * 1e-3 };
    integrateStiff(decay, Float64Array.of(1, 1), 3, options, ({ to, at }) => {
      at(to, point);
      worst = Math.max(worst, Math.abs(point[0] - exp(-to)));
    });
    return worst;
  });
  expect(errors[0]).toBeLessThan(1e-2);
  expect(errors[1]).toBeLessThan(errors[0] / 10);
  expect(errors[2]).toBeLessThan(errors[1] / 10);
});

/** Something used up at once feeds something that is used up slowly; below 0 nothing is used. */
const usedUp = dense(
  2,
  ([a, b], out) => {
    const [fed, feeding] = [Math.max(a, 0), Math.max(b, 0)];
    out[0] = -50 * fed;
    out[1] = 50 * fed - feeding;
  },
  ([a, b]) => [a < 0 ? 0 : -50, 0, a < 0 ? 0 : 50, b < 0 ? 0 : -1],
);

test('values that cannot be below 0 are not left there, and a step does not take them far below', () => {
  const options = { relative: 1e-3, absolute: 1e-6 };
  const lowestOf = (mostBelowZero: number | undefined): number => {
    let lowest = 0;
    const point = new Float64Array(2);
    const given = mostBelowZero === undefined ? options : { ...options, mostBelowZero };
    integrateStiff(usedUp, Float64Array.of(1, 0), 20, given, ({ to, at }) => {
      at(to, point);
      lowest = Math.min(lowest, ...point);
    });
    return lowest;
  };
  expect(lowestOf(undefined)).toBeLessThan(-1e-7);
  expect(lowestOf(1e-6)).toBe(0);
});

test('a longest step holds', () => {
  let longest = 0;
  const options = { relative: 1e-3, absolute: 1e-6, longestStep: 0.1 };
  integrateStiff(decay, Float64Array.of(1, 1), 3, options, ({ from, to }) => {
    longest = Math.max(longest, to - from);
  });
  expect(longest).toBeLessThanOrEqual(0.1 * (1 + 1e-12));
});

test('a bound on the tries ends a run that would take more', () => {
  const options = { relative: 1e-7, absolute: 1e-12 };
  const { tally } = integrateStiff(robertson, Float64Array.of(1, 0, 0), 40, options);
  const tries = tally.steps + tally.rejected;
  const run = (mostTries: number): unknown =>
    integrateStiff(robertson, Float64Array.of(1, 0, 0), 40, { ...options, mostTries });
  expect(() => run(tries)).not.toThrow();
  expect(() => run(tries - 1)).toThrow(StepFailed);
});

test('where no step passes the failure says when and in which value', () => {
  const blowUp = dense(
    2,
    ([a, b], out) => {
      out[0] = 0 * a;
      out[1] = b * b;
    },
    ([, b]) => [0, 0, 0, 2 * b],
  );
  const run = (): unknown =>
    integrateStiff(blowUp, Float64Array.of(1, 1), 2, { relative: 1e-6, absolute: 1e-9 });
  expect(run).toThrow(StepFailed);
  expect(run).toThrow(
    expect.objectContaining({ index: 1, solver: 'integrateStiff', time: expect.closeTo(1, 3) }),
  );
});
