import { describe, expect, test } from 'vitest';
import { log } from '../exponential/log.ts';
import { ulpError } from '../float/ulp.ts';
import { lgamma } from './lgamma.ts';

describe('lgamma', () => {
  test('limits', () => {
    expect([lgamma(1), lgamma(2), lgamma(Infinity), lgamma(NaN)]).toEqual([0, 0, Infinity, NaN]);
    expect(lgamma(1e308)).toBe(Infinity);
    for (const x of [0, -0, -1, -2.5, -Infinity]) expect(() => lgamma(x)).toThrow(RangeError);
  });

  test('is the log of a factorial', () => {
    let factorial = 1;
    for (let n = 3; n < 19; n++) {
      factorial *= n - 1;
      expect(ulpError(lgamma(n), log(factorial))).toBeLessThanOrEqual(2);
    }
  });

  test('Γ(1/2) = √π', () => {
    expect(ulpError(lgamma(0.5), log(Math.PI) / 2)).toBeLessThanOrEqual(2);
  });

  test('Γ(x + 1) = x Γ(x) across the joints of its formulas', () => {
    for (let k = 1; k < 3000; k++) {
      const x = k / 128;
      const difference = lgamma(x + 1) - lgamma(x) - log(x);
      expect(Math.abs(difference)).toBeLessThan(4e-16 * Math.max(1, lgamma(x + 1)));
    }
  });
});
