import { describe, expect, test } from 'vitest';
import { createRandom } from '../random/random.ts';
import { sobolPoints } from '../random/sobol.ts';
import { mean } from './moments.ts';
import { firstOrderFloor, firstOrderIndex } from './first-order-index.ts';

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

  test.each([256, 512, 2000])('of %i Sobol points no input without a part rises above the floor', (count) => {
    const columns = sobolPoints(count, 40, 3);
    const [first, second] = columns;
    const y = first.map((x, i) => x * x + 0.5 * x * second[i]);
    const floor = firstOrderFloor(count);
    expect(firstOrderIndex(first, y)).toBeGreaterThan(floor);
    for (const inert of columns.slice(2)) expect(firstOrderIndex(inert, y)).toBeLessThan(floor);
  });

  test('the floor falls with the points; too few have none', () => {
    expect(firstOrderFloor(2000)).toBeLessThan(0.03);
    expect(firstOrderFloor(512)).toBeGreaterThan(firstOrderFloor(2000));
    expect(() => firstOrderFloor(3)).toThrow(RangeError);
  });

  test('a constant output has index 0; impossible bins are refused', () => {
    expect(firstOrderIndex([1, 2, 3], [5, 5, 5], 2)).toBe(0);
    expect(firstOrderIndex([1, 2, 3, 4, 5, 6, 7], new Float64Array(7).fill(0.1), 3)).toBe(0);
    expect(() => firstOrderIndex([1, 2], [1, 2], 2)).toThrow(RangeError);
    expect(() => firstOrderIndex([1, 2, 3], [1, 2, 3], 1)).toThrow(RangeError);
    expect(() => firstOrderIndex([1, 2, 3], [1, 2])).toThrow(RangeError);
  });
});
