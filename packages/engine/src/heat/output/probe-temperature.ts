import type { Fields } from '../march/progress.ts';
import { sampleAt } from './sample.ts';
import type { Place } from '../grid/place.ts';

/** Temperature (K) at a probe of the problem, by its name; NaN where none has it. */
export const probeTemperature =
  ({ problem, grid }: Place) =>
  (fields: Fields, name: string): number => {
    const probe = problem.outputs.probes.find((each) => each.name === name);
    return probe === undefined ? NaN : sampleAt(grid, fields.temperatures, probe.at);
  };
