import { centralDraw } from '../ensemble.ts';
import { deepestSetting } from '../puncture/device.ts';
import { labelledUses } from '../safety/limits/person.ts';
import { trackCeiling } from '../safety/track.ts';
import { maximumSafeDepth } from './maximum-safe-depth.ts';
import type { DeviceFacts } from './plan.ts';
import type { Setting } from './situation.ts';

/** What holds for a device here whatever the course. `tick` is called between any two depths. */
export const factsOf = (setting: Setting, tick?: () => void): DeviceFacts => {
  const { sheet } = setting;
  const deepest = deepestSetting(sheet);
  return {
    sheet,
    maximumPenetrationDepth:
      deepest === undefined ? undefined : trackCeiling(sheet, deepest, centralDraw().safety),
    maximumSafeDepth: maximumSafeDepth(setting, deepest ?? 0, tick),
    isLabelledUse: labelledUses(setting).length > 0,
    emulators: setting.heats.map(({ emulator }) => emulator),
  };
};
