import type { DeviceSheet } from '@percuta/evidence';
import type { Settings } from '../../case/protocol.ts';
import type { Values } from '../../stage.ts';
import type { deviceParameters } from '../device-parameters.ts';
import type { Motion } from './motion.ts';
import { penMotion } from './pen.ts';
import { patchMotion, singleMotion, stampMotion } from './press.ts';
import { rollerMotion } from './roller.ts';

type MotionOf = (sheet: DeviceSheet, settings: Settings, values: Values<typeof deviceParameters>) => Motion;

/** Each class of device answers for its own motion; RF tips are set down like stamps. */
export const motions: Readonly<Record<DeviceSheet['class'], MotionOf>> = {
  pen: penMotion,
  roller: rollerMotion,
  stamp: stampMotion,
  rf: stampMotion,
  patch: patchMotion,
  single: singleMotion,
};
