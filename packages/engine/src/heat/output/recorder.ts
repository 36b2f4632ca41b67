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
import { neighboursOf } from '../grid/neighbours.ts';

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
  readonly vapourSlacks: number[];
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
  vapourSlacks: [],
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

const logarithms = (values: Float64Array): Float64Array => {
  const found = new Float64Array(values.length);
  const least = log(LEAST_DAMAGE);
  for (let n = 0; n < found.length; n++) found[n] = values[n] <= LEAST_DAMAGE ? least : log(values[n]);
  return found;
};

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
    const shape = isDamage ? logarithms(values) : values;
    const found = contourOf(grid, shape, isDamage ? log(level) : level, { metal, volumes });
    record.contours.push({ name, time, ...found, level });
  }
};

const glanceAt = ({ temperatures, vapour }: Fields, metal: Uint8Array): Glance => ({
  temperatureOf: (cell) => temperatures[cell],
  vapourOf: (cell) => vapour[cell],
  mostBoiled: () => {
    const most = vapour.reduce((best, share, cell) => (share > vapour[best] ? cell : best), 0);
    return vapour[most] > 0 ? most : undefined;
  },
  hottest: () => {
    let hottest = -1;
    for (let cell = 0; cell < temperatures.length; cell++) {
      if (metal[cell] === 0 && (hottest < 0 || temperatures[cell] > temperatures[hottest])) hottest = cell;
    }
    return hottest;
  },
});

/** Largest fall of a field from a cell of tissue to those of its six neighbours that are tissue. */
const steepestFall = (
  grid: HeatGrid,
  metal: Uint8Array,
  valueOf: (cell: number) => number,
  own: number,
): number => {
  const around = neighboursOf(grid, own).filter((cell) => metal[cell] === 0);
  const value = valueOf(own);
  return around.reduce((most, cell) => Math.max(most, value - valueOf(cell)), 0);
};

/** Highest temperature and share of vapour of the tissue, and how much they fall to the next cells. */
const extremesOf = (
  { fields, setting }: Shown,
  grid: HeatGrid,
): { readonly [key in 'peak' | 'slack' | 'vapour' | 'vapourSlack']: number } => {
  const { metal } = setting.embedding;
  const { temperatureOf, hottest: find, vapourOf, mostBoiled } = fields.glance ?? glanceAt(fields, metal);
  const hottest = find();
  const boiled = mostBoiled();
  const vapour = boiled === undefined ? 0 : vapourOf(boiled);
  const fall = boiled === undefined ? 0 : steepestFall(grid, metal, vapourOf, boiled);
  return {
    peak: temperatureOf(hottest),
    slack: steepestFall(grid, metal, temperatureOf, hottest) / 2,
    vapour,
    vapourSlack: Math.min(fall, 1 - vapour),
  };
};

/** Adds the course of an accepted step. */
export const recordStep = (record: Record, grid: HeatGrid, shown: Shown): void => {
  const { fields, tried } = shown;
  const { peak, slack, vapour, vapourSlack } = extremesOf(shown, grid);
  record.times.push(fields.time);
  assertWithinLaws(
    shown.setting.heat.medium,
    Float64Array.of(fields.glance?.temperatureOf(0) ?? fields.temperatures[0], peak),
  );
  record.peaks.push(peak);
  record.peakSlacks.push(slack);
  record.vapour.push(vapour);
  record.vapourSlacks.push(vapourSlack);
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
