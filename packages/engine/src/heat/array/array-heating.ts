import type { ChannelCourse, Heating } from '../heating.ts';
import { embed } from '../grid/embed/embed.ts';
import type { HeatGrid } from '../grid/heat-grid.ts';
import { contourOf } from '../output/contour.ts';
import { heed, type Watch } from '../watch.ts';
import { solveHeat } from '../solve-heat.ts';
import {
  arrayProblem,
  fieldNames,
  probeNames,
  type ArrayInput,
  type ArrayMesh,
  type ArrayProblem,
  type Part,
} from './array-problem.ts';
import { burstHeatings, type BurstHeating } from './burst-heating.ts';
import type { Injury } from './kinetics.ts';
import { copiesOf, needlesOf, outputsOf, padGroup, type ArrayNeedle, type Fold } from './layout.ts';
import {
  highestByNeedle,
  logOf,
  mergingOf,
  needleZones,
  ownersOf,
  touchedBy,
  type Merging,
  type NeedleZone,
  type Tissue,
} from './needle-zones.ts';

/** What a shot does around one needle. */
export interface NeedleHeating {
  readonly needle: ArrayNeedle;
  /** Rms current at the start of the shot, A. */
  readonly current: number;
  /** What the needle stands for in each step: voltage of its output over its own current, ohm; NaN while nothing is on. */
  readonly resistance: readonly number[];
  /** Half the energy of every path that the needle is an end of (all of it towards a pad), J. */
  readonly energy: number;
  /** Highest temperature of its tissue at the end of the last pulse of any depth, K. */
  readonly hottest: number;
  /** Largest share of the water of one cell of its tissue that is vapour then. */
  readonly vapour: number;
  readonly zones: Readonly<Record<Injury, NeedleZone | undefined>>;
  /** Neighbours whose zones touch its own. */
  readonly merges: Readonly<Record<Injury, number>>;
  /** Highest temperature in the course at the junction of epidermis and dermis beside the needle, K. */
  readonly junction: number;
  /** The same at the border of dermis and fat, below the tip or beside the needle, K. */
  readonly border: number;
}

/** Course of an output of the generator, scaled to what it feeds of the whole array. */
export type OutputCourse = ChannelCourse;

/** Damage over the whole array. */
export interface ArrayZone extends Merging {
  /** m³. */
  readonly volume: number;
  /** Shallowest and deepest place, m; undefined without damage. */
  readonly depth: { readonly from: number; readonly to: number } | undefined;
  /** Widest zone of a needle, m. */
  readonly width: number;
}

/** Fields of the part of the array that was solved. */
export interface ArrayFields {
  readonly grid: HeatGrid;
  readonly part: Part;
  /** K at the end of the last pulse; the highest of those of every depth. */
  readonly hot: Float64Array;
  readonly collagen: Float64Array;
  readonly cells: Float64Array;
  /** Where needles stand at the last depth. */
  readonly metal: Uint8Array;
}

/** What a shot of energy does to skin. */
export interface ArrayHeating {
  readonly kind: 'heated';
  readonly input: ArrayInput;
  /** Ends of the steps, s; the courses of outputs hold at `middles`. */
  readonly times: readonly number[];
  readonly middles: readonly number[];
  /** Highest temperature of tissue in each step, K. */
  readonly peaks: readonly number[];
  readonly outputs: readonly OutputCourse[];
  /** Depth by depth, the deepest first. */
  readonly bursts: readonly BurstHeating[];
  readonly needles: readonly NeedleHeating[];
  readonly zones: Readonly<Record<Injury, ArrayZone>>;
  /** J into the whole array. */
  readonly energy: number;
  /** Highest temperature of tissue, K, and what a finer mesh may still add to it. */
  readonly peak: { readonly temperature: number; readonly mesh: number };
  /** Largest share of tissue water of one cell that was vapour at any time. */
  readonly vapour: number;
  /** How much of it a finer mesh may add. */
  readonly vapourMesh: number;
  /** Highest temperature at the junction and at the border of any needle, K. */
  readonly junction: number;
  readonly border: number;
  readonly fields: ArrayFields;
  readonly effort: Heating['effort'];
  readonly balances: Heating['balances'];
}

const highest = (values: readonly number[]): number =>
  values.reduce((most, value) => Math.max(most, value), -Infinity);

