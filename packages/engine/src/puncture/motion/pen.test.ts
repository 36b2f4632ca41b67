import { cos } from '@percuta/numerics';
import { expect, test } from 'vitest';
import { centralDraw } from '../../ensemble.ts';
import { penSheet } from '../../testing/sheet.ts';
import { penMotion, strokeOf } from './pen.ts';

const device = { ...centralDraw().device, handFactor: 1 };
const settings = { depth: 1.5e-3, passes: 1, handSpeed: 0.02, frequency: undefined };
const motion = penMotion(penSheet(), settings, device);

test('M6: 117 Hz, stroke 2.5 mm, protrusion 1.5 mm at 20 mm/s', () => {
  // As printed in the specification, to its last digit.
  expect(motion.insertionSpeed).toBeCloseTo(0.9, 2);
  expect(motion.timeInSkin).toBeCloseTo(4.8e-3, 4);
  expect(motion.drag).toBeCloseTo(0.1e-3, 5);
  expect(motion.step).toBeCloseTo(0.17e-3, 5);
});

test('M8: 14 needles at 117 Hz in a track of 5 mm leave 1638 strokes per cm2', () => {
  expect(motion.strokesPerPass * 1e-4).toBeCloseTo(1638, 9);
  expect(motion.strokeRate).toBe(14 * 117);
});

test('the speed is that of the tip where it crosses the surface, by finite differences', () => {
  const [P, s, f] = [0.7e-3, 2.5e-3, 120];
  const { timeInSkin, insertionSpeed } = strokeOf(P, s, f);
  // Height of the tip over its deepest point: (s/2)(1 − cos(2 pi f t)); it enters half the time in skin before.
  const height = (t: number) => (s / 2) * (1 - cos(2 * Math.PI * f * t));
  expect(height(timeInSkin / 2)).toBeCloseTo(P, 12);
  const h = 1e-8;
  expect((height(timeInSkin / 2 + h) - height(timeInSkin / 2 - h)) / (2 * h)).toBeCloseTo(insertionSpeed, 6);
});

test('at half a stroke the tip is as fast as it gets and in the skin half of the time', () => {
  const { timeInSkin, insertionSpeed } = strokeOf(1.25e-3, 2.5e-3, 100);
  expect(insertionSpeed).toBeCloseTo(Math.PI * 100 * 2.5e-3, 12);
  expect(timeInSkin).toBeCloseTo(0.005, 12);
});

test('a stroke is never shorter than the protrusion', () => {
  const short = penMotion(penSheet({ stroke: '1 mm' }), settings, device);
  expect(short.insertionSpeed).toBe(0);
  expect(short.timeInSkin).toBeCloseTo(1 / 117, 12);
});

test('a hand faster than meant makes fewer holes, further apart', () => {
  const fast = penMotion(penSheet(), settings, { ...device, handFactor: 2 });
  expect(fast.strokesPerPass).toBeCloseTo(motion.strokesPerPass / 2, 6);
  expect(fast.step).toBeCloseTo(2 * (motion.step ?? 0), 12);
  expect(fast.drag).toBeCloseTo(2 * motion.drag, 12);
});

test('what neither sheet nor protocol says comes from the priors', () => {
  const bare = penSheet({ array_diameter: null, pitch: null, available_force: null, stroke: null });
  const values = { ...device, arrayDiameter: 4e-3, handSpeed: 0.03, penForce: 7, strokeMargin: 1.2 };
  const { pitch, force, step, insertionSpeed } = penMotion(
    bare,
    { ...settings, handSpeed: undefined },
    values,
  );
  // 14 needles on a disc of 4 mm: each has pi 2^2/14 mm2.
  expect(pitch).toBeCloseTo(Math.sqrt((Math.PI * 4) / 14) * 1e-3, 9);
  expect(force).toBe(7);
  expect(step).toBeCloseTo(0.03 / 117, 12);
  expect(insertionSpeed).toBeCloseTo(strokeOf(1.5e-3, 3e-3, 117).insertionSpeed, 9);
});
