import { describe, expect, test } from 'vitest';
import { createRandom } from '../../random/random.ts';
import { nextUp } from '../float/ulp.ts';
import { normalCdf } from './normal-cdf.ts';
import { normalQuantile } from './normal-quantile.ts';

describe('normalCdf', () => {
  test('limits', () => {
    expect([normalCdf(-Infinity), normalCdf(0), normalCdf(Infinity), normalCdf(NaN)]).toEqual([
      0,
      0.5,
      1,
      NaN,
    ]);
    expect([normalCdf(-40), normalCdf(9.5)]).toEqual([0, 1]);
  });

  test('does not fall between neighbours', () => {
    const random = createRandom(3);
    for (let i = 0; i < 20000; i++) {
      const x = -38 + 46 * random.next();
      expect(normalCdf(nextUp(x)) >= normalCdf(x)).toBe(true);
    }
  });

  test('Φ(x) + Φ(-x) = 1', () => {
    for (let x = 0; x < 9; x += 0.0173) {
      expect(Math.abs(normalCdf(x) + normalCdf(-x) - 1)).toBeLessThan(2.3e-16);
    }
  });
});

describe('normalQuantile', () => {
  test('limits', () => {
    expect([0, 0.5, 1, -0.1, 1.1, NaN].map(normalQuantile)).toEqual([-Infinity, 0, Infinity, NaN, NaN, NaN]);
    expect(normalQuantile(0.975)).toBe(1.9599639845400538);
  });

  test('inverts normalCdf to the accuracy the tail allows', () => {
    // An error of one ulp in p moves x by ulp(p)/φ(x), about p/(x φ) ≈ 1/x² of it in relative terms.
    for (let x = -37; x < -0.1; x += 0.0937)
      expect(Math.abs(normalQuantile(normalCdf(x)) / x - 1)).toBeLessThan(4e-15);
  });

  test('is odd around 1/2 and holds its digits for subnormal p', () => {
    for (let k = 1; k < 512; k++) expect(normalQuantile(1 - k / 1024)).toBe(-normalQuantile(k / 1024));
    expect(Math.abs(normalQuantile(5e-324) / -38.46740561714434 - 1)).toBeLessThan(1e-8);
  });
});
