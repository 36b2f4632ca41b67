import { deviceSheet } from '@percuta/evidence';
import { beforeAll, describe, expect, test } from 'vitest';
import { OutsideModel } from '../error.ts';
import { defaultRun } from '../run.ts';
import { penSheet } from '../testing/sheet.ts';
import { doseMapOf, type DoseMap } from './dose-map.ts';

describe('what a given energy would do', () => {
  let map: DoseMap;
  beforeAll(() => {
    map = doseMapOf(deviceSheet('genius_infini'), defaultRun, { energies: [5e-3, 60e-3], runsEach: 1 });
  }, 120_000);

  test('more energy hurts more tissue, and more of it coagulates', () => {
    const [little, much] = map.rows;
    expect(much?.deadWidth.median).toBeGreaterThan(little?.deadWidth.median ?? Infinity);
    expect(much?.chances.coagulates).toBeGreaterThan(little?.chances.coagulates ?? 1);
    expect(much?.width.high).toBeLessThanOrEqual(much?.deadWidth.high ?? 0);
    expect(much?.to?.median).toBeGreaterThan(much?.from?.median ?? Infinity);
  });

  test('what the sheet does not say is named, and what it says is not', () => {
    const assumed = map.assumed.join('; ');
    expect(assumed).toMatch(/cone/);
    expect(assumed).toMatch(/two needles of opposite poles/);
    expect(assumed).not.toMatch(/from needle to needle|bare tip/);
  });
});

test('needles without current have none', () => {
  expect(() => doseMapOf(penSheet(), defaultRun)).toThrow(OutsideModel);
});
