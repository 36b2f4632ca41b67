import type { DeviceSheet } from '@percuta/evidence';
import type { Settings } from '../../case/protocol.ts';
import { OutsideModel } from '../../error.ts';
import { energyOf } from '../../heat/array/shot/shot.ts';
import { checkSettings } from '../../puncture/device.ts';

/** True where the device really has these settings, of its needles and of its energy. */
export const isOffered = (sheet: DeviceSheet, settings: Settings): boolean => {
  try {
    checkSettings(sheet, settings);
    energyOf(sheet, settings);
    return true;
  } catch (error) {
    if (error instanceof OutsideModel) return false;
    throw error;
  }
};
