import { toSI } from '@percuta/quantity';
import { expect, test } from 'vitest';
import { healValues } from '../ensemble.ts';
import { heal } from '../heal/heal.ts';
import { noThermalInjury } from '../heal/injury/thermal-injury.ts';
import { healingGrid } from '../heal/heal.ts';
import { normalPlace } from '../heal/place.ts';
import type { HealInput } from '../heal/result/healing.ts';
import { courseBandsOf, readCourse } from './course-bands.ts';
import { checkTissue, tissueFields } from './tissue.ts';
import { tissueCourseOf, tissueOf } from './tissue-of.ts';

const values = healValues({ 'heal.N_r': '8' });
const depths = Float64Array.of(0, 2e-4, 1e-3);

const healed = (density: number, pierced: number) => {
  const input: HealInput = {
    density,
    depths,
    gapRadii: Float64Array.of(5e-5, 5e-5),
    pierced: Float64Array.of(pierced, 0),
    gapAtJunction: 5e-5,
    thermal: noThermalInjury(healingGrid(density, depths, values)),
    sessions: [0, toSI(28, 'days')],
    duration: toSI(90, 'days'),
    place: normalPlace,
  };
  return heal(input, values);
};

test('skin that nobody wounds stays at one in every part of its tissue', () => {
  const healing = healed(0, 0);
  const course = tissueCourseOf(healing);
  for (const field of tissueFields) {
    expect(Math.max(...course[field].map((value) => Math.abs(value - 1)))).toBeLessThan(1e-8);
  }
});

/** Of two layers of 0.2 and 0.8 mm at one time. */
const mean = (series: Float64Array, t: number): number =>
  0.2 * (series[2 * t] ?? Number.NaN) + 0.8 * (series[2 * t + 1] ?? Number.NaN);

test('the mean over depth weighs layers by thickness, and total collagen is what the bound is kept against', () => {
  const healing = healed(1e7, 1);
  const { collagen, water, elastin } = tissueCourseOf(healing);
  const { C3, C1i, C1m, W, E } = healing.means;
  const total = C3.map((three, at) => three + (C1i[at] ?? 0) + (C1m[at] ?? 0));
  const resting = healing.rest.C3 + healing.rest.C1i + healing.rest.C1m;
  healing.times.forEach((_, t) => {
    expect(collagen[t]).toBeCloseTo(mean(total, t) / resting, 12);
    expect(water[t]).toBeCloseTo(1 + mean(W, t), 12);
    expect(elastin[t]).toBeCloseTo(mean(E, t) / healing.rest.E, 12);
  });
  expect(Math.min(...collagen)).toBeLessThan(0.999);
});

test('shares of resting collagen are those that healing rests at, and the tissue is one that appearance takes', () => {
  const healing = healed(1e7, 1);
  const tissue = tissueOf(healing, [tissueCourseOf(healing)]);
  expect(() => checkTissue(tissue)).not.toThrow();
  const { functionalI, three } = tissue.rest;
  expect(functionalI + three).toBeLessThan(1);
  expect(three).toBeCloseTo(values.phi3b, 12);
});

test('the band of one draw has no width, that of two runs between them', () => {
  const [one, two] = [healed(1e7, 1), healed(1e7, 0.5)].map((healing) => readCourse(healing, values));
  if (one === undefined || two === undefined) throw new Error('two courses');
  const single = courseBandsOf(healed(1e7, 1), [one]);
  for (const { tenth, ninetieth } of single.bands.redness) expect(tenth).toBe(ninetieth);
  const both = courseBandsOf(healed(1e7, 1), [one, two]).bands.redness[10];
  expect(both?.ninetieth).toBeGreaterThan(both?.tenth ?? Number.NaN);
});
