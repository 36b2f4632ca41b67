import { array, assert, double, property } from 'fast-check';
import { expect, test } from 'vitest';
import { shallowTrack, subjectWith } from '../../testing/subject.ts';
import type { HeatReach } from '../heat-reach.ts';
import { coagulationReachesFat, heatReachesEpidermis, vaporisation } from './heat.ts';

const calm: HeatReach = { belowTip: 0.1e-3, toEpidermis: 0.3e-3, vapour: 0 };
const many = (count: number, heat: HeatReach = calm): HeatReach[] =>
  Array.from({ length: count }, () => heat);
const limits = { coagulationReachesFat, heatReachesEpidermis, vaporisation };
const valueOf = (limit: keyof typeof limits, heats: readonly HeatReach[]): number =>
  limits[limit].assess(subjectWith({ heats })).value;

test('nothing is judged where no draws of heat were made', () => {
  for (const limit of Object.values(limits)) {
    expect(limit.bound(subjectWith())).toBeUndefined();
    expect(limit.bound(subjectWith({ heats: [] }))?.value).toBe(0.05);
  }
});

test('eighteen draws without harm are inside, seventeen are not', () => {
  expect(valueOf('vaporisation', many(18))).toBeCloseTo(0.05, 12);
  expect(valueOf('vaporisation', many(17))).toBeGreaterThan(0.05);
  expect(valueOf('heatReachesEpidermis', [])).toBe(0.5);
});

test('boiling counts beyond a tenth of the water of a cell, a dead epidermis from the border on', () => {
  expect(valueOf('vaporisation', [...many(9), { ...calm, vapour: 0.2 }])).toBeCloseTo(2 / 12, 12);
  expect(valueOf('vaporisation', many(10, { ...calm, vapour: 0.05 }))).toBeCloseTo(1 / 12, 12);
  expect(valueOf('heatReachesEpidermis', many(10, { ...calm, toEpidermis: 0 }))).toBeCloseTo(11 / 12, 12);
  expect(valueOf('heatReachesEpidermis', many(10, { ...calm, toEpidermis: Infinity }))).toBeCloseTo(
    1 / 12,
    12,
  );
});

test('what is not a number counts as harm', () => {
  expect(valueOf('vaporisation', many(10, { ...calm, vapour: NaN }))).toBeCloseTo(11 / 12, 12);
  expect(valueOf('heatReachesEpidermis', many(10, { ...calm, toEpidermis: NaN }))).toBeCloseTo(11 / 12, 12);
  expect(valueOf('coagulationReachesFat', many(10, { ...calm, belowTip: NaN }))).toBe(1);
});

test('no collagen that coagulates reaches no fat', () => {
  expect(valueOf('coagulationReachesFat', many(5, { ...calm, belowTip: -Infinity }))).toBe(0);
});

test('a column from track to border reaches the fat under half of the places', () => {
  const room = shallowTrack.dermalBorder - shallowTrack.ceiling;
  expect(valueOf('coagulationReachesFat', many(3, { ...calm, belowTip: room }))).toBeCloseTo(0.5, 9);
});

const reach = double({ min: 0, max: 2e-3, noNaN: true });

test('a deeper reach, or a longer track, is never safer', () => {
  assert(
    property(array(reach, { minLength: 1, maxLength: 8 }), reach, reach, (below, more, longer) => {
      const heats = below.map((belowTip) => ({ ...calm, belowTip }));
      const deeper = heats.map((heat) => ({ ...heat, belowTip: heat.belowTip + more }));
      const track = { ...shallowTrack, ceiling: shallowTrack.ceiling + longer };
      const value = (subject: object): number =>
        coagulationReachesFat.assess(subjectWith({ heats, ...subject })).value;
      expect(value({ heats: deeper })).toBeGreaterThanOrEqual(value({}));
      expect(value({ tracks: [track] })).toBeGreaterThanOrEqual(value({}));
    }),
  );
});