/** A field; of one that was asked for at several times the highest value of each cell. */
const fieldOf = ({ fields }: Heating, name: string): Float64Array => {
  const [found, ...later] = fields.filter((field) => field.name === name);
  if (found === undefined) throw new RangeError(`the heat problem gave no field ${name}`);
  return later.reduce(
    (most, { values }) => most.map((value, cell) => Math.max(value, values[cell])),
    found.values,
  );
};

const probeMost = ({ probes }: Heating, name: string): number =>
  highest(probes.find((probe) => probe.name === name)?.values ?? [Number.NaN]);

const scaled = (course: ChannelCourse, copies: number): OutputCourse => ({
  ...course,
  current: course.current.map((value) => value * copies),
  power: course.power.map((value) => value * copies),
  energy: course.energy.map((value) => value * copies),
  resistance: course.resistance.map((value) => value / copies),
});

/** What a needle carries in each step: its current, A, and the voltage of the channel that its group belongs to, V. */
interface Feed {
  readonly currents: readonly number[];
  readonly voltages: readonly number[];
  /** Needles that a path of the channel ends at. */
  readonly ends: number;
}

const feedOf = (heating: Heating, { problem }: ArrayProblem, needle: ArrayNeedle): Feed => {
  const channels = problem.generator?.channels ?? [];
  const n = channels.findIndex(({ from, to }) => from === needle.group || to === needle.group);
  return {
    currents: heating.terminals.find(({ name }) => name === needle.name)?.current ?? [],
    voltages: heating.channels[n]?.voltage ?? [],
    ends: channels[n]?.to === padGroup ? 1 : 2,
  };
};

/** Integral of |V I| over the steps, shared by the ends of a path. */
const energyOfNeedle = ({ times, middles }: Heating, { currents, voltages, ends }: Feed): number =>
  currents.reduce((sum, current, step) => {
    const duration = 2 * ((times[step] ?? 0) - (middles[step] ?? 0));
    return sum + Math.abs(current * (voltages[step] ?? 0)) * duration;
  }, 0) / ends;

const resistanceOfNeedle = ({ currents, voltages }: Feed): number[] =>
  currents.map((current, step) => (current === 0 ? Number.NaN : Math.abs((voltages[step] ?? 0) / current)));

const needlesHeated = (
  heating: Heating,
  solved: ArrayProblem,
  tissue: Tissue,
  {
    owners,
    metal,
    watch,
  }: { readonly owners: Int32Array; readonly metal: Uint8Array; readonly watch: Watch },
): NeedleHeating[] => {
  const { needles } = solved.part;
  const [hot = [], vapour = []] = [fieldNames.hot, fieldNames.vapour].map((name) =>
    highestByNeedle({ metal }, fieldOf(heating, name), owners, needles.length),
  );
  const damageOf = (injury: Injury) => {
    heed(watch, 1000);
    const damage = fieldOf(heating, fieldNames[injury]);
    return {
      zones: needleZones(tissue, damage, owners, needles.length),
      merges: touchedBy(tissue, damage, owners, solved.part),
    };
  };
  const [collagen, cells] = [damageOf('collagen'), damageOf('cells')];
  return needles.map((needle, n) => {
    const feed = feedOf(heating, solved, needle);
    return {
      needle,
      current: Math.abs(feed.currents[0] ?? 0),
      resistance: resistanceOfNeedle(feed),
      energy: energyOfNeedle(heating, feed),
      hottest: hot[n] ?? Number.NaN,
      vapour: vapour[n] ?? Number.NaN,
      zones: { collagen: collagen.zones[n], cells: cells.zones[n] },
      merges: { collagen: collagen.merges[n] ?? 0, cells: cells.merges[n] ?? 0 },
      junction: probeMost(heating, probeNames.junction(needle)),
      border: probeMost(heating, probeNames.border(needle)),
    };
  });
};

/** Every needle of the array with the result of its mirror image in the part that was solved. */
const wholeArray = (input: ArrayInput, { fold }: Part, solved: readonly NeedleHeating[]): NeedleHeating[] =>
  needlesOf(input.energy.array).flatMap((needle) => {
    const [x, y] = [fold.x ? Math.abs(needle.x) : needle.x, fold.y ? Math.abs(needle.y) : needle.y];
    const image = solved.find(({ needle: own }) => own.x === x && own.y === y);
    return image === undefined ? [] : [{ ...image, needle }];
  });

/**
 * Needles with shares of all energy. What contacts carry errs as the potential does and says how needles compare; what the
 * channels put out errs as its square (heat.24).
 */
