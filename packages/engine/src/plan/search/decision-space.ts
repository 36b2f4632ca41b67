import type { DeviceSheet } from '@percuta/evidence';
import type { Settings } from '../../case/protocol.ts';
import { depthSettings, frequencySettings } from '../../puncture/device.ts';

/**
 * Hand speeds a plan chooses from, m/s: half, once and twice the pace at which 5 mm tracks are usually laid.
 * No trial reports hand speed; passes run to the most that trials report and one step beyond.
 */
const handSpeeds = [0.01, 0.02, 0.04];
const passCounts = [1, 2, 4, 6, 8, 10, 12];
/** Passes with radio frequency: stamps lie beside each other, so that none meets tissue that is still warm. */
const rfPassCounts = [1, 2, 4];

const moved = new Set<DeviceSheet['class']>(['pen', 'roller']);
/** The speed of a roller changes how it presses, not how many holes it leaves: one pace is enough to plan. */
const speedsOf = (sheet: DeviceSheet): (number | undefined)[] => {
  if (!moved.has(sheet.class)) return [undefined];
  return sheet.class === 'roller' ? [0.02] : handSpeeds;
};

const frequenciesOf = (sheet: DeviceSheet): (number | undefined)[] => {
  const offered = frequencySettings(sheet);
  return offered.length === 0 ? [undefined] : offered;
};

/** Every setting of depth, frequency and hand speed the device really has, shallow to deep, one pass each. */
export const strokeSettings = (sheet: DeviceSheet): Settings[] =>
  depthSettings(sheet).flatMap((depth) =>
    frequenciesOf(sheet).flatMap((frequency) =>
      speedsOf(sheet).map((handSpeed) => ({ depth, passes: 1, handSpeed, frequency })),
    ),
  );

/** A patch stays where it is pressed; everything else can go over the area again. */
export const passOptions = (sheet: DeviceSheet): readonly number[] =>
  sheet.class === 'patch' ? [1] : sheet.class === 'rf' ? rfPassCounts : passCounts;
