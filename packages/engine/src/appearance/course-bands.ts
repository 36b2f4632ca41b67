import { closureMoved, cutsOf, type Cuts } from '../heal/ensemble/closure.ts';
import { depthMean } from '../heal/observe/depth-mean.ts';
import { erythema } from '../heal/observe/redness.ts';
import type { HealValues } from '../heal/heal-stage.ts';
import type { Healing } from '../heal/result/healing.ts';
import type { SpeciesId } from '../heal/species/species.ts';
import { eightyBandsOf, type EightyBand } from './eighty-band.ts';
import { relativeMean } from './tissue-of.ts';

/** What the figures follow over time, means of the whole dermis. */
export const courseNames = [
  'collagen',
  'collagen I',
  'collagen III',
  'elastin',
  'hyaluronan',
  'neutrophils',
  'macrophages',
  'fibroblasts',
  'myofibroblasts',
  'redness',
  'water',
] as const;
/** A quantity of healing that figures follow over time, as a mean of the whole dermis. */
export type CourseName = (typeof courseNames)[number];

/** One draw: matrix and fibroblasts over rest; cells that rest at 0 in their own units; redness as the erythema index. */
export type CourseReading = Readonly<Record<CourseName, Float64Array>> & { readonly cuts: Cuts };

/** A zone over time. With one draw the bands have no width. */
export interface CourseBands {
  /** s since the first session */
  readonly times: Float64Array;
  readonly sessions: readonly number[];
  readonly draws: number;
  readonly bands: Readonly<Record<CourseName, readonly EightyBand[]>>;
}

const sum = (healing: Healing, ...ids: readonly SpeciesId[]): Float64Array => {
  const columns = ids.map((id) => depthMean(healing, healing.means[id]));
  return healing.times.map((_, t) => columns.reduce((total, column) => total + (column[t] ?? Number.NaN), 0));
};

export const readCourse = (healing: Healing, values: HealValues): CourseReading => ({
  collagen: relativeMean(healing, 'C3', 'C1i', 'C1m'),
  'collagen I': relativeMean(healing, 'C1i', 'C1m'),
  'collagen III': relativeMean(healing, 'C3'),
  elastin: relativeMean(healing, 'E'),
  hyaluronan: relativeMean(healing, 'H'),
  neutrophils: sum(healing, 'N'),
  macrophages: sum(healing, 'M1', 'M2'),
  fibroblasts: relativeMean(healing, 'F'),
  myofibroblasts: sum(healing, 'Y'),
  redness: erythema(healing, values),
  water: sum(healing, 'W'),
  cuts: cutsOf(healing),
});

/** The band of the draws, its ends moved by what levelling out between sessions may leave away. */
const widened = (
  name: CourseName,
  times: Float64Array,
  readings: readonly CourseReading[],
): readonly EightyBand[] => {
  const middle = eightyBandsOf(readings.map((reading) => reading[name]));
  // One run has no band.
  if (readings.length < 2) return middle;
  const moved = (end: 'low' | 'high') =>
    eightyBandsOf(readings.map((one) => closureMoved(one[name], name, end, { times, cuts: one.cuts })));
  const [low, high] = [moved('low'), moved('high')];
  return middle.map((band, t) => ({
    ...band,
    tenth: low[t]?.tenth ?? Number.NaN,
    ninetieth: high[t]?.ninetieth ?? Number.NaN,
  }));
};

/** 80 % bands over the draws of one zone; all draws have the times of `healing`. */
export const courseBandsOf = (
  { times, sessions }: Pick<Healing, 'times' | 'sessions'>,
  readings: readonly CourseReading[],
): CourseBands => {
  const bandsOf = (name: CourseName): readonly EightyBand[] => widened(name, times, readings);
  // Object.fromEntries forgets the names of the keys.
  const bands = Object.fromEntries(courseNames.map((name) => [name, bandsOf(name)])) as Record<
    CourseName,
    readonly EightyBand[]
  >;
  return { times, sessions, draws: readings.length, bands };
};
