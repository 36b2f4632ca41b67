import { describe, expect, test } from 'vitest';
import { fromWords, highWord, lowWord } from './bits.ts';
import { productError, sumError } from './exact.ts';
import { polynomial } from './polynomial.ts';
import { powerOfTwo, scale } from './scale.ts';
import { nextUp, ulp, ulpError } from './ulp.ts';

test('the words of a double', () => {
  expect([highWord(1), lowWord(1)]).toEqual([0x3ff00000, 0]);
  expect([highWord(-5e-324), lowWord(-5e-324)]).toEqual([-2147483648, 1]);
  expect(fromWords(0x40080000, 0)).toBe(3);
});

test('rounding errors are exact', () => {
  const tiny = powerOfTwo(-60);
  expect(sumError(1, tiny, 1 + tiny)).toBe(tiny);
  expect(sumError(tiny, 1, 1 + tiny)).toBe(tiny);
  // (1 + u)(1 - u) = 1 - u² with u = 2^-30.
  const u = powerOfTwo(-30);
  expect(productError(1 + u, 1 - u, (1 + u) * (1 - u))).toBe(-u * u);
});

describe('scale', () => {
  test('powers of two are exact to both ends', () => {
    expect([powerOfTwo(-1074), powerOfTwo(0), powerOfTwo(10)]).toEqual([5e-324, 1, 1024]);
    expect(scale(1.5, -3)).toBe(0.1875);
    expect(scale(1.9999999999999998, 1023)).toBe(Number.MAX_VALUE);
    expect(scale(1, 1024)).toBe(Infinity);
    expect(scale(0.5, 1024)).toBe(powerOfTwo(1023));
  });

  test('a subnormal result is rounded once', () => {
    expect(scale(1.5, -1074)).toBe(1e-323);
    // 1.4999... is below the tie, which a first rounding to 1.5 would have hidden.
    expect(scale(1.4999999999999998, -1074)).toBe(5e-324);
    expect(scale(1, -1100)).toBe(0);
  });
});

test('polynomial starts with the constant term', () => {
  expect(polynomial(new Float64Array([1, 2, 3]), 10)).toBe(321);
  expect(polynomial(new Float64Array([1, 2, 3, 4]), 10, 1, 2)).toBe(32);
});

describe('ulp', () => {
  test('is the spacing above', () => {
    expect([ulp(1), ulp(-1.5), ulp(5e-324), ulp(0)]).toEqual([
      Number.EPSILON,
      Number.EPSILON,
      5e-324,
      5e-324,
    ]);
    expect(nextUp(1)).toBe(1 + Number.EPSILON);
    expect(nextUp(-1)).toBe(-1 + Number.EPSILON / 2);
    expect([nextUp(0), nextUp(-5e-324)]).toEqual([5e-324, 0]);
  });

  test('an error counts from the exact value', () => {
    expect(ulpError(1, 1, 0.25)).toBe(0.25);
    expect(ulpError(1 + Number.EPSILON, 1, 0.25)).toBe(0.75);
    expect(ulpError(NaN, 1)).toBe(Infinity);
    expect(ulpError(Infinity, 1)).toBe(Infinity);
  });
});
