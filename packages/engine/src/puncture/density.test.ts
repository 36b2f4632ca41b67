import { createRandom } from '@percuta/numerics';
import { expect, test } from 'vitest';
import { coverageOf } from './density.ts';

test('M8: 1638 channels of 60 um per cm2 cover 4.5 % and lie 0.12 mm apart', () => {
  const coverage = coverageOf(1638e4, 60e-6, 3);
  expect(coverage.coveredShare).toBeCloseTo(0.045, 3);
  expect(coverage.nearestNeighbour).toBeCloseTo(0.12e-3, 5);
  // Thinly covered: a covered point is hit hardly more than once.
  expect(coverage.hitsPerCoveredPoint).toBeCloseTo(1 + 0.0463 / 2, 3);
});

test('holes thrown at random agree with the formulas', () => {
  const [rho, diameter, side] = [50e6, 150e-6, 4e-3];
  const random = createRandom(3);
  const count = Math.round(rho * side * side);
  // On a torus, so that there is no edge.
  const holes = Array.from({ length: count }, () => [random.next() * side, random.next() * side] as const);
  const gap = (a: number, b: number) => Math.min(Math.abs(a - b), side - Math.abs(a - b));
  const distance2 = (x: number, y: number, [u, v]: readonly [number, number]) =>
    gap(x, u) ** 2 + gap(y, v) ** 2;
  const probes = 2000;
  let covered = 0;
  for (let i = 0; i < probes; i += 1) {
    const [x, y] = [random.next() * side, random.next() * side];
    if (holes.some((hole) => distance2(x, y, hole) < (diameter / 2) ** 2)) covered += 1;
  }
  const nearest = holes.map(([x, y], i) =>
    Math.sqrt(
      holes.reduce((best, other, j) => (i === j ? best : Math.min(best, distance2(x, y, other))), Infinity),
    ),
  );
  const formula = coverageOf(rho, diameter, 3);
  // Binomial error of 2000 probes is 1.1 %, of 800 distances (sd/mean 0.52) 1.8 %: three of each.
  expect(Math.abs(covered / probes - formula.coveredShare)).toBeLessThan(0.033);
  const mean = nearest.reduce((sum, value) => sum + value, 0) / count;
  expect(Math.abs(mean / formula.nearestNeighbour - 1)).toBeLessThan(0.055);
});

test('an uneven hand leaves more gaps, an even one tends to Poisson', () => {
  const uneven = coverageOf(2e6, 60e-6, 3);
  expect(uneven.gapChance).toBeCloseTo(0.1353, 4);
  // (1 + 2/3)^-3 = 0.216
  expect(uneven.unevenGapChance).toBeCloseTo(0.216, 9);
  expect(coverageOf(2e6, 60e-6, 1e9).unevenGapChance).toBeCloseTo(uneven.gapChance, 6);
});

test('no holes cover nothing and have no neighbour', () => {
  expect(coverageOf(0, 60e-6, 3)).toEqual({
    coveredShare: 0,
    hitsPerCoveredPoint: 1,
    nearestNeighbour: Infinity,
    gapChance: 1,
    unevenGapChance: 1,
  });
});
