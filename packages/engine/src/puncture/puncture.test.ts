import { deviceSheet } from '@percuta/evidence';
import { describe, expect, test } from 'vitest';
import { centralDraw, drawEnsemble } from '../ensemble.ts';
import { caseWith } from '../testing/case.ts';
import { penSheet } from '../testing/sheet.ts';
import { buildSkin, knowSkin } from '../skin/skin.ts';
import { countPunctures, insertNeedles, shareBeyond } from './puncture.ts';

const draw = centralDraw();
const known = knowSkin(caseWith(), draw.skin);
const skin = buildSkin(known, draw.ranks, draw.skin);
const settings = { depth: 1.5e-3, passes: 1, handSpeed: 0.02, frequency: undefined };

const insert = (puncture: Partial<typeof draw.puncture> = {}, changes = {}) =>
  insertNeedles(penSheet(changes), settings, skin, { ...draw, puncture: { ...draw.puncture, ...puncture } });

describe('one needle', () => {
  test('goes in no further than protrusion less stand-off', () => {
    const { insertionDepth } = insert();
    expect(insertionDepth).toBeGreaterThan(0);
    expect(insertionDepth).toBeLessThan(settings.depth - draw.puncture.gap);
  });

  test('carries at its depth what its support pushes back with', () => {
    // A hand strong enough that only the support decides.
    const { insertionDepth, forcePerNeedle, motion } = insert({}, { available_force: '100 N' });
    // The tip goes in during half of its time in the skin: one protrusion in that time is the mean rate.
    const strainRate = 2 / motion.timeInSkin;
    const stiffness =
      draw.puncture.ringFactor *
      Math.sqrt(draw.puncture.plateSupport * draw.puncture.freeSupport) *
      (draw.puncture.toughness / 2500) ** (2 / 3) *
      draw.puncture.pretension *
      strainRate ** draw.puncture.rateExponent *
      Math.min(motion.pitch, skin.epidermis + skin.dermis);
    const travel = settings.depth - draw.puncture.gap;
    expect(forcePerNeedle / stiffness).toBeCloseTo(travel - insertionDepth, 9);
  });

  test('M9: the channel is a share of the needle at the skin plane, open to the visible depth at most', () => {
    const inserted = insert();
    expect(inserted.channelDiameter).toBeLessThanOrEqual(0.5 * 0.25e-3);
    expect(insert({ channelFactor: 0.7 }).channelDiameter / inserted.channelDiameter).toBeCloseTo(1.4, 12);
    expect(inserted.openDepth).toBe(130e-6);
    expect(insert({ openDepth: 5e-3 }).openDepth).toBe(inserted.insertionDepth);
  });

  test('M10: half of the punctures bleed at the depth of the plexus', () => {
    const { insertionDepth } = insert();
    expect(insert({ bleedingDepth: insertionDepth }).bleedingShare).toBeCloseTo(0.5, 12);
    // One scale above: 1/(1 + 1/e).
    const above = insert({ bleedingDepth: insertionDepth - 0.15e-3, bleedingScale: 0.15e-3 });
    expect(above.bleedingShare).toBeCloseTo(0.731059, 6);
  });

  test('that never gets in leaves nothing', () => {
    const out = insert({ gap: 2e-3 });
    expect(out).toMatchObject({ insertionDepth: 0, fractionPuncturing: 0, bleedingShare: 0, openDepth: 0 });
  });
});

/** The layer that holds nearly all tips at this depth. */
const layerAt = (insertionDepth: number) => {
  const { occupancy } = countPunctures({ ...insert(), insertionDepth, fractionPuncturing: 1 }, 1, skin, draw);
  return Object.entries(occupancy).find(([, share]) => share > 0.9)?.[0];
};

describe('occupancy', () => {
  test('adds up to one in every draw, needles that do not puncture count as outside', () => {
    for (const one of drawEnsemble(128, 3).draws) {
      const here = buildSkin(known, one.ranks, one.skin);
      const insertion = insertNeedles(deviceSheet('skinpen_precision'), settings, here, one);
      const { occupancy, fractionPuncturing } = countPunctures(insertion, 1, here, one);
      const { outside, epidermis, dermis, fat } = occupancy;
      expect(outside + epidermis + dermis + fat).toBeCloseTo(1, 12);
      expect(outside).toBeCloseTo(1 - fractionPuncturing, 12);
      expect(Math.min(outside, epidermis, dermis, fat)).toBeGreaterThanOrEqual(0);
    }
  });

  test('follows the depth from epidermis through dermis to fat', () => {
    expect([layerAt(20e-6), layerAt(0.6e-3), layerAt(4e-3)]).toEqual(['epidermis', 'dermis', 'fat']);
  });
});

describe('a session', () => {
  const insertion = insert();
  const one = countPunctures(insertion, 1, skin, draw);

  test('has passes times as many holes', () => {
    const five = countPunctures(insertion, 5, skin, draw);
    expect(one.holeDensity).toBeCloseTo(insertion.motion.strokesPerPass * insertion.fractionPuncturing, 6);
    expect(five.holeDensity / one.holeDensity).toBeCloseTo(5, 12);
    expect(five.dermalDensity / one.dermalDensity).toBeCloseTo(5, 12);
    expect(five.bleedingDensity / one.bleedingDensity).toBeCloseTo(5, 12);
    expect(five.coveredShare).toBeLessThan(5 * one.coveredShare);
  });

  test('counts as dermal only holes that end there', () => {
    expect(one.dermalDensity).toBeCloseTo(insertion.motion.strokesPerPass * one.occupancy.dermis, 6);
    expect(one.dermalDensity).toBeLessThan(one.holeDensity);
  });
});

test('half of a border that varies from place to place lies above its median', () => {
  expect(shareBeyond(1e-3, 1e-3, 0.2)).toBeCloseTo(0.5, 12);
  expect(shareBeyond(0, 1e-3, 0.2)).toBe(0);
  expect(shareBeyond(Number.NaN, 1e-3, 0.2)).toBeNaN();
});
