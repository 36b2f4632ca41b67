import { toSI } from '@percuta/quantity';
import { rectilinearGrid } from '../../export/rectilinear-grid.ts';
import type { ArrayHeating } from './array-heating.ts';
import { burstsOf, endsOf } from './shot/bursts.ts';

const scaled = (lengths: Float64Array, shift: number): Float64Array =>
  lengths.map((length) => (length + shift) / toSI(1, 'mm'));

const celsius = toSI(0, '°C');

/**
 * Fields of the part of the array that was solved, as a VTK rectilinear grid: x and y from the centre of the array, z
 * downwards from the surface, mm; temperature at the end of the last pulse in °C (the highest at the ends of those of
 * each depth), damage integrals at the end of the run, and which cells are metal at the last depth.
 */
export const heatVtr = ({ fields, input }: ArrayHeating): string => {
  const { grid, part, hot, collagen, cells, metal } = fields;
  return rectilinearGrid({
    axes: [
      ['x (mm)', scaled(grid.x.edges, part.centre.x)],
      ['y (mm)', scaled(grid.y.edges, part.centre.y)],
      ['depth (mm)', scaled(grid.z.edges, 0)],
    ],
    time: endsOf(burstsOf(input)).at(-1) ?? 0,
    cells: [
      { name: 'temperature (°C)', values: hot.map((value) => value - celsius) },
      { name: 'damage of collagen', values: collagen },
      { name: 'damage of cells', values: cells },
      { name: 'metal', values: Array.from(metal, (taken) => (taken > 0 ? 1 : 0)) },
    ],
  });
};

/** The course of a shot as columns under their heads; outputs one after the other. */
export const heatCourse = ({ middles, times, peaks, outputs }: ArrayHeating): Map<string, Float64Array> => {
  const columns = new Map<string, Float64Array>();
  // The first time is that of the start, which no step ends.
  const skipped = times.length - middles.length;
  columns.set('time (s)', Float64Array.from(middles));
  columns.set(
    'highest temperature (°C)',
    new Float64Array(peaks.slice(skipped).map((peak) => peak - celsius)),
  );
  for (const { name, voltage, current, power, energy, resistance } of outputs) {
    columns.set(`${name} voltage (V)`, Float64Array.from(voltage));
    columns.set(`${name} current (A)`, Float64Array.from(current));
    columns.set(`${name} power (W)`, Float64Array.from(power));
    columns.set(`${name} energy (J)`, Float64Array.from(energy));
    columns.set(`${name} resistance (ohm)`, Float64Array.from(resistance));
  }
  return columns;
};
