import { centralValues, type DeviceSheet } from '@percuta/evidence';
import type { Settings } from '../case/protocol.ts';
import { radiusAt } from '../puncture/needle.ts';
import type { Insertion } from '../puncture/puncture.ts';
import type { PunctureValues } from '../puncture/stages.ts';
import type { Skin } from '../skin/skin.ts';
import type { Track } from './limit.ts';
import { safetyParameters, type SafetyValues } from './parameters.ts';

/** Deepest a tip can come (m): the setting, its error and the compression of the skin, all against us (safety.1). */
export const trackCeiling = (sheet: DeviceSheet, depth: number, values: SafetyValues): number =>
  (depth + (sheet.dial_tolerance?.value ?? values.dialTolerance)) * (1 + values.compression);

const central = centralValues(safetyParameters);

/** The same with every allowance at its central value. */
export const centralTrackCeiling = (sheet: DeviceSheet, depth: number): number =>
  trackCeiling(sheet, depth, central);

/** What one draw of the chain means for safety. */
export const trackOf = (
  sheet: DeviceSheet,
  settings: Settings,
  skin: Skin,
  insertion: Insertion,
  values: { readonly puncture: PunctureValues; readonly safety: SafetyValues },
): Track => {
  const ceiling = trackCeiling(sheet, settings.depth, values.safety);
  return {
    ceiling,
    dermalBorder: skin.epidermis + skin.dermis,
    withinLogSd: skin.withinLogSd,
    strokesPerPass: insertion.motion.strokesPerPass,
    channelDiameter: values.puncture.channelFactor * 2 * radiusAt(insertion.needle, ceiling),
  };
};
