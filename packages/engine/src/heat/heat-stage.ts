import type { Stage } from '../stage.ts';
import { heatParameters } from './parameters.ts';

export const heatStage: Stage<typeof heatParameters> = {
  name: 'heat',
  version: 5,
  parameters: heatParameters,
};
