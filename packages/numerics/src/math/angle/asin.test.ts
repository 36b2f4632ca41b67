import { describe, expect, test } from 'vitest';
import { acos, asin } from './asin.ts';
import { cos } from './cos.ts';
import { sin } from './sin.ts';

describe('asin and acos', () => {
  test('at the ends', () => {
    expect([asin(1), asin(-1), acos(1), acos(-1), acos(0)]).toEqual([
      Math.PI / 2,
      -Math.PI / 2,
      0,
      Math.PI,
      Math.PI / 2,
    ]);
    expect(asin(-0)).toBe(-0);
  });

  test('outside [-1, 1] there is no angle', () => {
    for (const x of [1.0000000000000002, -1.0000000000000002, Infinity, NaN])
      expect([asin(x), acos(x)]).toEqual([NaN, NaN]);
  });

  test('they invert sine and cosine', () => {
    for (let x = -0.999; x < 1; x += 0.0037) {
      expect(Math.abs(sin(asin(x)) - x)).toBeLessThan(2.3e-16);
      expect(Math.abs(cos(acos(x)) - x)).toBeLessThan(4.5e-16);
      expect(Math.abs(asin(x) + acos(x) - Math.PI / 2)).toBeLessThan(4.5e-16);
    }
  });
});
