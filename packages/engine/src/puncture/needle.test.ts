import { expect, test } from 'vitest';
import { centralDraw } from '../ensemble.ts';
import { penSheet } from '../testing/sheet.ts';
import { needleOf, radiusAt, taperAt } from './needle.ts';

const { device } = centralDraw();

test('a stated needle is taken as it is', () => {
  expect(needleOf(penSheet(), { ...device, unverifiedFactor: 2 })).toEqual({
    tipDiameter: 8e-6,
    coneLength: 0.75e-3,
    shaftRadius: 0.125e-3,
  });
});

test('what the sheet leaves out comes from its prior', () => {
  const sheet = penSheet({ needle_diameter: null, tip_diameter: null, cone_length: null });
  expect(needleOf(sheet, { ...device, needleDiameter: 0.3e-3, tipDiameter: 9e-6, coneRatio: 2 })).toEqual({
    tipDiameter: 9e-6,
    coneLength: 0.6e-3,
    shaftRadius: 0.15e-3,
  });
});

test('a diameter nobody has verified carries its error', () => {
  const sheet = penSheet({ needle_diameter: { value: '0.2 mm', read: 'recalled (unverified)' } });
  expect(needleOf(sheet, { ...device, unverifiedFactor: 1.1 }).shaftRadius).toBeCloseTo(0.11e-3, 12);
});

test('a tip is never wider than its shaft', () => {
  const needle = needleOf(penSheet({ tip_diameter: '0.5 mm' }), device);
  expect(needle.tipDiameter).toBe(0.25e-3);
  expect(taperAt(needle, 0.1e-3)).toBe(0);
});

test('a cone from the tip to the shaft, then a cylinder', () => {
  const needle = needleOf(penSheet(), device);
  expect(radiusAt(needle, 0)).toBe(4e-6);
  expect(radiusAt(needle, 0.375e-3)).toBeCloseTo(64.5e-6, 12);
  expect([radiusAt(needle, 0.75e-3), radiusAt(needle, 2e-3)]).toEqual([0.125e-3, 0.125e-3]);
});
