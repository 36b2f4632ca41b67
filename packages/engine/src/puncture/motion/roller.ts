import type { DeviceSheet } from '@percuta/evidence';
import { acos, sin, tan } from '@percuta/numerics';
import type { Settings } from '../../case/protocol.ts';
import { needleCount } from '../device.ts';
import type { DeviceValues } from '../stages.ts';
import type { Motion } from './motion.ts';

/** Rolling contact (M7): angles in rad, lengths in m. */
export interface Rolling {
  /** Angle from the vertical at which a tip meets the surface. */
  readonly entryAngle: number;
  /** Half length of the slit a tip draws at the surface. */
  readonly sweep: number;
  /** Rows of needles in the skin at the same time. */
  readonly engagedRows: number;
}

/** th0 = acos(R/(R+L)); sweep = R (tan th0 − th0); rows = 2 th0/row angle + 1 (M7). */
export const rollingOf = (drumRadius: number, needleLength: number, rowAngle: number): Rolling => {
  const entryAngle = acos(drumRadius / (drumRadius + needleLength));
  return {
    entryAngle,
    sweep: drumRadius * (tan(entryAngle) - entryAngle),
    engagedRows: (2 * entryAngle) / rowAngle + 1,
  };
};

const fullTurn = 2 * Math.PI;

export const rollerMotion = (sheet: DeviceSheet, settings: Settings, values: DeviceValues): Motion => {
  const count = needleCount(sheet);
  const diameter = sheet.drum_diameter?.value ?? values.drumSize;
  const width = sheet.drum_width?.value ?? values.drumSize;
  const rings = sheet.row_count?.value ?? Math.round(Math.sqrt(count / Math.PI));
  const perRing = sheet.needles_per_ring?.value ?? count / rings;
  const rolling = rollingOf(diameter / 2, settings.depth, sheet.row_angle?.value ?? fullTurn / perRing);
  const hand = (settings.handSpeed ?? values.handSpeed) * values.handFactor;
  const turning = hand / (diameter / 2);
  const along = (Math.PI * diameter) / perRing;
  return {
    support: 'plate',
    // The vertical speed of the tip where it meets the surface.
    insertionSpeed: turning * (diameter / 2 + settings.depth) * sin(rolling.entryAngle),
    timeInSkin: (2 * rolling.entryAngle) / turning,
    drag: 2 * rolling.sweep,
    step: along,
    engagedNeedles: rolling.engagedRows * rings,
    strokesPerPass: count / (Math.PI * diameter * width),
    strokeRate: (hand / (Math.PI * diameter)) * count,
    pitch: sheet.pitch?.value ?? Math.sqrt((along * width) / rings),
    force: sheet.available_force?.value ?? values.rollerForce,
  };
};
