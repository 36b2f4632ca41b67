import { toSI } from '@percuta/quantity';
import { rectilinearGrid } from '../../export/rectilinear-grid.ts';
import { shown } from '../../wire.ts';
import type { ChannelCourse, ContourResult, Heating, ProbeCourse } from '../heating.ts';
import type { HeatProblem, Quantity } from '../problem/heat-problem.ts';

// Digits that a mesh of production can support, and one to spare.
const digits = 5;

const number = (value: number): number => Number(value.toPrecision(digits));

// Of temperatures it is the rise that has so many digits: they are written to a millionth of a kelvin.
const temperatureDigits = 9;

const temperature = (value: number): number => Number(value.toPrecision(temperatureDigits));

/** Units by quantity; damage and shares have none. */
const units: Readonly<Record<Quantity['kind'], string>> = {
  temperature: '°C',
  potential: 'V',
  'field-strength': 'V/m',
  heat: 'W/m3',
  vapour: '%',
  damage: '1',
};

/** A value of a quantity as text with its unit; damage as a bare number. */
export const quantityText = ({ kind }: Quantity, value: number): string =>
  kind === 'damage'
    ? String(number(value))
    : shown(value, units[kind], kind === 'temperature' ? temperatureDigits : digits);

const writeChannel = ({ name, voltage, current, power, energy, resistance }: ChannelCourse) => ({
  name,
  energy: shown(energy.at(-1) ?? 0, 'mJ', digits),
  voltage_V: voltage.map(number),
  current_A: current.map(number),
  power_W: power.map(number),
  resistance_ohm: resistance.map((value) => (Number.isFinite(value) ? number(value) : null)),
});

const quantityOf = (
  outputs: readonly { readonly name: string; readonly quantity: Quantity }[],
  name: string,
) => outputs.find((each) => each.name === name)?.quantity ?? { kind: 'temperature' as const };

const writeProbe = (problem: HeatProblem, { name, times, values }: ProbeCourse) => ({
  name,
  quantity: quantityOf(problem.outputs.probes, name).kind,
  time_s: times.map(number),
  values: values.map((value) => quantityText(quantityOf(problem.outputs.probes, name), value)),
});

const range = ({ from, to }: { readonly from: number; readonly to: number }): string =>
  `${shown(from, 'mm', digits)} to ${shown(to, 'mm', digits)}`;

const writeContour = (problem: HeatProblem, { name, time, level, volume, zones }: ContourResult) => ({
  name,
  time: shown(time, 's', digits),
  level: quantityText(quantityOf(problem.outputs.contours, name), level),
  volume: shown(volume, 'mm3', digits),
  zones: zones.map((zone) => ({
    x: range(zone.x),
    y: range(zone.y),
    depth: range(zone.z),
    volume: shown(zone.volume, 'mm3', digits),
  })),
});

/** The solution of a heat problem as it is written; fields go into files of their own. */
export const writeHeatSolution = (problem: HeatProblem, heating: Heating) => ({
  kind: 'percuta heat solution',
  version: 1,
  title: problem.title,
  cells: heating.effort.cells,
  steps: heating.effort.steps,
  resistances: heating.resistances.map(({ name, real, imaginary }) => ({
    name,
    real: shown(real, 'ohm', digits),
    ...(imaginary === 0 ? {} : { imaginary: shown(imaginary, 'ohm', digits) }),
  })),
  time_s: heating.times.map(number),
  highest_temperature_K: heating.peaks.map(temperature),
  highest_temperature_finer_mesh_may_add_K: heating.peakSlacks.map(number),
  vapour_share: heating.vapour.map(number),
  vapour_share_finer_mesh_may_add: heating.vapourSlacks.map(number),
  channels: heating.channels.map(writeChannel),
  terminals: heating.terminals.map(({ name, group, current }) => ({
    name,
    group,
    current_A: current.map(number),
  })),
  probes: heating.probes.map((probe) => writeProbe(problem, probe)),
  contours: heating.contours.map((contour) => writeContour(problem, contour)),
  histories: heating.histories.map(({ name, kinetics, damage }) => ({
    name,
    kinetics,
    damage: number(damage),
  })),
  balances_J: heating.balances,
});

const millimetres = (edges: Float64Array): Float64Array => edges.map((edge) => edge / toSI(1, 'mm'));

/** Fields of a solution as VTK rectilinear grids in SI units, one file for each time, by file name. */
export const solutionVtr = ({ grid, fields }: Heating): Record<string, string> => {
  if (grid === undefined) return {};
  const times = [...new Set(fields.map(({ time }) => time))];
  return Object.fromEntries(
    times.map((time) => [
      `fields-${number(time)}s.vtr`,
      rectilinearGrid({
        axes: [
          ['x (mm)', millimetres(grid.x.edges)],
          ['y (mm)', millimetres(grid.y.edges)],
          ['depth (mm)', millimetres(grid.z.edges)],
        ],
        time,
        cells: fields.filter((field) => field.time === time),
      }),
    ]),
  );
};
