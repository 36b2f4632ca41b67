import { describe, expect, test } from 'vitest';
import { createRandom } from '../../random/random.ts';
import { nextUp, ulpError } from '../float/ulp.ts';
import { exp } from './exp.ts';
import { log } from './log.ts';
import { log1p } from './log1p.ts';

describe('log', () => {
  test('limits', () => {
    expect([log(0), log(-0), log(-1), log(Infinity), log(-Infinity), log(NaN)]).toEqual([
      -Infinity,
      -Infinity,
      NaN,
      Infinity,
      NaN,
      NaN,
    ]);
    expect(log(1)).toBe(0);
    expect(log(5e-324)).toBe(-744.4400719213812);
    expect(log(Number.MAX_VALUE)).toBe(709.782712893384);
  });

  test('does not fall between neighbours', () => {
    const random = createRandom(2);
    for (let i = 0; i < 20000; i++) {
      const x = i % 2 === 0 ? exp(-740 + 1440 * random.next()) : 0.6 + random.next();
      expect(log(nextUp(x)) >= log(x)).toBe(true);
    }
  });

  test('log(x²) = 2 log x where the square is exact', () => {
    for (let n = 2; n < 3000; n++) expect(ulpError(log(n * n), 2 * log(n))).toBeLessThanOrEqual(1);
  });
});

describe('log1p', () => {
  test('limits', () => {
    expect([log1p(-1), log1p(-1.5), log1p(Infinity), log1p(NaN), log1p(5e-324)]).toEqual([
      -Infinity,
      NaN,
      Infinity,
      NaN,
      5e-324,
    ]);
    expect(log1p(-0)).toBe(-0);
  });

  test('is log(1 + x) where the sum is exact', () => {
    for (let k = -1023; k < 5000; k++)
      expect(ulpError(log1p(k / 1024), log(1 + k / 1024))).toBeLessThanOrEqual(1);
  });
});