const sharing = (needles: readonly NeedleHeating[], energy: number): readonly NeedleHeating[] => {
  const sum = needles.reduce((total, needle) => total + needle.energy, 0);
  return sum === 0
    ? needles
    : needles.map((needle) => ({ ...needle, energy: (needle.energy / sum) * energy }));
};

const zoneOver = (
  needles: readonly NeedleHeating[],
  injury: Injury,
  { volume, merging }: { readonly volume: number; readonly merging: Merging },
): ArrayZone => {
  const zones = needles.flatMap((each) => each.zones[injury] ?? []);
  return {
    ...merging,
    volume,
    width: Math.max(0, ...zones.map(({ width }) => width)),
    depth:
      zones.length === 0
        ? undefined
        : {
            from: Math.min(...zones.map(({ depth }) => depth.from)),
            to: Math.max(...zones.map(({ depth }) => depth.to)),
          },
  };
};

const zonesOver = (
  heating: Heating,
  { part }: ArrayProblem,
  { tissue, owners, needles }: { tissue: Tissue; owners: Int32Array; needles: readonly NeedleHeating[] },
): ArrayHeating['zones'] => {
  const zoneOf = (injury: Injury): ArrayZone => {
    const damage = fieldOf(heating, fieldNames[injury]);
    const inPart = contourOf(tissue.grid, logOf(damage), 0, tissue).volume;
    return zoneOver(needles, injury, {
      volume: inPart * copiesOf(part.fold),
      merging: mergingOf(tissue, damage, owners, part),
    });
  };
  return { collagen: zoneOf('collagen'), cells: zoneOf('cells') };
};

const peakOf = ({ peaks, peakSlacks }: Heating): ArrayHeating['peak'] => {
  const temperature = highest(peaks);
  return { temperature, mesh: peakSlacks[peaks.indexOf(temperature)] ?? Number.NaN };
};

const readHeating = (
  input: ArrayInput,
  solved: ArrayProblem,
  heating: Heating,
  watch: Watch,
): ArrayHeating => {
  const { grid } = heating;
  if (grid === undefined) throw new RangeError('the heat of an array was solved without a grid');
  const { part, problem } = solved;
  const { metal, volumes } = embed(grid, problem.electrodes);
  // What metal displaced at its deepest counts in no volume; closed behind it, it is as hot as other tissue.
  const tissue = { grid, metal, volumes };
  const last = problem.moves.at(-1);
  const standing = last === undefined ? metal : embed(grid, last.electrodes).metal;
  const owners = ownersOf(tissue, part);
  const energy =
    heating.channels.reduce((sum, each) => sum + (each.energy.at(-1) ?? 0), 0) * copiesOf(part.fold);
  const needles = sharing(
    wholeArray(input, part, needlesHeated(heating, solved, tissue, { owners, metal: standing, watch })),
    energy,
  );
  const outputs = outputsOf(input.energy.array, part.fold);
  heed(watch, 1000);
  return {
    kind: 'heated',
    input,
    times: heating.times,
    middles: heating.middles,
    peaks: heating.peaks,
    outputs: heating.channels.map((course, n) => scaled(course, outputs[n]?.copies ?? 1)),
    bursts: burstHeatings(input, heating, copiesOf(part.fold)),
    needles,
    zones: zonesOver(heating, solved, { tissue, owners, needles }),
    energy,
    peak: peakOf(heating),
    vapour: highest(heating.vapour),
    vapourMesh: heating.vapourSlacks[heating.vapour.indexOf(highest(heating.vapour))] ?? Number.NaN,
    junction: highest(needles.map(({ junction }) => junction)),
    border: highest(needles.map(({ border }) => border)),
    fields: {
      grid,
      part,
      hot: fieldOf(heating, fieldNames.hot),
      collagen: fieldOf(heating, fieldNames.collagen),
      cells: fieldOf(heating, fieldNames.cells),
      metal: standing,
    },
    effort: heating.effort,
    balances: heating.balances,
  };
};

/** Solves what a shot does to a skin. Throws BadInput where needles do not fit, SolverFailed without convergence. */
export const heatArray = (
  input: ArrayInput,
  watch: Watch = {},
  { mesh, fold }: { readonly mesh?: ArrayMesh; readonly fold?: Fold } = {},
): ArrayHeating => {
  const solved = arrayProblem(input, mesh, fold);
  const heating = solveHeat(solved.problem, watch);
  heed(watch, 1000);
  return readHeating(input, solved, heating, watch);
};
