import { describe, expect, test } from 'vitest';
import { SolverFailed } from '../error.ts';
import { cos } from '../math/angle/cos.ts';
import { exp } from '../math/exponential/exp.ts';
import { findRoot } from './find-root.ts';

function failure(action: () => unknown): SolverFailed | undefined {
  try {
    action();
  } catch (error) {
    if (error instanceof SolverFailed) return error;
    throw error;
  }
  return undefined;
}

function callsFor(f: (x: number) => number): number {
  let calls = 0;
  findRoot((x) => (calls++, f(x)), 0, 4, 1e-10);
  return calls;
}

function cosineLessX(x: number): number {
  return cos(x) - x;
}

describe('findRoot', () => {
  test('finds the root to the tolerance, whichever way the bracket is given', () => {
    expect(Math.abs(findRoot(cosineLessX, 0, 2, 1e-12) - 0.7390851332151607)).toBeLessThanOrEqual(1e-12);
    expect(Math.abs(findRoot(cosineLessX, 2, 0, 1e-12) - 0.7390851332151607)).toBeLessThanOrEqual(1e-12);
    expect(findRoot((x) => x * x - 4, 2, 9, 1e-6)).toBe(2);
  });

  test('is faster than bisection on smooth functions, and hardly slower on a step', () => {
    // Bisection: log2(4 / 2e-10) → 35 steps and the two ends, 37 calls.
    expect(callsFor((x) => exp(x) - 5)).toBeLessThan(15);
    expect(callsFor((x) => (x < 1.2345 ? -1 : 1))).toBeLessThanOrEqual(39);
    expect(callsFor((x) => (x < 1.2345 ? -1e-9 : 1e9))).toBeLessThanOrEqual(39);
  });

  test('a root beside an end of the bracket', () => {
    expect(findRoot((x) => x - 1e-14, 0, 1, 1e-13)).toBeCloseTo(1e-14, 12);
    expect(Math.abs(findRoot((x) => 1 / x - 1e6, 0, 1, 1e-15) - 1e-6)).toBeLessThanOrEqual(1e-15);
  });

  test('says why it failed, with the values it saw', () => {
    const unbracketed = failure(() => findRoot((x) => x + 1, 0, 1, 1e-9));
    expect(unbracketed).toMatchObject({ solver: 'findRoot', reason: 'not bracketed', residuals: [1, 2] });
    expect(failure(() => findRoot(() => NaN, 0, 1, 1e-9))?.reason).toBe('not finite');
    const tooFine = failure(() => findRoot((x) => (x < 0.3 ? -1 : 1), 0, 1, 1e-30));
    expect(tooFine?.reason).toBe('not converged');
    expect(tooFine?.residuals.length).toBeGreaterThan(50);
    expect(() => findRoot((x) => x, -1, 1, 0)).toThrow(RangeError);
  });
});
