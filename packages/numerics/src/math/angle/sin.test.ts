import { describe, expect, test } from 'vitest';
import { cos } from './cos.ts';
import { GREATEST_ANGLE } from './reduce.ts';
import { sin } from './sin.ts';
import { tan } from './tan.ts';

const functions = [sin, cos, tan];

describe('sin, cos, tan', () => {
  test('at zero', () => {
    expect([sin(0), cos(0), tan(0), cos(-0)]).toEqual([0, 1, 0, 1]);
    expect([sin(-0), tan(-0)]).toEqual([-0, -0]);
    expect([sin(5e-324), tan(-5e-324)]).toEqual([5e-324, -5e-324]);
  });

  test('no angle, no value', () => {
    for (const f of functions) expect([f(NaN), f(Infinity), f(-Infinity)]).toEqual([NaN, NaN, NaN]);
  });

  test('an angle beyond the stated bound is refused', () => {
    for (const f of functions) {
      expect(Number.isFinite(f(GREATEST_ANGLE))).toBe(true);
      expect(() => f(GREATEST_ANGLE + 1)).toThrow(RangeError);
      expect(() => f(-1e300)).toThrow(RangeError);
    }
  });

  test('sin² + cos² = 1 and tan = sin/cos over many turns', () => {
    for (let x = -90000; x < 90000; x += 97.3) {
      expect(Math.abs(sin(x) * sin(x) + cos(x) * cos(x) - 1)).toBeLessThan(5e-16);
      expect(Math.abs(tan(x) / (sin(x) / cos(x)) - 1)).toBeLessThan(6e-16);
    }
  });

  test('parity', () => {
    for (let x = 0.1; x < 100; x += 0.7) {
      expect([sin(-x), cos(-x), tan(-x)]).toEqual([-sin(x), cos(x), -tan(x)]);
    }
  });

  test('the double nearest π gives the part of π it misses', () => {
    expect(sin(Math.PI)).toBe(1.2246467991473532e-16);
    expect(cos(Math.PI / 2)).toBe(6.123233995736766e-17);
  });
});
