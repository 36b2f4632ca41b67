import { log } from '@percuta/numerics';
import type { HeatProblem } from '../problem/heat-problem.ts';
import { assertWithinLaws } from '../material/reached.ts';
import { contourOf } from './contour.ts';
import type { ContourResult, FieldResult, ProbeCourse } from '../heating.ts';
import { quantityField } from './quantities.ts';
import type { Shown } from './quantities.ts';
import type { Fields, Glance } from '../march/progress.ts';
import { LEAST_DAMAGE, probeValue } from './probe-value.ts';
import type { HeatGrid } from '../grid/heat-grid.ts';

interface ChannelLists {
  readonly name: string;
  readonly voltage: number[];
  readonly current: number[];
  readonly power: number[];
  readonly energy: number[];
  readonly resistance: number[];
}

/** Collects what a run has been asked for. */
export interface Record {
  readonly times: number[];
  readonly middles: number[];
  readonly peaks: number[];
  readonly peakSlacks: number[];
  readonly vapour: number[];
  readonly channels: readonly ChannelLists[];
  readonly terminals: { readonly name: string; readonly group: string; readonly current: number[] }[];
  readonly probes: readonly { readonly name: string; readonly times: number[]; readonly values: number[] }[];
  readonly fields: FieldResult[];
  readonly contours: ContourResult[];
}

export const emptyRecord = ({ generator, outputs }: HeatProblem): Record => ({
  times: [],
  middles: [],
  peaks: [],
  peakSlacks: [],
  vapour: [],
  channels: (generator?.channels ?? []).map(({ name }) => ({
    name,
    voltage: [],
    current: [],
    power: [],
    energy: [],
    resistance: [],
  })),
  terminals: [],
  probes: outputs.probes.map(({ name }) => ({ name, times: [], values: [] })),
  fields: [],
  contours: [],
});

const isDue = (times: readonly number[], time: number, end: boolean, whenEmpty: 'always' | 'end'): boolean =>
  times.length === 0
    ? whenEmpty === 'always' || end
    : times.some((asked) => Math.abs(asked - time) <= 1e-9 * Math.max(1e-9, asked));

/** Adds probes, fields and contours that are due at this time; `isEnd` at the last. */
export const recordOutputs = (
  record: Record,
  { outputs }: HeatProblem,
  grid: HeatGrid,
  shown: Shown,
  isEnd: boolean,
): void => {
  const { time } = shown.fields;
  const { metal, volumes } = shown.setting.embedding;
  outputs.probes.forEach(({ at, quantity, times }, n) => {
    if (!isDue(times, time, isEnd, 'always')) return;
    const course: ProbeCourse & { times: number[]; values: number[] } = record.probes[n];
    course.times.push(time);
    course.values.push(probeValue(quantity, grid, shown, at));
  });
  for (const { name, quantity, times } of outputs.fields) {
    if (!isDue(times, time, isEnd, 'end')) continue;
    record.fields.push({ name, time, values: Float64Array.from(quantityField(grid, quantity, shown)) });
  }
  for (const { name, quantity, level, times } of outputs.contours) {
    if (!isDue(times, time, isEnd, 'end')) continue;
    const values = quantityField(grid, quantity, shown);
    // Damage falls as an exponential from cell to cell: its logarithm is what is linear between centres.
    const isDamage = quantity.kind === 'damage';
    const shape = isDamage ? values.map((value) => log(Math.max(value, LEAST_DAMAGE))) : values;
    const found = contourOf(grid, shape, isDamage ? log(level) : level, { metal, volumes });
    record.contours.push({ name, time, ...found, level });
  }
};

const glanceAt = (
  { temperatures }: Fields,
  metal: Uint8Array,
): Pick<Glance, 'temperatureOf' | 'hottest'> => ({
  temperatureOf: (cell) => temperatures[cell],
  hottest: () => {
    let hottest = -1;
    for (let cell = 0; cell < temperatures.length; cell++) {
      if (metal[cell] === 0 && (hottest < 0 || temperatures[cell] > temperatures[hottest])) hottest = cell;
    }
    return hottest;
  },
});

/** Highest temperature of the tissue, and how much it falls to the next cells: what the mesh leaves open. */
const peakOf = (
  { fields, setting }: Shown,
  grid: HeatGrid,
): { readonly peak: number; readonly slack: number } => {
  const { metal } = setting.embedding;
  const { temperatureOf, hottest: find } = fields.glance ?? glanceAt(fields, metal);
  const hottest = find();
  const [nx, nxy] = [grid.x.count, grid.x.count * grid.y.count];
  const i = hottest % nx;
  const j = Math.floor(hottest / nx) % grid.y.count;
  const around = [
    i > 0 ? hottest - 1 : -1,
    i < nx - 1 ? hottest + 1 : -1,
    j > 0 ? hottest - nx : -1,
    j < grid.y.count - 1 ? hottest + nx : -1,
    hottest - nxy,
    hottest + nxy,
  ].filter((cell) => cell >= 0 && cell < grid.cells && metal[cell] === 0);
  const peak = temperatureOf(hottest);
  const steepest = around.reduce((most, cell) => Math.max(most, peak - temperatureOf(cell)), 0);
  return { peak, slack: steepest / 2 };
};

/** Adds the course of an accepted step. */
export const recordStep = (record: Record, grid: HeatGrid, shown: Shown): void => {
  const { fields, tried } = shown;
  const { peak, slack } = peakOf(shown, grid);
  record.times.push(fields.time);
  assertWithinLaws(
    shown.setting.heat.medium,
    Float64Array.of(fields.glance?.temperatureOf(0) ?? fields.temperatures[0], peak),
  );
  record.peaks.push(peak);
  record.peakSlacks.push(slack);
  record.vapour.push(
    fields.glance?.vapour() ?? fields.vapour.reduce((most, share) => Math.max(most, share), 0),
  );
  if (tried === undefined) return;
  record.middles.push(fields.time - tried.duration / 2);
  recordChannels(record, shown, tried.duration);
  recordTerminals(record, shown);
};

const recordChannels = (record: Record, { tried, setting }: Shown, duration: number): void => {
  record.channels.forEach((channel, n) => {
    const current = tried?.currents[n] ?? 0;
    const { from, to } = setting.drives[n];
    const voltage = (tried?.groupVolts[from] ?? 0) - (tried?.groupVolts[to] ?? 0);
    channel.current.push(current);
    channel.voltage.push(voltage);
    channel.power.push(voltage * current);
    channel.energy.push((channel.energy.at(-1) ?? 0) + voltage * current * duration);
    channel.resistance.push(tried?.resistances[n] ?? NaN);
  });
};

const recordTerminals = (record: Record, { tried, setting }: Shown): void => {
  const { list, groups } = setting.potential.terminals;
  list.forEach(({ name, group }, t) => {
    let course = record.terminals.find((each) => each.name === name && each.group === groups[group]);
    if (course === undefined) {
      course = { name, group: groups[group], current: record.times.slice(1).map(() => 0) };
      record.terminals.push(course);
    }
    const perVolt = tried?.electric?.bases.terminalCurrents[t] ?? [];
    const volts = tried?.groupVolts ?? [];
    course.current.push(volts.reduce((sum, volt, n) => sum + volt * perVolt[n], 0));
  });
};
