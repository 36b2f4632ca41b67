import type { Stage, Values } from '../stage.ts';
import { deviceParameters } from './device-parameters.ts';
import { punctureParameters } from './parameters.ts';

/** The equations M1 to M10. */
export const punctureStage: Stage<typeof punctureParameters> = {
  name: 'puncture',
  version: 1,
  parameters: punctureParameters,
};

/** What device sheets leave out, and the hand. */
export const deviceStage: Stage<typeof deviceParameters> = {
  name: 'device',
  version: 1,
  parameters: deviceParameters,
};

export type PunctureValues = Values<typeof punctureParameters>;
export type DeviceValues = Values<typeof deviceParameters>;
