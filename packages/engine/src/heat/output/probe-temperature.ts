import type { HeatModel } from '../bioheat/heat-model.ts';
import type { Place } from '../grid/place.ts';
import type { Side } from '../grid/sides.ts';
import { valueAt } from '../material/law.ts';
import type { Fields } from '../march/progress.ts';
import type { Setting } from '../march/setting.ts';
import type { Point } from '../problem/heat-problem.ts';
import { closed, type Face } from './row.ts';
import { sampled } from './sample.ts';

const faceOf = (side: Side | undefined): Face => {
  const thermal = side?.boundary.thermal;
  switch (thermal?.kind) {
    case undefined:
    case 'open':
      return { kind: 'unknown' };
    case 'insulated':
      return closed;
    case 'fixed':
      return { kind: 'fixed', value: thermal.temperature };
    case 'flux':
      return { ...closed, flux: thermal.flux };
    case 'convective':
      return { ...closed, coefficient: thermal.coefficient, outside: thermal.temperature };
  }
};

/** Temperature (K) at a point, of temperatures cell by cell: as continuous and with flux as the medium has it. */
export const temperatureIn = (
  { grid, medium: { materials, ofCell }, embedding: { metal }, sides }: HeatModel,
  temperatureOf: (cell: number) => number,
  at: Point,
): number =>
  sampled(
    {
      grid,
      nodeOf: (cell) => {
        const value = temperatureOf(cell);
        if (metal[cell] > 0) return { value, filling: -metal[cell], conductivity: NaN };
        const filling = ofCell[cell];
        return { value, filling, conductivity: valueAt(materials[filling].thermalConductivity, value) };
      },
      faceOf: (axis, atEnd) => faceOf(sides.find((side) => side.axis === axis && side.atEnd === atEnd)),
    },
    at,
  );

/** Temperature (K) at a point. */
export const temperatureAt = ({ heat }: Setting, fields: Fields, at: Point): number => {
  const { glance } = fields;
  if (glance !== undefined) return temperatureIn(heat, glance.temperatureOf, at);
  const { temperatures } = fields;
  return temperatureIn(heat, (cell) => temperatures[cell], at);
};

/** Temperature (K) at a probe of the problem, by its name; NaN where none has it. */
export const probeTemperature =
  ({ problem }: Pick<Place, 'problem'>, setting: Setting) =>
  (fields: Fields, name: string): number => {
    const probe = problem.outputs.probes.find((each) => each.name === name);
    return probe === undefined ? NaN : temperatureAt(setting, fields, probe.at);
  };
