import { describe, expect, test } from 'vitest';
import { correlation, mean, standardErrorOfMean, variance, weightedMean } from './moments.ts';
import { quantile, quantiles } from './quantile.ts';
import { sum } from './sum.ts';

describe('sum', () => {
  test('keeps what plain addition loses', () => {
    expect(sum([1, 1e100, 1, -1e100])).toBe(2);
    expect(sum(new Float64Array(10).fill(0.1))).toBe(1);
    expect(sum([])).toBe(0);
  });

  test('infinities and NaN pass through', () => {
    expect([sum([1, Infinity, 2]), sum([Infinity, -Infinity]), sum([1, NaN])]).toEqual([Infinity, NaN, NaN]);
  });
});

describe('moments', () => {
  // Deviations from 5: -3, -1, -1, -1, 0, 0, 2, 4; squares add to 32.
  const values = [2, 4, 4, 4, 5, 5, 7, 9];

  test('mean, variance, standard error', () => {
    expect(mean(values)).toBe(5);
    expect(variance(values)).toBe(32 / 7);
    expect(standardErrorOfMean(values)).toBe(Math.sqrt(32 / 7 / 8));
  });

  test('a large offset does not spoil the variance', () => {
    expect(variance(values.map((x) => x + 1e9))).toBe(32 / 7);
  });

  test('weighted mean', () => {
    expect(weightedMean([1, 10], [3, 1])).toBe(3.25);
    expect(() => weightedMean([1, 2], [1])).toThrow(RangeError);
    expect(() => weightedMean([1, 2], [1, -1])).toThrow(RangeError);
  });

  test('correlation', () => {
    expect(correlation([1, 2, 3], [2, 4, 6])).toBe(1);
    expect(correlation([1, 2, 3], [6, 4, 2])).toBe(-1);
    // Σ dx dy = 4, Σ dx² = Σ dy² = 5.
    expect(correlation([1, 2, 3, 4], [1, 3, 2, 4])).toBeCloseTo(0.8, 15);
    expect(correlation([1, 2], [3, 3])).toBe(NaN);
    expect(() => correlation([1, 2], [1])).toThrow(RangeError);
  });

  test('too few values are refused', () => {
    expect(() => mean([])).toThrow(RangeError);
    expect(() => variance([1])).toThrow(RangeError);
  });
});

describe('quantile', () => {
  test('is linear between order statistics, in any order of the values', () => {
    expect(quantiles([8, 1, 4, 2], [0, 0.25, 0.5, 1])).toEqual([1, 1.75, 3, 8]);
    expect(quantile(new Float64Array([10, -2]), 0.25)).toBe(1);
    expect(quantile([7], 0.3)).toBe(7);
  });

  test('leaves its argument as it was', () => {
    const values = [3, 1, 2];
    quantile(values, 0.5);
    expect(values).toEqual([3, 1, 2]);
  });

  test('what has no quantile is refused', () => {
    expect(() => quantile([], 0.5)).toThrow(RangeError);
    expect(() => quantile([1, NaN], 0.5)).toThrow(RangeError);
    for (const p of [-0.1, 1.1, NaN]) expect(() => quantile([1], p)).toThrow(RangeError);
  });
});
