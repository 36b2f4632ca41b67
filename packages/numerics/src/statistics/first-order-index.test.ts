import { describe, expect, test } from 'vitest';
import { createRandom } from '../random/random.ts';
import { sobolPoints } from '../random/sobol.ts';
import { mean } from './moments.ts';
import { firstOrderIndex } from './first-order-index.ts';

describe('firstOrderIndex', () => {
  test('by hand: two bins of two', () => {
    // Means 1 and 5, within 2 + 2, between 16; (16 - 1/2 · 4)/20.
    expect(firstOrderIndex([1, 2, 3, 4], [0, 2, 4, 6], 2)).toBeCloseTo(0.7, 15);
    // The order of the pairs does not matter.
    expect(firstOrderIndex([4, 1, 3, 2], [6, 0, 4, 2], 2)).toBeCloseTo(0.7, 15);
  });

  test('a linear model divides its variance as the squares of its slopes', () => {
    const random = createRandom(1);
    const a = Float64Array.from({ length: 20000 }, random.next);
    const b = Float64Array.from({ length: 20000 }, random.next);
    const y = a.map((x, i) => x + 2 * b[i]);
    // 54 bins miss 1/54² of a variance and leave a noise of about 0.005.
    expect(firstOrderIndex(a, y)).toBeCloseTo(0.2, 1.6);
    expect(firstOrderIndex(b, y)).toBeCloseTo(0.8, 1.6);
  });

  test('sees a dependence that no correlation sees', () => {
    const [x] = sobolPoints(2048, 1, 2);
    expect(
      firstOrderIndex(
        x,
        x.map((value) => (value - 0.5) * (value - 0.5)),
      ),
    ).toBeGreaterThan(0.98);
  });

  test('pure noise explains nothing, where the uncorrected share would be K/N', () => {
    const random = createRandom(4);
    const indices = Array.from({ length: 50 }, () => {
      const x = Float64Array.from({ length: 400 }, random.next);
      const y = Float64Array.from({ length: 400 }, random.normal);
      return firstOrderIndex(x, y, 20);
    });
    // Standard deviation about √(2 · 20)/400 = 0.016, clamped at 0; uncorrected the mean is 0.048.
    expect(mean(indices)).toBeLessThan(0.015);
    expect(Math.min(...indices)).toBe(0);
  });

  test('a constant output has index 0; impossible bins are refused', () => {
    expect(firstOrderIndex([1, 2, 3], [5, 5, 5], 2)).toBe(0);
    expect(firstOrderIndex([1, 2, 3, 4, 5, 6, 7], new Float64Array(7).fill(0.1), 3)).toBe(0);
    expect(() => firstOrderIndex([1, 2], [1, 2], 2)).toThrow(RangeError);
    expect(() => firstOrderIndex([1, 2, 3], [1, 2, 3], 1)).toThrow(RangeError);
    expect(() => firstOrderIndex([1, 2, 3], [1, 2])).toThrow(RangeError);
  });
});
