import type { Candidate } from '../plan/plan.ts';
import { byPreference, effectOf } from '../plan/search/preference.ts';
import type { WorkedPlan } from './content.ts';
import { namesOf, type CourseLabel } from './course/course-names.ts';

/** A course chosen to be shown, with those that do the same. */
export interface Choice {
  readonly candidate: Candidate;
  readonly same: readonly Candidate[];
  /** In what it is best of those shown; empty for one that lies in between. */
  readonly names: readonly CourseLabel[];
}

/** More columns than these no page and no eye takes in. */
const mostShown = 9;
/** Filled up to this many, where as many differ in effect. */
const usuallyShown = 6;
type Distinct = Omit<Choice, 'names'>;

const distinct = (candidates: readonly Candidate[]): Distinct[] =>
  [...Map.groupBy(candidates, effectOf).values()].flatMap((group) => {
    const [candidate, ...same] = [...group].sort(byPreference);
    return candidate === undefined ? [] : [{ candidate, same }];
  });

/** Both ends and what lies evenly between them. */
const spread = (choices: readonly Distinct[], count: number): Distinct[] => {
  if (choices.length <= count) return [...choices];
  if (count < 2) return choices.slice(choices.length >> 1).slice(0, count);
  const stride = (choices.length - 1) / (count - 1);
  return Array.from({ length: count }, (_, k) => choices[Math.round(k * stride)]).filter(
    (choice) => choice !== undefined,
  );
};

/** Those with a name, and as many of the others, spread over the dose, as there is room for. */
const picked = (choices: readonly Distinct[], named: ReadonlySet<string>): Distinct[] => {
  const room = Math.min(mostShown, Math.max(usuallyShown, named.size)) - named.size;
  const others = choices.filter(({ candidate }) => !named.has(candidate.id));
  const kept = new Set([...named, ...spread(others, room).map(({ candidate }) => candidate.id)]);
  return choices.filter(({ candidate }) => kept.has(candidate.id));
};

/**
 * The courses to show, highest thermal dose first or, for needles alone, highest dose: of those that nothing dominates the distinct ones, each that is best in
 * something under that name, and some between them.
 */
export const shortlistOf = (plan: WorkedPlan): Choice[] => {
  const front = distinct(plan.candidates.filter(({ isOnFront }) => isOnFront));
  const byDose = front.sort(
    ({ candidate: a }, { candidate: b }) =>
      b.objectives.thermalDose - a.objectives.thermalDose || b.courseDose.median - a.courseDose.median,
  );
  const names = namesOf(byDose.map(({ candidate }) => candidate));
  return picked(byDose, new Set(names.keys())).map((choice) => ({
    ...choice,
    names: names.get(choice.candidate.id) ?? [],
  }));
};

/** A to Z; a shortlist is never longer. */
export const letterOf = (index: number): string => String.fromCodePoint(65 + index);
