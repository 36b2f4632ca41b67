import { describe, expect, test } from 'vitest';
import table from '../../fixtures/distributions.json' with { type: 'json' };
import { betaQuantile, betaShare } from './beta.ts';
import { chiSquaredQuantile, chiSquaredTail } from './chi-squared.ts';
import { fTail } from './f.ts';
import { betaTails } from './incomplete-beta.ts';
import { gammaTails } from './incomplete-gamma.ts';
import { studentQuantile, studentTail } from './student.ts';

// The bound stated at the functions; mpmath at 60 digits is the reference.
const BOUND = 1e-12;

function relative(value: number, exact: number): number {
  return value === exact ? 0 : Math.abs(value - exact) / Math.abs(exact);
}

function worst(errors: readonly number[]): number {
  return Math.max(...errors);
}

const rows = (name: 'gamma' | 'beta' | 'student' | 'f') =>
  table[name].filter((row) => row.slice(-2).every((value) => value > 1e-290));

describe('tails against 60-digit references', () => {
  test('incomplete gamma', () => {
    const errors = rows('gamma').map(([a, x, lower, upper]) => {
      const tails = gammaTails(a, x);
      return lower < upper ? relative(tails.lower, lower) : relative(tails.upper, upper);
    });
    expect(worst(errors)).toBeLessThan(BOUND);
  });

  test('incomplete beta', () => {
    const errors = rows('beta').map(([a, b, x, lower, upper]) => {
      const tails = betaTails(a, b, x, 1 - x);
      return lower < upper ? relative(tails.lower, lower) : relative(tails.upper, upper);
    });
    expect(worst(errors)).toBeLessThan(BOUND);
  });

  test('Student and F', () => {
    expect(worst(rows('student').map(([t, df, p]) => relative(studentTail(t, df), p)))).toBeLessThan(BOUND);
    expect(worst(rows('f').map(([f, df1, df2, p]) => relative(fTail(f, df1, df2), p)))).toBeLessThan(BOUND);
  });
});

describe('quantiles invert the tails', () => {
  const shares = [1e-12, 0.001, 0.025, 0.3, 0.5, 0.7, 0.975, 0.999];

  test.each([0.3, 1, 2.5, 9, 40, 5000])('χ² with %f degrees', (df) => {
    for (const p of shares) {
      const { lower, upper } = gammaTails(df / 2, chiSquaredQuantile(p, df) / 2);
      expect(p < 0.5 ? relative(lower, p) : relative(upper, 1 - p)).toBeLessThan(1e-12);
    }
  });

  test.each([0.7, 1, 3.21, 9, 200, 1e4])('Student with %f degrees', (df) => {
    for (const p of shares) {
      const t = studentQuantile(p, df);
      expect(p < 0.5 ? relative(studentTail(-t, df), p) : relative(studentTail(t, df), 1 - p)).toBeLessThan(
        1e-12,
      );
    }
  });

  test.each([
    [0.2, 7],
    [1, 1],
    [0.5, 0.5],
    [4, 400],
    [2000, 3],
    [35, 36],
  ])('Beta(%f, %f)', (a, b) => {
    for (const p of shares) {
      const { x, y } = betaShare(p, a, b);
      const { lower, upper } = betaTails(a, b, x, y);
      expect(p < 0.5 ? relative(lower, p) : relative(upper, 1 - p)).toBeLessThan(1e-12);
    }
  });
});

test('values in every table of a statistics book', () => {
  expect(studentQuantile(0.975, 9)).toBeCloseTo(2.262157162798205, 14);
  expect(studentQuantile(0.975, Infinity)).toBeCloseTo(1.959963984540054, 15);
  expect(chiSquaredTail(3.841458820694124, 1)).toBeCloseTo(0.05, 15);
  expect(betaQuantile(0.95, 1, 60)).toBeCloseTo(1 - 0.05 ** (1 / 60), 15);
  expect(fTail(4, 1, 7)).toBeCloseTo(2 * studentTail(2, 7), 15);
  expect(fTail(3, 2, Infinity)).toBeCloseTo(chiSquaredTail(6, 2), 15);
});

test('ends and refusals', () => {
  expect(gammaTails(2, 0)).toEqual({ lower: 0, upper: 1 });
  expect(betaTails(2, 3, 1, 0)).toEqual({ lower: 1, upper: 0 });
  expect([chiSquaredTail(-1, 2), chiSquaredTail(0, 0), fTail(0, 2, 3)]).toEqual([1, 1, 1]);
  expect([chiSquaredQuantile(0, 3), chiSquaredQuantile(1, 3), betaQuantile(1, 2, 2)]).toEqual([
    0,
    Infinity,
    1,
  ]);
  expect([studentTail(Infinity, 3), studentTail(1e200, 3) < 1e-300, studentQuantile(0.5, 3)]).toEqual([
    0,
    true,
    0,
  ]);
  expect(() => gammaTails(-1, 2)).toThrow(RangeError);
  expect(() => betaTails(0, 1, 0.5, 0.5)).toThrow(RangeError);
  expect(() => studentTail(1, 0)).toThrow(RangeError);
  expect(() => chiSquaredQuantile(1.1, 3)).toThrow(RangeError);
});
