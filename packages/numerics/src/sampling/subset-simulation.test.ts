import { describe, expect, test } from 'vitest';
import { normalCdf } from '../math/probability/normal-cdf.ts';
import { subsetSimulation, type RareEvent } from './subset-simulation.ts';

/** A plane at this distance from the middle: its chance is Phi(-distance), in any number of dimensions. */
const plane = (dimensions: number, distance: number): RareEvent => ({
  dimensions,
  margin: (z) => distance - z.reduce((sum, one) => sum + one, 0) / Math.sqrt(dimensions),
});

describe('a plane in standard normal space', () => {
  test.each([
    [2, 2],
    [2, 4],
    [6, 4.5],
    [10, 5.5],
  ])('of %i dimensions at %d', (dimensions, distance) => {
    const exact = normalCdf(-distance);
    const { chance, standardError, upper } = subsetSimulation(plane(dimensions, distance), {
      seed: 3,
      points: 1000,
      runs: 16,
    });
    // Four of its own standard errors, which themselves stay under a fifth of the chance.
    expect(Math.abs(chance - exact)).toBeLessThan(4 * standardError);
    expect(standardError / chance).toBeLessThan(0.2);
    expect(upper).toBeGreaterThan(chance);
  });

  test('two planes on either side count both', () => {
    const both: RareEvent = { dimensions: 2, margin: ([a = 0]) => 4 - Math.abs(a) };
    const { chance } = subsetSimulation(both, { seed: 1, points: 1000, runs: 16 });
    expect(chance / (2 * normalCdf(-4))).toBeGreaterThan(0.6);
    expect(chance / (2 * normalCdf(-4))).toBeLessThan(1.5);
  });
});

test('the upper bound falls short of the truth about as often as it says', () => {
  const exact = normalCdf(-3.5);
  const short = Array.from({ length: 60 }, (_, seed) => subsetSimulation(plane(3, 3.5), { seed })).filter(
    ({ upper }) => upper < exact,
  ).length;
  // 5 % of 60 are 3; nine or more would happen once in a few hundred, and skew allows some more.
  expect(short).toBeLessThanOrEqual(8);
});

test('what never happens has no chance, and what always happens is certain', () => {
  expect(subsetSimulation({ dimensions: 1, margin: () => 1 }, { seed: 1 }).chance).toBe(0);
  expect(subsetSimulation({ dimensions: 1, margin: () => -1 }, { seed: 1 }).chance).toBe(1);
});

test('the same seed gives the same chance', () => {
  const once = subsetSimulation(plane(3, 4), { seed: 9 });
  expect(subsetSimulation(plane(3, 4), { seed: 9 })).toEqual(once);
});
