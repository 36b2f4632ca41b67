import { site as siteOf, type Hazard, type SiteId } from '@percuta/evidence';
import { createRandom } from '@percuta/numerics';
import { expect, test } from 'vitest';
import { caseWith } from '../../testing/case.ts';
import { shallowTrack, subjectWith } from '../../testing/subject.ts';
import { hazardReach, reachOf } from './hazard-reach.ts';

const at = (depth: Hazard['depth']): Hazard => ({ structure: 'artery', depth, sources: [] });
const mm = 1e-3;

test('a structure anywhere in a range is reached in proportion', () => {
  const hazard = at({ min: 2 * mm, max: 4 * mm });
  expect([1, 2, 2.5, 4, 5].map((ceiling) => reachOf(hazard, ceiling * mm))).toEqual([0, 0, 0.25, 1, 1]);
});

test('a mean and a spread are a lognormal of that mean and spread', () => {
  const [mean, sd] = [4.8 * mm, 1.4 * mm];
  // Draws of the matching lognormal: their moments first, so that the test knows what it compares with.
  const random = createRandom(1);
  const variance = 0.0816; // ln(1 + (1.4/4.8)^2) = 0.0816
  const draws = Array.from(
    { length: 20_000 },
    () => Math.E ** (-5.37995 + Math.sqrt(variance) * random.normal()), // ln(4.8e-3) − 0.0816/2
  );
  const average = draws.reduce((sum, value) => sum + value, 0) / draws.length;
  const spread = Math.sqrt(draws.reduce((sum, value) => sum + (value - average) ** 2, 0) / draws.length);
  // Sampling error of 20 000 draws: sd/141 of the mean, about sd/100 of the spread; three of each.
  expect(Math.abs(average - mean)).toBeLessThan((3 * sd) / 141);
  expect(Math.abs(spread - sd)).toBeLessThan((4 * sd) / 100);
  for (const ceiling of [3 * mm, 4.5 * mm, 7 * mm]) {
    const share = draws.filter((depth) => depth <= ceiling).length / draws.length;
    // Binomial error at most 0.35 %: three of it.
    expect(Math.abs(reachOf(at({ mean, sd }), ceiling) - share)).toBeLessThan(0.0106);
  }
});

test('a least depth alone is a wall', () => {
  expect([9.99, 10, 11].map((ceiling) => reachOf(at({ min: 10 * mm }), ceiling * mm))).toEqual([0, 1, 1]);
});

test('an upper end alone leaves all above it possible', () => {
  expect(reachOf(at({ max: 4 * mm }), 1 * mm)).toBeCloseTo(0.25, 12);
});

test('a track of no length that can be told reaches what can be reached', () => {
  expect(reachOf(at({ min: 10 * mm }), Number.NaN)).toBe(1);
  expect(reachOf(at({ min: 2 * mm, max: 4 * mm }), Number.NaN)).toBeNaN();
});

const subjectAt = (id: SiteId, ceiling: number) =>
  subjectWith({ given: caseWith(`site.id=${id}`), tracks: [{ ...shallowTrack, ceiling }] });

test('the structure that is reached first counts', () => {
  // Hand: veins at 1.5 to 3 mm, tendons at 2 to 4 mm.
  expect(hazardReach.assess(subjectAt('hand_dorsum', 2.25 * mm)).value).toBeCloseTo(0.5, 12);
});

test.each(['abdomen', 'breast'] as const)('%s: a hazard of unknown depth gives no number', (id) => {
  expect(siteOf(id).hazards.map(({ depth }) => depth)).toEqual(['unknown']);
  expect(hazardReach.bound(subjectAt(id, 1 * mm))).toBeUndefined();
});

test('beside a hazard of known depth an unknown one adds nothing', () => {
  expect(siteOf('forehead').hazards.map(({ depth }) => depth)).toContain('unknown');
  expect(hazardReach.bound(subjectAt('forehead', 1 * mm))?.value).toBe(0.01);
  expect(hazardReach.assess(subjectAt('forehead', 1.9 * mm)).value).toBe(0);
});

test('where there is nothing to reach there is no limit', () => {
  expect(hazardReach.bound(subjectAt('flank', 1 * mm))).toBeUndefined();
});
