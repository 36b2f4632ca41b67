import type { DeviceSheet } from '@percuta/evidence';
import { rfArrayOf } from '../../heat/array/rf-array.ts';
import { riseInAll } from '../../heat/emulator/shot-pattern.ts';
import type { HeatKnowledge } from './heat-outcome.ts';

/** Length of tissue along a needle that bare metal comes to stand in during a shot, m; Infinity for a bare shaft. */
export const heatedLength = (sheet: DeviceSheet, { emulator }: HeatKnowledge): number =>
  rfArrayOf(sheet).bare + riseInAll(emulator.pattern);
