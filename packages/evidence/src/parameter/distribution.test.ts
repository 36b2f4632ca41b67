import { expect, test } from 'vitest';
import { faultOf, quantileOf, type Distribution } from './distribution.ts';

const value = 2;
const spreads: readonly Distribution[] = [
  { kind: 'lognormal', low: 0.5, high: 3 },
  { kind: 'triangular', low: 1, high: 5 },
  { kind: 'triangular', low: 2, high: 5 },
  { kind: 'triangular', low: -1, high: 2 },
  { kind: 'uniform', low: 1, high: 5 },
  { kind: 'normal', sd: 0.4 },
];

test.each(spreads)('%o rises strictly from one end to the other', (spread) => {
  const shares = Array.from({ length: 999 }, (_, i) => (i + 1) / 1000);
  const quantiles = shares.map((u) => quantileOf(spread, value, u));
  expect(quantiles.every((q, i) => i === 0 || q > (quantiles[i - 1] ?? Infinity))).toBe(true);
});

test('a lognormal has the value as median and its bounds at 5 % and 95 %, each side on its own', () => {
  const spread: Distribution = { kind: 'lognormal', low: 0.5, high: 3 };
  expect(quantileOf(spread, value, 0.5)).toBeCloseTo(2, 12);
  expect(quantileOf(spread, value, 0.05)).toBeCloseTo(0.5, 12);
  expect(quantileOf(spread, value, 0.95)).toBeCloseTo(3, 12);
});

test('a triangular distribution ends at its bounds and splits the probability at its mode', () => {
  const spread: Distribution = { kind: 'triangular', low: 1, high: 5 };
  expect(quantileOf(spread, value, 1e-12)).toBeCloseTo(1, 5);
  expect(quantileOf(spread, value, 1 - 1e-12)).toBeCloseTo(5, 5);
  expect(quantileOf(spread, value, 0.25)).toBeCloseTo(2, 12);
  // Above the mode: F(x) = 1 - (5 - x)² / (4 · 3); at 5/6 that gives 5 - √2.
  expect(quantileOf(spread, value, 5 / 6)).toBeCloseTo(5 - Math.SQRT2, 12);
});

test('normal and uniform distributions', () => {
  expect(quantileOf({ kind: 'normal', sd: 0.4 }, value, 0.5)).toBeCloseTo(2, 12);
  expect(quantileOf({ kind: 'normal', sd: 0.4 }, value, 0.95)).toBeCloseTo(2 + 0.4 * 1.6448536269514722, 12);
  expect(quantileOf({ kind: 'uniform', low: 1, high: 5 }, value, 0.25)).toBe(2);
});

test('a fixed value does not move, and a share outside (0, 1) is refused', () => {
  expect(quantileOf({ kind: 'fixed' }, value, 0.01)).toBe(2);
  for (const u of [0, 1, -0.5, NaN]) {
    expect(() => quantileOf({ kind: 'fixed' }, value, u)).toThrow(RangeError);
  }
});

test.each([
  [{ kind: 'lognormal', low: 0, high: 3 }, 2],
  [{ kind: 'lognormal', low: 2, high: 3 }, 2],
  [{ kind: 'triangular', low: 3, high: 5 }, 2],
  [{ kind: 'uniform', low: 5, high: 1 }, 2],
  [{ kind: 'normal', sd: 0 }, 2],
  [{ kind: 'fixed' }, NaN],
] satisfies readonly (readonly [Distribution, number])[])('%o cannot belong to %d', (spread, central) => {
  expect(faultOf(spread, central)).toMatch(/[a-z] [a-z]/);
});

test('a mode at an end of the range is allowed', () => {
  expect(faultOf({ kind: 'triangular', low: 2, high: 5 }, 2)).toBeUndefined();
});
