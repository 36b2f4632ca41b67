import type { Simulation } from '@percuta/engine';
import { healingFiles } from './healing-files.ts';

/** Everything of a simulation that is written beside its JSON, by file name. */
export const simulationFiles = ({ zones }: Simulation): Record<string, string> =>
  Object.assign({}, ...zones.map(({ zone, healed }) => healingFiles(zone.name, healed)));
