import { describe, expect, test } from 'vitest';
import { erf, erfc } from './erf.ts';

describe('erf and erfc', () => {
  test('limits', () => {
    expect([erf(0), erf(Infinity), erf(-Infinity), erf(NaN), erf(7)]).toEqual([0, 1, -1, NaN, 1]);
    expect(erf(-0)).toBe(-0);
    expect([erfc(0), erfc(Infinity), erfc(-Infinity), erfc(NaN), erfc(-7)]).toEqual([1, 0, 2, NaN, 2]);
  });

  test('the tail goes on until the doubles end', () => {
    expect(erfc(26.5)).toBeGreaterThan(2.2e-308);
    expect(erfc(27.2)).toBeGreaterThan(0);
    expect(erfc(27.3)).toBe(0);
  });

  test('they add to 1, and erf is odd', () => {
    for (let x = -6.5; x < 6.5; x += 0.0131) {
      expect(Math.abs(erf(x) + erfc(x) - 1)).toBeLessThan(2.3e-16);
      expect(erf(-x)).toBe(-erf(x));
    }
  });
});
