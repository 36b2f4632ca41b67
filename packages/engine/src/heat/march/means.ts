import { caloricOf } from '../bioheat/caloric.ts';
import type { Caloric } from '../bioheat/caloric.ts';
import { heatOfSource } from '../bioheat/sources.ts';
import { cellVolumes } from '../grid/heat-grid.ts';
import type { Place } from '../grid/place.ts';
import type { HeatProblem } from '../problem/heat-problem.ts';
import type { Driver } from './driver.ts';
import { scheduleOf } from './schedule.ts';
import type { Schedule } from './schedule.ts';
import { sumOf } from './step.ts';
import type { Tolerances } from './step.ts';

/** What a run in time goes by, the same from its beginning to its end. */
export interface Means {
  readonly place: Place;
  readonly caloric: Caloric;
  readonly driver: Driver;
  readonly schedule: Schedule;
  readonly sourceFields: readonly Float64Array[];
  readonly tolerances: Tolerances;
}

const fieldsOf = (
  sources: HeatProblem['sources'],
  parts: Parameters<typeof heatOfSource>[1],
): Float64Array[] => sources.map((source) => heatOfSource(source, parts));

export const meansOf = (
  place: Place,
  driver: Driver,
  { ends, tolerances }: { readonly ends: readonly number[]; readonly tolerances: Tolerances },
): Means => {
  const { problem, grid, medium } = place;
  const { sources, layers } = problem;
  const [least, most] = ends;
  return {
    place,
    caloric: caloricOf(medium, problem.initial.temperature),
    driver,
    schedule: scheduleOf(problem, { edges: driver.edges, stops: [least] }, most),
    sourceFields:
      sources.length === 0 ? [] : fieldsOf(sources, { grid, medium, layers, volumes: cellVolumes(grid) }),
    tolerances,
  };
};

/** Heat of the sources that are on in the step beginning at a time, W a cell. */
export const sourcesAt = (
  place: Place,
  fields: readonly Float64Array[],
  time: number,
): Float64Array | undefined => {
  const on = place.problem.sources.flatMap((source, n) =>
    source.on.some(({ from, to }) => from <= time * (1 + 1e-12) && time * (1 + 1e-12) < to)
      ? [fields[n]]
      : [],
  );
  const [first, ...others] = on;
  return first === undefined
    ? undefined
    : others.reduce((total, field) => sumOf(total, field, field.length), first);
};
