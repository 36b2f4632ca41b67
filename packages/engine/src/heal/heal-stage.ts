import type { Stage, Values } from '../stage.ts';
import { collagenParameters } from './parameters/collagen-parameters.ts';
import { elastinParameters } from './parameters/elastin-parameters.ts';
import { fibroblastParameters } from './parameters/fibroblast-parameters.ts';
import { immuneParameters } from './parameters/immune-parameters.ts';
import { motionParameters } from './parameters/motion-parameters.ts';
import { signalParameters } from './parameters/signal-parameters.ts';
import { surfaceParameters } from './parameters/surface/surface-parameters.ts';
import { synthesisParameters } from './parameters/synthesis-parameters.ts';
import { vesselParameters } from './parameters/vessel-parameters.ts';
import { waterParameters } from './parameters/water-parameters.ts';
import { woundParameters } from './parameters/wound/wound-parameters.ts';

/** Constants of the healing equations (theory page heal). */
export const healParameters = {
  ...woundParameters,
  ...motionParameters,
  ...signalParameters,
  ...immuneParameters,
  ...fibroblastParameters,
  ...synthesisParameters,
  ...collagenParameters,
  ...elastinParameters,
  ...waterParameters,
  ...vesselParameters,
  ...surfaceParameters,
};

/** The wound response of the unit cell around one channel. */
export const healStage: Stage<typeof healParameters> = {
  name: 'heal',
  version: 1,
  parameters: healParameters,
};

/** The parameters of the healing stage as plain numbers in SI. */
export type HealValues = Values<typeof healParameters>;
