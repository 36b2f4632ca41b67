import { describe, expect, test } from 'vitest';
import { SolverFailed } from '../error.ts';
import { log } from '../math/exponential/log.ts';
import { minimise } from './minimise.ts';

/** H. H. Rosenbrock's curved valley, minimum 0 at (1, 1). */
function valley([x, y]: readonly number[]) {
  const rest = y - x * x;
  return {
    value: (1 - x) ** 2 + 100 * rest * rest,
    gradient: [-2 * (1 - x) - 400 * x * rest, 200 * rest],
    hessian: [
      [2 - 400 * rest + 800 * x * x, -400 * x],
      [-400 * x, 200],
    ],
  };
}

function barrier([x]: readonly number[]) {
  return {
    value: x > 0 ? x - log(x) : Infinity,
    gradient: [1 - 1 / x],
    hessian: [[1 / (x * x)]],
  };
}

function hills([x]: readonly number[]) {
  return {
    value: (x * x - 1) ** 2,
    gradient: [4 * x * (x * x - 1)],
    hessian: [[12 * x * x - 4]],
  };
}

/** A bowl with ripples of 1e-7 that its slope does not know. */
function rough([x]: readonly number[]) {
  return {
    value: (x - 2) ** 2 + 1e-7 * Math.abs(((x * 1e9) % 2) - 1),
    gradient: [2 * (x - 2)],
    hessian: [[2]],
  };
}

function slope([x]: readonly number[]) {
  return { value: -x, gradient: [-1], hessian: [[0]] };
}

describe('minimise', () => {
  test('follows a curved valley to the bottom', () => {
    const { x, value, steps } = minimise(valley, [-1.2, 1]);
    expect(x[0]).toBeCloseTo(1, 10);
    expect(x[1]).toBeCloseTo(1, 10);
    expect(value).toBeLessThan(1e-20);
    expect(steps).toBeLessThan(40);
  });

  test('stops at a bound that the slope pushes against, and only there', () => {
    const bounded = minimise(valley, [-1.2, 1], { lower: [-Infinity, 4] });
    expect(bounded.isBound).toEqual([false, true]);
    expect(bounded.x[1]).toBe(4);
    expect(Math.abs(valley(bounded.x).gradient[0])).toBeLessThan(1e-6);
    expect(minimise(valley, [3, 3], { lower: [0, 0] }).isBound).toEqual([false, false]);
  });

  test('stays inside the domain and leaves where the curvature is negative', () => {
    expect(minimise(barrier, [9]).x[0]).toBeCloseTo(1, 10);
    expect(minimise(hills, [0.01]).x[0]).toBeCloseTo(1, 10);
  });

  test('a saddle repels, however near the start', () => {
    expect(Math.abs(minimise(hills, [1e-7]).x[0])).toBeCloseTo(1, 10);
  });

  test('values with an error end where the slope says', () => {
    expect(minimise(rough, [7], { noise: 1e-6 }).x[0]).toBeCloseTo(2, 12);
  });

  test('says when there is no minimum', () => {
    expect(() => minimise(slope, [0])).toThrow(SolverFailed);
    expect(() => minimise(() => ({ value: NaN, gradient: [0], hessian: [[1]] }), [0])).toThrow('not finite');
  });
});
