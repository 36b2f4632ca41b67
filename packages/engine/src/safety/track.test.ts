import { deviceSheet } from '@percuta/evidence';
import { expect, test } from 'vitest';
import { centralDraw } from '../ensemble.ts';
import { insertNeedles } from '../puncture/puncture.ts';
import { buildSkin, knowSkin } from '../skin/skin.ts';
import { caseWith } from '../testing/case.ts';
import { penSheet } from '../testing/sheet.ts';
import { centralTrackCeiling, trackCeiling, trackOf } from './track.ts';

test('the longest track is the setting with its error, lengthened by compression', () => {
  // (1.5 + 0.15) 1.1 mm for Exceed, whose tolerance is on its label.
  expect(centralTrackCeiling(deviceSheet('exceed'), 1.5e-3)).toBeCloseTo(1.815e-3, 12);
  expect(
    trackCeiling(penSheet({ dial_tolerance: '0.1 mm' }), 1e-3, { compression: 0.2, dialTolerance: 9 }),
  ).toBeCloseTo(1.32e-3, 12);
  expect(
    trackCeiling(penSheet({ dial_tolerance: null }), 1e-3, { compression: 0, dialTolerance: 0.2e-3 }),
  ).toBeCloseTo(1.2e-3, 12);
});

test('under-penetration is never credited', () => {
  const draw = centralDraw();
  const known = knowSkin(caseWith(), draw.skin);
  const skin = buildSkin(known, draw.ranks, draw.skin);
  const settings = { depth: 1.5e-3, passes: 1, handSpeed: 0.02, frequency: undefined };
  // A point as long as the needle, so that the channel widens all the way.
  const sheet = penSheet({ cone_length: '3 mm' });
  const insertion = insertNeedles(sheet, settings, skin, draw);
  const track = trackOf(sheet, settings, skin, insertion, draw);
  expect(insertion.insertionDepth).toBeLessThan(settings.depth);
  expect(track.ceiling).toBeGreaterThan(settings.depth);
  // A hole for every stroke, whether or not it punctures, as wide as a needle that is all the way in makes it.
  expect(track.strokesPerPass).toBe(insertion.motion.strokesPerPass);
  expect(track.channelDiameter).toBeGreaterThan(insertion.channelDiameter);
  expect(track.dermalBorder).toBe(skin.epidermis + skin.dermis);
});
