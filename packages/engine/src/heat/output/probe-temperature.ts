import type { Fields } from '../march/progress.ts';
import type { HeatGrid } from '../grid/heat-grid.ts';
import type { Point } from '../problem/heat-problem.ts';
import { sampleAt, sampleBy } from './sample.ts';
import type { Place } from '../grid/place.ts';

/** Temperature (K) at a point. */
export const temperatureAt = (grid: HeatGrid, fields: Fields, at: Point): number =>
  fields.glance === undefined
    ? sampleAt(grid, fields.temperatures, at)
    : sampleBy(grid, fields.glance.temperatureOf, at);

/** Temperature (K) at a probe of the problem, by its name; NaN where none has it. */
export const probeTemperature =
  ({ problem, grid }: Place) =>
  (fields: Fields, name: string): number => {
    const probe = problem.outputs.probes.find((each) => each.name === name);
    return probe === undefined ? NaN : temperatureAt(grid, fields, probe.at);
  };
