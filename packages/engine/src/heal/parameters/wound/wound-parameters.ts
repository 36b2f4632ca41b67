import { geometryParameters } from './geometry-parameters.ts';
import { heatInjuryParameters } from './heat-injury-parameters.ts';
import { injuryParameters } from './injury-parameters.ts';

/** The unit cell and what a session does to it. */
export const woundParameters = { ...geometryParameters, ...injuryParameters, ...heatInjuryParameters };
