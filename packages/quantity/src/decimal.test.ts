import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { divide, fromDouble, printFixed, printShortest, readDecimal, rescale, toDouble } from './decimal.ts';

const finite = fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0);

describe('decimal', () => {
  test('holds every double', () => {
    fc.assert(
      fc.property(finite, (value) => {
        expect(toDouble(fromDouble(value))).toBe(value);
      }),
      { seed: 1 },
    );
  });

  test('prints what JavaScript prints for a double', () => {
    fc.assert(
      fc.property(finite, (value) => {
        expect(printShortest(fromDouble(value))).toBe(String(value).replace('e+', 'e'));
      }),
      { seed: 1 },
    );
  });

  test.each([
    ['1.005', 2, '1.01'],
    ['-1.005', 2, '-1.01'],
    ['0.004', 2, '0.00'],
    ['-0.004', 2, '0.00'],
    ['12', 0, '12'],
    ['.5', 0, '1'],
    ['3e2', 1, '300.0'],
  ])('prints %s with %i decimals as %s', (text, places, expected) => {
    expect(printFixed(readDecimal(text), places)).toBe(expected);
  });

  test('keeps an exact quotient exact and a periodic one long', () => {
    expect(printShortest(divide(readDecimal('1.5'), readDecimal('1000')))).toBe('0.0015');
    expect(toDouble(divide(readDecimal('1'), readDecimal('3')))).toBe(1 / 3);
  });

  test('rounds halves away from zero', () => {
    expect(rescale(readDecimal('-2.5'), 0).digits).toBe(-3n);
    expect(rescale(readDecimal('2.4999'), 0).digits).toBe(2n);
  });

  test('refuses what is not a number', () => {
    expect(() => fromDouble(Number.NaN)).toThrow(RangeError);
    expect(() => fromDouble(Number.POSITIVE_INFINITY)).toThrow('Infinity is not a quantity');
  });
});
