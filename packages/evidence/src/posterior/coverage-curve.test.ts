import { expect, test } from 'vitest';
import { centralShare, luckBand } from './coverage-curve.ts';

test('the share inside an interval counts positions on both sides of the middle', () => {
  const scored = [0.02, 0.2, 0.5, 0.9].map((position) => ({ position }));
  expect(centralShare(scored, 0.5)).toBe(0.25);
  expect(centralShare(scored, 0.8)).toBe(0.75);
  expect(centralShare(scored, 1)).toBe(1);
});

/** P(X = k) of the binomial law by its formula. */
const chance = (n: number, k: number, p: number): number => {
  let ways = 1;
  for (let i = 1; i <= k; i++) ways *= (n - k + i) / i;
  return ways * p ** k * (1 - p) ** (n - k);
};

test.each([
  [21, 0.5],
  [21, 0.95],
  [7, 0.8],
])('of %i arms at %f the band leaves at most a fortieth on each side, and is no wider than that', (n, p) => {
  const { low, high } = luckBand(n, p);
  const below = (k: number) =>
    Array.from({ length: k }, (_, i) => chance(n, i, p)).reduce((a, b) => a + b, 0);
  const [from, to] = [Math.round(low * n), Math.round(high * n)];
  expect(below(from)).toBeLessThan(0.025);
  expect(below(from + 1)).toBeGreaterThanOrEqual(0.025);
  expect(1 - below(to + 1)).toBeLessThanOrEqual(0.025);
  expect(1 - below(to)).toBeGreaterThan(0.025);
});

test('what is sure has no luck, and no arm no band', () => {
  expect(luckBand(5, 0)).toEqual({ low: 0, high: 0 });
  expect(luckBand(5, 1)).toEqual({ low: 1, high: 1 });
  expect(() => luckBand(0, 0.5)).toThrow(RangeError);
});
