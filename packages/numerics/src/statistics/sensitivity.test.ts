import { describe, expect, test } from 'vitest';
import { morrisDesign } from '../design/morris-design.ts';
import { sobolDesign } from '../design/sobol-design.ts';
import { sin } from '../math/angle/sin.ts';
import { morrisEffects } from './morris-effects.ts';
import { permutation } from '../design/latin-hypercube.ts';
import { createRandom } from '../random/random.ts';
import { sobolPoints } from '../random/sobol.ts';
import { sobolIndices } from './sobol-indices.ts';
import { totalIndex } from './total-index.ts';

/** T. Ishigami, T. Homma (ISUMA 1990), a = 7, b = 0.1, on (-π, π)³. */
const ishigami = (u: Float64Array): number => {
  const [x, y, z] = Array.from(u, (value) => Math.PI * (2 * value - 1));
  return sin(x) + 7 * sin(y) ** 2 + 0.1 * z ** 4 * sin(x);
};
const ishigamiExact = () => {
  const [a, b, p4, p8] = [7, 0.1, Math.PI ** 4, Math.PI ** 8];
  const [v1, v2, v13] = [(1 + (b * p4) / 5) ** 2 / 2, a ** 2 / 8, (8 * b ** 2 * p8) / 225];
  const v = v1 + v2 + v13;
  return { first: [v1 / v, v2 / v, 0], total: [(v1 + v13) / v, v2 / v, v13 / v] };
};

/** I. M. Sobol's g-function: Π (|4u - 2| + a)/(1 + a). */
const weights = [0, 1, 4.5, 9, 99];
const gFunction = (u: Float64Array): number =>
  u.reduce((product, value, k) => (product * (Math.abs(4 * value - 2) + weights[k])) / (1 + weights[k]), 1);
const gExact = () => {
  const parts = weights.map((a) => 1 / 3 / (1 + a) ** 2);
  const whole = parts.reduce((product, part) => product * (1 + part), 1);
  return {
    first: parts.map((part) => part / (whole - 1)),
    total: parts.map((part) => (part * (whole / (1 + part))) / (whole - 1)),
  };
};

// Over ten seeds the worst error with 4096 scrambled samples was 0.0055.
const tolerance = 0.01;

describe.each([
  ['Ishigami', 3, ishigami, ishigamiExact()],
  ['g-function', 5, gFunction, gExact()],
] as const)('Sobol indices of the %s', (_, dimensions, model, exact) => {
  const indicesFor = (samples: number, seed: number) =>
    sobolIndices(sobolDesign(samples, dimensions, seed).map(model), dimensions);

  test('come close to the exact values', () => {
    indicesFor(4096, 1).forEach(({ first, total }, k) => {
      expect(Math.abs(first.value - exact.first[k])).toBeLessThan(tolerance);
      expect(Math.abs(total.value - exact.total[k])).toBeLessThan(tolerance);
    });
  });

  test('totals come from one set of points with one column exchanged', () => {
    const count = 4096;
    const columns = sobolPoints(count, dimensions, 3);
    const order = permutation(count, createRandom(1));
    const rows = (swapped: number): Float64Array[] =>
      order.map((other, i) => Float64Array.from(columns, (column, k) => column[k === swapped ? other : i]));
    const y = rows(-1).map(model);
    columns.forEach((_, k) => {
      const { value, low, high } = totalIndex(y, rows(k).map(model));
      const standardError = (high - value) / 1.96;
      expect(Math.abs(value - exact.total[k])).toBeLessThan(3 * standardError);
      expect(high - low).toBeLessThan(0.1);
    });
  });

  test('their 95 % intervals cover the exact values at least as often as they say', () => {
    const seeds = Array.from({ length: 20 }, (_, seed) => seed);
    const covered = seeds.flatMap((seed) =>
      indicesFor(256, seed).flatMap(({ first, total }, k) => [
        first.low <= exact.first[k] && exact.first[k] <= first.high,
        total.low <= exact.total[k] && exact.total[k] <= total.high,
      ]),
    );
    // The seeds are few and a bootstrap of 256 runs a little narrow: 0.9 of the intervals, not 0.95.
    expect(covered.filter(Boolean).length / covered.length).toBeGreaterThan(0.9);
  });
});

describe('sobolIndices', () => {
  test('by hand: two samples of one dimension', () => {
    // a, b, a with b: f = 1, 3, 3 and 5, 7, 7; mean 4, V = (9 + 1 + 1 + 9)/4 = 5.
    const [{ first, total }] = sobolIndices([1, 3, 3, 5, 7, 7], 1);
    expect(first.value).toBeCloseTo((-1 * 2 + 3 * 2) / 2 / 5, 15);
    expect(total.value).toBeCloseTo(4 / 2 / 5, 15);
  });

  test('a constant has none; a broken-off design is refused', () => {
    const none = { value: 0, low: 0, high: 0 };
    expect(sobolIndices(new Float64Array(12).fill(0.1), 2)).toEqual([
      { first: none, total: none },
      { first: none, total: none },
    ]);
    expect(() => sobolIndices(new Float64Array(11), 2)).toThrow(RangeError);
    expect(() => sobolIndices(new Float64Array(4), 2)).toThrow(RangeError);
  });

  test('the same seed gives the same intervals', () => {
    const y = sobolDesign(64, 5, 1).map(gFunction);
    expect(sobolIndices(y, 5, 3)).toEqual(sobolIndices(y, 5, 3));
  });
});

test('totalIndex of a constant is 0; unequal lengths are refused', () => {
  expect(totalIndex([3, 3, 3], [3, 3, 3])).toEqual({ value: 0, low: 0, high: 0 });
  expect(() => totalIndex([1, 2], [1])).toThrow(RangeError);
});

describe('morrisEffects', () => {
  test('a linear model has its slopes and no spread', () => {
    const rows = morrisDesign(10, 3, 1);
    const effects = morrisEffects(
      rows,
      rows.map(([a, b, c]) => 2 * a - 3 * b + 0 * c),
    );
    expect(effects.map(({ mean }) => Math.round(mean * 1e9) / 1e9)).toEqual([2, -3, 0]);
    effects.forEach(({ meanAbsolute, sigma, standardError }, k) => {
      expect(meanAbsolute).toBeCloseTo([2, 3, 0][k], 12);
      expect(sigma + standardError).toBeLessThan(1e-12);
    });
  });

  test('a product is seen as interaction: mean and spread of x b are those of b on the grid', () => {
    const rows = morrisDesign(2000, 2, 5);
    const [effect] = morrisEffects(
      rows,
      rows.map(([a, b]) => a * b),
    );
    // b is even on 0, 1/3, 2/3, 1 before or after its own step: mean 1/2, variance 5/36.
    expect(effect.meanAbsolute).toBeCloseTo(0.5, 1.3);
    expect(effect.sigma).toBeCloseTo(Math.sqrt(5 / 36), 1.3);
  });

  test('ranks the g-function by its weights', () => {
    const rows = morrisDesign(200, 5, 2);
    const mu = morrisEffects(rows, rows.map(gFunction)).map(({ meanAbsolute }) => meanAbsolute);
    expect(mu).toEqual(mu.toSorted((a, b) => b - a));
  });

  test('a broken-off trajectory is refused', () => {
    const rows = morrisDesign(3, 2, 1);
    expect(() => morrisEffects(rows.slice(0, 8), new Float64Array(8))).toThrow(RangeError);
    expect(() => morrisEffects(rows, new Float64Array(8))).toThrow(RangeError);
  });
});
