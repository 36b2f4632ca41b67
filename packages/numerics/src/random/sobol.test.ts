import { describe, expect, test } from 'vitest';
import { GREATEST_DIMENSION, sobolInteger, sobolPoints } from './sobol.ts';

const CELL = 1 / 4294967296;
const first = (dimension: number) => [0, 1, 2, 3, 4, 5, 6, 7].map((i) => sobolInteger(i, dimension) * CELL);

describe('sobolInteger', () => {
  test('first points', () => {
    expect(first(0)).toEqual([0, 0.5, 0.75, 0.25, 0.375, 0.875, 0.625, 0.125]);
    expect(first(1)).toEqual([0, 0.5, 0.25, 0.75, 0.375, 0.875, 0.125, 0.625]);
    expect(first(2)).toEqual([0, 0.5, 0.25, 0.75, 0.625, 0.125, 0.875, 0.375]);
  });

  test('point 777 in every ninth dimension, as SciPy 1.17 (scipy.stats.qmc.Sobol, 32 bits) has it', () => {
    const dimensions = [0, 9, 18, 27, 36, 45, 54, 63];
    expect(dimensions.map((dimension) => sobolInteger(777, dimension))).toEqual([
      2973761536, 1388314624, 1589641216, 3351248896, 1983905792, 650117120, 2973761536, 1832910848,
    ]);
  });
});

describe('sobolPoints', () => {
  test('2^m points put one in each of 2^m equal intervals, in every dimension', () => {
    for (const m of [0, 1, 4, 8, 11]) {
      const count = 1 << m;
      for (const values of sobolPoints(count, GREATEST_DIMENSION, 42)) {
        expect(new Set(values.map((x) => Math.floor(x * count))).size).toBe(count);
      }
    }
  });

  test('the first two dimensions are a (0, m, 2)-net: one point in each box of area 2^-m', () => {
    const [x, y] = sobolPoints(256, 2, 5);
    for (let k = 0; k <= 8; k++) {
      const [columns, rows] = [1 << k, 1 << (8 - k)];
      const boxes = Array.from(x, (_, i) => Math.floor(x[i] * columns) * rows + Math.floor(y[i] * rows));
      expect(new Set(boxes).size).toBe(256);
    }
  });

  test('same seed same bits, other seeds and dimensions other points', () => {
    expect(sobolPoints(64, 3, 9)).toEqual(sobolPoints(64, 3, 9));
    const [x, y] = sobolPoints(64, 2, 9);
    expect(sobolPoints(64, 1, 10)[0]).not.toEqual(x);
    expect(y).not.toEqual(x);
  });

  test('a longer set begins with the shorter one, and more dimensions keep the first', () => {
    const [long] = sobolPoints(100, 3, 4);
    expect(sobolPoints(37, 1, 4)[0]).toEqual(long.slice(0, 37));
  });

  test('values are middles of cells, inside (0, 1)', () => {
    for (const values of sobolPoints(1024, 4, 0)) {
      expect(values.every((x) => x > 0 && x < 1 && (x / CELL) % 1 === 0.5)).toBe(true);
    }
  });

  test('a point is uniform over seeds', () => {
    const first = Array.from({ length: 4096 }, (_, seed) => sobolPoints(1, 1, seed)[0][0]);
    const average = first.reduce((total, x) => total + x, 0) / first.length;
    // Four standard errors, √(1/12/4096) each.
    expect(Math.abs(average - 0.5)).toBeLessThan(4 * 0.00451);
  });

  test('what it cannot do it refuses', () => {
    for (const count of [0, -4, 1.5, NaN]) expect(() => sobolPoints(count, 2, 1)).toThrow(RangeError);
    for (const dimensions of [0, 65, 1.5]) expect(() => sobolPoints(8, dimensions, 1)).toThrow(RangeError);
    expect(() => sobolPoints(8, 2, -1)).toThrow(RangeError);
  });
});
