import type { Candidate } from '../../plan/plan.ts';
import { cautionOf } from '../../plan/search/caution.ts';

/**
 * What sets a course apart. Of equals the one with more holes at the target bears the name. Downtime, discomfort and
 * pigment go by what they come from (plan.5 to plan.7), in its order.
 */
export const courseLabels = [
  'most holes at the target',
  'fewest visits',
  'soonest done',
  'least downtime',
  'least bleeding in a session',
  'least discomfort',
  'least risk of pigment change',
  'most cautious',
] as const;
/** What sets a course of the shortlist apart from the others. */
export type CourseLabel = (typeof courseLabels)[number];

/** Less is better. No label is of effect: no trial tells courses of one route apart. */
const measures: Readonly<Record<CourseLabel, (candidate: Candidate) => number>> = {
  'most holes at the target': ({ objectives }) => -objectives.dose,
  'fewest visits': ({ course }) => course.sessions,
  'soonest done': ({ course: { sessions, interval = 0 } }) => (sessions - 1) * interval,
  'least downtime': ({ objectives }) => objectives.downtime,
  'least bleeding in a session': ({ objectives }) => objectives.bleeding,
  'least discomfort': ({ objectives }) => objectives.discomfort,
  'least risk of pigment change': ({ objectives }) => objectives.pigment,
  'most cautious': cautionOf,
};

const bestIn = (label: CourseLabel, candidates: readonly Candidate[]): Candidate | undefined => {
  const of = measures[label];
  const values = candidates.map(of);
  // Where all are the same it sets nothing apart.
  if (new Set(values).size < 2) return undefined;
  const least = Math.min(...values);
  return candidates.find((_, i) => values[i] === least);
};

/** The labels that candidates bear, by id; `candidates` are sorted by falling dose. */
export const namesOf = (candidates: readonly Candidate[]): ReadonlyMap<string, readonly CourseLabel[]> => {
  const labelled = courseLabels.flatMap((label) => {
    const best = bestIn(label, candidates);
    return best === undefined ? [] : [{ id: best.id, label }];
  });
  return new Map(
    [...Map.groupBy(labelled, ({ id }) => id)].map(([id, own]) => [id, own.map(({ label }) => label)]),
  );
};

/** In words, for a row of a table. */
export const labelText = (names: readonly string[]): string =>
  names.length === 0 ? 'in between' : names.join('; ');

/** Stands where a name of effect would: why there is none. */
export const noNameOfEffect =
  'No course is named "highest chance of a visible change": trials do not tell courses of one kind of needles apart';

/** Stands beside the names of what is not measured: what they go by instead. */
export const standIns =
  'Least downtime goes by the surface wounded over the course, least discomfort by the needle track of a session, least risk of pigment change by the volume hurt over the course: orders that stand in, no measures';
