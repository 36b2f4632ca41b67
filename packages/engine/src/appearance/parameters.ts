import { mechanicsParameters } from './mechanics/parameters.ts';
import { reliefParameters } from './relief/parameters.ts';

/** Everything the stage takes as given: how tissue feels, and how it looks. */
export const appearanceParameters = { ...mechanicsParameters, ...reliefParameters };
