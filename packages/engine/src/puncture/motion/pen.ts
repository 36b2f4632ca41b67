import type { DeviceSheet } from '@percuta/evidence';
import { acos } from '@percuta/numerics';
import type { Settings } from '../../case/protocol.ts';
import { deepestSetting, needleCount, requireFrequency } from '../device.ts';
import type { DeviceValues } from '../stages.ts';
import type { Motion } from './motion.ts';

/** Sinusoidal stroke of a pen (M6): length s and protrusion P in m, f in Hz. */
export interface Stroke {
  readonly insertionSpeed: number;
  readonly timeInSkin: number;
}

/** The tip crosses the surface at phase acos(1 − 2P/s) before full protrusion (M6); needs 0 < P ≤ s. */
export const strokeOf = (protrusion: number, stroke: number, frequency: number): Stroke => {
  const phase = acos(1 - (2 * protrusion) / stroke);
  return {
    insertionSpeed: 2 * Math.PI * frequency * Math.sqrt(protrusion * (stroke - protrusion)),
    timeInSkin: phase / (Math.PI * frequency),
  };
};

/** Stroke length (m): from the sheet, else the deepest setting and a margin; never shorter than the protrusion. */
const strokeLength = (sheet: DeviceSheet, protrusion: number, values: DeviceValues): number => {
  const deepest = deepestSetting(sheet) ?? protrusion;
  return Math.max(sheet.stroke?.value ?? deepest * values.strokeMargin, protrusion);
};

export const penMotion = (sheet: DeviceSheet, settings: Settings, values: DeviceValues): Motion => {
  const count = needleCount(sheet);
  const frequency = requireFrequency(sheet, settings);
  const width = sheet.array_diameter?.value ?? values.arrayDiameter;
  const hand = (settings.handSpeed ?? values.handSpeed) * values.handFactor;
  const stroke = strokeOf(settings.depth, strokeLength(sheet, settings.depth, values), frequency);
  return {
    support: 'ring',
    ...stroke,
    drag: hand * stroke.timeInSkin,
    step: hand / frequency,
    engagedNeedles: count,
    strokesPerPass: (count * frequency) / (width * hand),
    strokeRate: count * frequency,
    pitch: sheet.pitch?.value ?? Math.sqrt((Math.PI * width * width) / (4 * count)),
    force: sheet.available_force?.value ?? values.penForce,
  };
};
