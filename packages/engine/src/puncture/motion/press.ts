import type { DeviceSheet } from '@percuta/evidence';
import type { Settings } from '../../case/protocol.ts';
import { needleCount } from '../device.ts';
import type { DeviceValues } from '../stages.ts';
import type { Motion } from './motion.ts';

/** Area (m2) of a tip that is pressed on: from the sheet, else its needles times the square of their distance. */
const tipArea = (sheet: DeviceSheet, values: DeviceValues): number => {
  const stated = sheet.tip_area?.value;
  if (typeof stated === 'number') return stated;
  // Of a range of tips the smallest: the densest holes.
  if (stated !== undefined) return stated.min;
  const pitch = sheet.pitch?.value ?? values.pitch;
  return needleCount(sheet) * pitch * pitch;
};

const pressed = (sheet: DeviceSheet, settings: Settings, values: DeviceValues, overlap: number): Motion => {
  const count = needleCount(sheet);
  const area = tipArea(sheet, values);
  return {
    support: 'plate',
    insertionSpeed: values.pressSpeed,
    timeInSkin: (2 * settings.depth) / values.pressSpeed,
    drag: 0,
    step: undefined,
    engagedNeedles: count,
    strokesPerPass: count / (area * (1 - overlap)),
    strokeRate: undefined,
    pitch: sheet.pitch?.value ?? Math.sqrt(area / count),
    force: sheet.available_force?.value ?? values.pressForce,
  };
};

/** A stamp is set down again and again, each time overlapping what was stamped before (M8). */
export const stampMotion = (sheet: DeviceSheet, settings: Settings, values: DeviceValues): Motion =>
  pressed(sheet, settings, values, values.stampOverlap);

/** A patch is pressed on once. */
export const patchMotion = (sheet: DeviceSheet, settings: Settings, values: DeviceValues): Motion =>
  pressed(sheet, settings, values, 0);

/** A single needle, with nothing that holds the skin around it. */
export const singleMotion = (sheet: DeviceSheet, settings: Settings, values: DeviceValues): Motion => ({
  support: 'free',
  insertionSpeed: values.needleSpeed,
  timeInSkin: (2 * settings.depth) / values.needleSpeed,
  drag: 0,
  step: undefined,
  engagedNeedles: 1,
  strokesPerPass: 0,
  strokeRate: undefined,
  pitch: Infinity,
  force: sheet.available_force?.value ?? values.needleForce,
});
