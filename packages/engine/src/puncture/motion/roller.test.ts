import { cos } from '@percuta/numerics';
import { expect, test } from 'vitest';
import { centralDraw } from '../../ensemble.ts';
import { rollerSheet } from '../../testing/sheet.ts';
import { rollerMotion, rollingOf } from './roller.ts';

const degree = Math.PI / 180;

test.each([
  [0.5e-3, 17.8, 0.1e-3],
  [1e-3, 24.6, 0.29e-3],
  [1.5e-3, 29.6, 0.51e-3],
  [2.5e-3, 36.9, 1.07e-3],
])('M7: a needle of %d m on a drum of 10 mm enters at %d degrees and sweeps %d m', (length, angle, sweep) => {
  const rolling = rollingOf(10e-3, length, 15 * degree);
  // As printed in the specification, to its last digit (1.07 mm is 1.065 rounded up).
  expect(rolling.entryAngle / degree).toBeCloseTo(angle, 1);
  expect(Math.abs(rolling.sweep - sweep)).toBeLessThan(0.0051e-3);
});

test('rows in the skin at once: the angle over 15 degrees each way, and the one below', () => {
  expect(rollingOf(10e-3, 1.5e-3, 15 * degree).engagedRows).toBeCloseTo((2 * 29.59) / 15 + 1, 2);
});

const sweep = (length: number) => rollingOf(10e-3, length, 1).sweep;

test('the sweep grows as the length to the power 3/2', () => {
  // th0^3/3 with th0^2 = 2 L/R holds for L far below R.
  expect(sweep(2e-5) / sweep(1e-5)).toBeCloseTo(2 ** 1.5, 2);
});

const device = { ...centralDraw().device, handFactor: 1 };
const settings = { depth: 1.5e-3, passes: 1, handSpeed: 0.02, frequency: undefined };
const motion = rollerMotion(rollerSheet(), settings, device);

test('M8: 192 needles on a drum of 20 by 20 mm leave 15.3 strokes per cm2 in a pass', () => {
  // 192/(pi 2 cm 2 cm)
  expect(motion.strokesPerPass * 1e-4).toBeCloseTo(15.28, 2);
});

test('needles that share the force: the rows in the skin times the rings', () => {
  expect(motion.engagedNeedles).toBeCloseTo(8 * rollingOf(10e-3, 1.5e-3, 15 * degree).engagedRows, 9);
});

const height = (angle: number) => 11.5e-3 * cos(angle);

test('a tip is dragged from one end of its slit to the other', () => {
  // 10 mm (tan 29.59° − 0.5165) = 0.514 mm each way for 1.5 mm.
  expect(motion.drag).toBeCloseTo(1.028e-3, 6);
});

test('the tip falls with the turning of the drum, by finite differences', () => {
  const rolling = rollingOf(10e-3, 1.5e-3, 15 * degree);
  const turning = 0.02 / 10e-3;
  const h = 1e-6;
  const speed = ((height(rolling.entryAngle - h) - height(rolling.entryAngle + h)) / (2 * h)) * turning;
  expect(motion.insertionSpeed).toBeCloseTo(speed, 9);
  expect(motion.timeInSkin).toBeCloseTo((2 * rolling.entryAngle) / turning, 12);
});

test('the speed of the hand changes how it presses, not how many holes it leaves', () => {
  const fast = rollerMotion(rollerSheet(), { ...settings, handSpeed: 0.04 }, device);
  expect(fast.strokesPerPass).toBe(motion.strokesPerPass);
  expect(fast.drag).toBe(motion.drag);
  expect(fast.insertionSpeed).toBeCloseTo(2 * motion.insertionSpeed, 12);
});

test('a drum nobody describes is the common one, its needles spread evenly', () => {
  const bare = rollerSheet({
    drum_diameter: null,
    drum_width: null,
    row_count: null,
    needles_per_ring: null,
    row_angle: null,
    available_force: null,
  });
  const { strokesPerPass, engagedNeedles, force } = rollerMotion(bare, settings, {
    ...device,
    rollerForce: 12,
  });
  expect(strokesPerPass).toBe(motion.strokesPerPass);
  expect(engagedNeedles / motion.engagedNeedles).toBeCloseTo(1, 1);
  expect(force).toBe(12);
});
