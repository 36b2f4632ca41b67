import { calibration } from '@percuta/evidence';
import { dimensionOf, parseQuantity, toSI } from '@percuta/quantity';
import { healParameters, type HealValues } from '../heal-stage.ts';
import type { CourseReadingId } from './course-reading.ts';
import type { Experiment } from './experiment.ts';
import type { Opening, SurfaceReadingId } from './surface-reading.ts';

/** What an accepted draw has to keep. Windows are in SI. */
interface Window {
  readonly id: string;
  /** Records of the published measurements. */
  readonly rows: readonly string[];
  readonly low: number;
  readonly high: number;
  /** Unit in which the window is shown, what was measured in it, and why the window is as wide as it is. */
  readonly unit: string;
  readonly measured: string;
  readonly why: string;
}

export interface SurfaceCondition extends Window {
  readonly reading: SurfaceReadingId;
  readonly opening: Opening;
}

export interface CourseCondition extends Window {
  readonly experiment: string;
  readonly reading: CourseReadingId;
  readonly at: number;
  readonly against: number;
}

const data = calibration('healing-targets');

/** The file as it is written; windows in the unit of the condition. */
interface Written {
  readonly id: string;
  readonly reading: string;
  readonly experiment?: string;
  readonly gap?: string;
  readonly density?: string;
  readonly within?: string;
  readonly at?: string;
  readonly against?: string;
  readonly rows: readonly string[];
  readonly unit: string;
  readonly measured: string;
  readonly low: number;
  readonly high?: number;
  readonly why: string;
}

const written: readonly Written[] = data.conditions;

const si = (text: string | undefined, unit: string): number =>
  text === undefined ? 0 : parseQuantity(text, dimensionOf(unit));

const windowOf = ({ id, rows, unit, measured, why, low, high }: Written): Window => ({
  id,
  rows,
  unit,
  measured,
  why,
  low: toSI(low, unit),
  high: high === undefined ? Infinity : toSI(high, unit),
});

/** Conditions that constants of the surface decide alone. */
export const surfaceConditions: readonly SurfaceCondition[] = written
  .filter(({ experiment }) => experiment === undefined)
  .map((one) => ({
    ...windowOf(one),
    // The file names readings of this list; the test of the conditions holds it to that.
    reading: one.reading as SurfaceReadingId,
    opening: {
      gap: si(one.gap, 'mm'),
      density: si(one.density, '1/mm2'),
      within: si(one.within, 'g/m2/h'),
    },
  }));

/** Conditions on a healed experiment. */
export const courseConditions: readonly CourseCondition[] = written.flatMap((one) =>
  one.experiment === undefined
    ? []
    : [
        {
          ...windowOf(one),
          experiment: one.experiment,
          // As above.
          reading: one.reading as CourseReadingId,
          at: si(one.at, 'd'),
          against: si(one.against, 'd'),
        },
      ],
);

const valuesOf = (given: Readonly<Record<string, number>>): Partial<HealValues> =>
  Object.fromEntries(
    Object.entries(healParameters).flatMap(([name, { unit }]) => {
      const value = given[name];
      return value === undefined ? [] : [[name, toSI(value, unit)]];
    }),
  );

/** Experiments in the order in which a draw goes through them, the most telling for its cost first. */
export const experiments: ReadonlyMap<string, Experiment> = new Map(
  Object.entries(data.experiments).map(([name, one]) => [
    name,
    {
      cellRadius: si(one.cell_radius, 'mm'),
      rings: one.rings,
      gapRadius: si(one.gap_radius, 'mm'),
      columnRadius: si(one.column_radius, 'mm'),
      columnEdge: si(one.column_edge, 'mm'),
      coreRadius: si(one.core_radius, 'mm'),
      sessions: one.sessions.map((text) => si(text, 'd')),
      end: si(one.end, 'd'),
      values: valuesOf(one.values),
    },
  ]),
);

/** Constants that no course of tissue depends on: they close, dry and seal the surface. */
export const surfaceConstants: ReadonlySet<string> = new Set(data.surface_constants);

export const { seed, wanted, relative_tolerance: relativeTolerance } = data;
