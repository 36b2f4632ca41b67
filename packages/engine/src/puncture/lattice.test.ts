import { deviceSheet } from '@percuta/evidence';
import { mean, standardErrorOfMean } from '@percuta/numerics';
import { describe, expect, test } from 'vitest';
import { centralDraw } from '../ensemble.ts';
import { penSheet, rollerSheet, stampSheet } from '../testing/sheet.ts';
import { layHoles } from './lattice.ts';
import { motions } from './motion/motion-of.ts';
import type { DeviceSheet } from '@percuta/evidence';

const device = { ...centralDraw().device, handFactor: 1, stampOverlap: 0 };
const at = (sheet: DeviceSheet, depth: number, passes = 4) => {
  const settings = { depth, passes, handSpeed: 0.02, frequency: undefined };
  const motion = motions[sheet.class](sheet, settings, device);
  return {
    motion,
    lay: (share: number, seed = 1) =>
      layHoles(
        sheet,
        { motion, passes, fractionPuncturing: share, channelDiameter: 60e-6, laneLogSd: 0.1 },
        seed,
      ),
  };
};

describe.each([
  ['pen', penSheet(), 1.5e-3],
  ['SkinPen', deviceSheet('skinpen_precision'), 1.5e-3],
  ['roller', rollerSheet(), 1.5e-3],
  ['stamp', stampSheet(), 1e-3],
] as const)('%s', (_, sheet, depth) => {
  const { motion, lay } = at(sheet, depth);
  const lattice = lay(1);

  test('as many holes per area as the strokes of its passes', () => {
    const expected = 4 * motion.strokesPerPass;
    const holes = expected * 36e-6;
    // Unevenness of 10 % from lane to lane over a handful of lanes, and the counting error of a sparse roller.
    const tolerance = 3 * Math.sqrt(0.1 ** 2 / 4 + 1 / holes);
    expect(Math.abs(lattice.holeDensity / expected - 1)).toBeLessThan(tolerance);
  });

  test('half of the needles leave half of the holes', () => {
    const half = lay(0.5);
    expect(half.holeDensity / lattice.holeDensity).toBeCloseTo(0.5, 0);
    expect(half.coveredShare).toBeLessThan(lattice.coveredShare);
  });

  test('the same seed lays the same holes, another one others', () => {
    expect(lay(0.7, 3)).toEqual(lay(0.7, 3));
    expect(lay(0.7, 4)).not.toEqual(lay(0.7, 3));
  });
});

/** Holes per area of one pass over those of M8, and its error: from many sessions of an even hand. */
const perStroke = (sheet: DeviceSheet, depth: number, stampOverlap: number) => {
  const settings = { depth, passes: 40, handSpeed: 0.02, frequency: undefined };
  const motion = motions[sheet.class](sheet, settings, { ...device, stampOverlap });
  const session = { motion, passes: 40, fractionPuncturing: 1, channelDiameter: 60e-6, laneLogSd: 0 };
  const densities = Float64Array.from(
    { length: 40 },
    (_, seed) => layHoles(sheet, session, seed).holeDensity,
  );
  const expected = 40 * motion.strokesPerPass;
  return { ratio: mean(densities) / expected, error: standardErrorOfMean(densities) / expected };
};

describe('a pass lays the strokes per area of M8', () => {
  test.each([
    ['a stamp of 35 needles', stampSheet({ needle_count: 35 }), 0],
    ['a stamp of 40 needles', stampSheet({ needle_count: 40 }), 0],
    ['a stamp of 40 needles that overlaps', stampSheet({ needle_count: 40 }), 0.35],
    ['a stamp wider apart than its area tells', stampSheet({ needle_count: 35, pitch: '2 mm' }), 0.1],
    ['a patch of 40 needles', stampSheet({ class: 'patch', needle_count: 40 }), 0.2],
    ['an RF tip', stampSheet({ class: 'rf', needle_count: 35 }), 0.2],
    ['a roller whose rows are not its needles', rollerSheet({ needles_per_ring: 20 }), 0],
  ])('%s', (_, sheet, overlap) => {
    const { ratio, error } = perStroke(sheet, 1e-3, overlap);
    // Fine enough to tell 40 needles from the 42 places of their grid, 35 from 36.
    expect(error).toBeLessThan(0.007);
    expect(Math.abs(ratio - 1)).toBeLessThan(3 * error);
  });
});

test('many passes of a pen in random directions come near to holes at random', () => {
  const lattice = at(penSheet(), 1.5e-3, 10).lay(0.5);
  // M8 speaks of random holes; ten passes of a lattice are within a tenth of that in coverage.
  expect(Math.abs(lattice.coveredShare / lattice.poisson.coveredShare - 1)).toBeLessThan(0.1);
  expect(Math.abs(lattice.nearestNeighbour / lattice.poisson.nearestNeighbour - 1)).toBeLessThan(0.15);
});

test('needles that never puncture leave no hole', () => {
  expect(at(penSheet(), 1.5e-3).lay(0)).toMatchObject({
    holeDensity: 0,
    coveredShare: 0,
    nearestNeighbour: Infinity,
  });
});
