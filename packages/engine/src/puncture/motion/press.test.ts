import { expect, test } from 'vitest';
import { centralDraw } from '../../ensemble.ts';
import { sheetOf, stampSheet } from '../../testing/sheet.ts';
import { patchMotion, singleMotion, stampMotion } from './press.ts';

const device = { ...centralDraw().device, stampOverlap: 0.2, pressSpeed: 0.05 };
const settings = { depth: 1e-3, passes: 1, handSpeed: undefined, frequency: undefined };

test('M8: a stamp leaves N/(A (1 - o)) strokes in a pass, a patch N/A', () => {
  // 36 needles on 1 cm2.
  expect(stampMotion(stampSheet(), settings, device).strokesPerPass * 1e-4).toBeCloseTo(45, 9);
  expect(patchMotion(stampSheet(), settings, device).strokesPerPass * 1e-4).toBeCloseTo(36, 9);
});

test('neither drags', () => {
  expect(stampMotion(stampSheet(), settings, device)).toMatchObject({
    drag: 0,
    support: 'plate',
    timeInSkin: 0.04,
  });
});

test('of a range of tips the smallest counts: the densest holes', () => {
  const sheet = stampSheet({ tip_area: { min: '50 mm2', max: '100 mm2' } });
  expect(patchMotion(sheet, settings, device).strokesPerPass * 1e-4).toBeCloseTo(72, 9);
});

test('a tip without a stated area is as large as its needles are apart', () => {
  const stated = patchMotion(stampSheet({ tip_area: null, pitch: '1 mm' }), settings, device);
  expect(stated.strokesPerPass * 1e-6).toBeCloseTo(1, 9);
  const guessed = patchMotion(stampSheet({ tip_area: null }), settings, { ...device, pitch: 2e-3 });
  expect(guessed.strokesPerPass * 1e-6).toBeCloseTo(0.25, 9);
});

test('a single needle has no ring, no neighbour and no density', () => {
  const single = sheetOf({ id: 'lone', name: 'Lone', class: 'single', needle_diameter: '0.25 mm' });
  expect(singleMotion(single, settings, device)).toMatchObject({
    support: 'free',
    engagedNeedles: 1,
    strokesPerPass: 0,
    pitch: Infinity,
  });
});
