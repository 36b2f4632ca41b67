import { deviceSheet, type DeviceSheet } from '@percuta/evidence';
import { describe, expect, test } from 'vitest';
import { centralDraw } from '../ensemble.ts';
import { marginsAt } from '../safety/envelope.ts';
import { trackCeiling } from '../safety/track.ts';
import { knowSkin } from '../skin/skin.ts';
import { caseWith } from '../testing/case.ts';
import { penSheet } from '../testing/sheet.ts';
import { situationOf, type Setting } from './situation.ts';
import { maximumSafeDepth } from './maximum-safe-depth.ts';

const settingOf = (sheet: DeviceSheet, ...assignments: readonly string[]): Setting => {
  const given = caseWith(...assignments);
  const situation = situationOf(given, knowSkin(given, centralDraw().skin), {
    draws: 64,
    seed: 3,
    overrides: {},
  });
  return { ...situation, sheet, heats: [] };
};

/** Ids of the depth limits broken at a depth. */
const brokenAt = (setting: Setting, depth: number): string[] => {
  const { given, site, sheet, ensemble, skins, adjustments } = setting;
  const tracks = ensemble.draws.map((draw, i) => ({
    ceiling: trackCeiling(sheet, depth, draw.safety),
    dermalBorder: (skins[i]?.epidermis ?? 0) + (skins[i]?.dermis ?? 0),
    withinLogSd: skins[i]?.withinLogSd ?? 0,
    strokesPerPass: 0,
    channelDiameter: 0,
  }));
  const settings = { depth, passes: 1, handSpeed: undefined, frequency: undefined };
  const subject = { given, site, sheet, settings, course: { sessions: 1, interval: undefined }, tracks };
  return marginsAt('stroke', subject, adjustments)
    .filter(({ isBroken }) => isBroken)
    .map(({ limit }) => limit);
};

describe.each([
  ['cheek', 'atrophic-acne-scars', []],
  ['forehead', 'texture-and-tone', []],
  ['hand_dorsum', 'rejuvenation', ['person.phototype=V']],
  ['cheek', 'atrophic-acne-scars', ['limits[0].limit=tip-leaves-dermis', 'limits[0].value=0.5 %']],
] as const)('%s, %s, %j', (id, indication, more) => {
  const setting = settingOf(penSheet(), `site.id=${id}`, `concern.indication=${indication}`, ...more);
  const depth = maximumSafeDepth(setting, 2.5e-3);

  test('every depth limit holds there, one breaks just beyond', () => {
    expect(brokenAt(setting, depth)).toEqual([]);
    // 24 halvings of 2.5 mm leave 0.15 nm.
    expect(brokenAt(setting, depth + 1e-9).length).toBeGreaterThan(0);
  });
});

test('a device that ends before any limit is safe to its end', () => {
  const setting = settingOf(penSheet({ depth: { max: '0.2 mm', step: '0.1 mm' } }));
  expect(maximumSafeDepth(setting, 0.2e-3)).toBe(0.2e-3);
});

test('nothing is safe where the error of the dial alone is too much', () => {
  const setting = settingOf(penSheet({ dial_tolerance: '2 mm' }));
  // 24 halvings towards zero.
  expect(maximumSafeDepth(setting, 2.5e-3)).toBe(0);
});

test('a measured thick skin allows more', () => {
  const reading = ['layer=dermis', 'method=ultrasound', 'value=2 mm', 'error=0.05 mm'];
  const sheet = deviceSheet('skinpen_precision');
  const measured = settingOf(sheet, ...reading.map((field) => `measured[0].${field}`));
  expect(maximumSafeDepth(measured, 2.5e-3)).toBeGreaterThan(maximumSafeDepth(settingOf(sheet), 2.5e-3));
});
