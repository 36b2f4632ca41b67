import { describe, expect, test } from 'vitest';
import { createRandom } from '../../random/random.ts';
import { nextUp, ulpError } from '../float/ulp.ts';
import { exp } from './exp.ts';
import { expm1 } from './expm1.ts';

describe('exp', () => {
  test('limits', () => {
    expect([exp(0), exp(-0), exp(Infinity), exp(-Infinity), exp(NaN)]).toEqual([1, 1, Infinity, 0, NaN]);
    expect([exp(709.782712893384), exp(nextUp(709.782712893384))]).toEqual([
      1.7976931348622732e308,
      Infinity,
    ]);
    expect([exp(-745.1332191019411), exp(-745.1332191019412), exp(-746)]).toEqual([5e-324, 0, 0]);
  });

  test('does not fall between neighbours', () => {
    const random = createRandom(1);
    for (let i = 0; i < 20000; i++) {
      const x = -740 + 1440 * random.next();
      expect(exp(nextUp(x)) >= exp(x)).toBe(true);
    }
  });

  test('exp(a + b) = exp a · exp b for sums that are exact', () => {
    for (let k = -200; k <= 200; k++) {
      expect(ulpError(exp(k) * exp(k / 4), exp(1.25 * k))).toBeLessThanOrEqual(2);
    }
  });
});

describe('expm1', () => {
  test('limits', () => {
    expect(expm1(-0)).toBe(-0);
    expect([expm1(5e-324), expm1(Infinity), expm1(-Infinity), expm1(NaN)]).toEqual([
      5e-324,
      Infinity,
      -1,
      NaN,
    ]);
  });

  test('is exp - 1 where that does not cancel', () => {
    for (let x = 2; x < 700; x += 0.37) expect(ulpError(expm1(x), exp(x) - 1)).toBeLessThanOrEqual(1);
  });

  test('meets itself at the ends of its formulas', () => {
    // The step itself changes the value by 7e-15 at 40, by less elsewhere.
    for (const x of [0.25, -0.25, 40, -40, 1e-17, -1e-17]) {
      expect(Math.abs(expm1(nextUp(x)) / expm1(x) - 1)).toBeLessThan(1e-14);
    }
  });
});
