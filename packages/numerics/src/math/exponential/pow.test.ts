import { describe, expect, test } from 'vitest';
import { ulpError } from '../float/ulp.ts';
import { pow } from './pow.ts';

const I = Infinity;

// x, y, x^y as ECMA-262 Number::exponentiate has it.
const LIMITS: readonly (readonly [number, number, number])[] = [
  [NaN, 0, 1],
  [0, 0, 1],
  [I, -0, 1],
  [1, NaN, NaN],
  [NaN, 1, NaN],
  [1, I, NaN],
  [-1, -I, NaN],
  [1.5, I, I],
  [-1.5, I, I],
  [0.5, I, 0],
  [0.5, -I, I],
  [1.5, -I, 0],
  [0, I, 0],
  [0, -I, I],
  [I, 2, I],
  [I, -2, 0],
  [-I, 3, -I],
  [-I, 2, I],
  [-I, -3, -0],
  [-I, -2, 0],
  [-I, 0.5, I],
  [0, 3, 0],
  [0, -3, I],
  [-0, 3, -0],
  [-0, 2, 0],
  [-0, 0.5, 0],
  [-0, -3, -I],
  [-0, -2, I],
  [-8, 1 / 3, NaN],
  [-2, 3, -8],
  [-2, 4, 16],
  [-1, 9007199254740991, -1],
  [-1, 9007199254740992, 1],
  [1, 1e308, 1],
  [2, 1024, I],
  [-2, 1025, -I],
  [2, -1075, 0],
  [-2, -1075, -0],
  [2, -1074, 5e-324],
  [5, 5e-324, 1],
  [1e300, 1e300, I],
];

describe('pow', () => {
  test.each(LIMITS)('%d to the %d is %d', (x, y, expected) => {
    expect(pow(x, y)).toBe(expected);
  });

  test('exact powers come out exact', () => {
    let power = 1;
    for (let n = 0; n <= 33; n++, power *= 3) expect(pow(3, n)).toBe(power);
  });

  test('x^(1/2) is the square root, x^-1 the reciprocal', () => {
    for (let x = 0.013; x < 1e6; x *= 1.37) {
      expect(ulpError(pow(x, 0.5), Math.sqrt(x))).toBeLessThanOrEqual(1);
      expect(ulpError(pow(x, -1), 1 / x)).toBeLessThanOrEqual(1);
    }
  });
});
