import type { Stage } from '../stage.ts';
import { heatParameters } from './parameters.ts';

/** The heat of a shot of radio frequency around needles in skin, and the damage it does. */
export const heatStage: Stage<typeof heatParameters> = {
  name: 'heat',
  version: 5,
  parameters: heatParameters,
};
