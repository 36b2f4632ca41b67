import { evidenceTags } from '@percuta/evidence';
import type { Candidate } from '../plan/plan.ts';
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
/** A chance of tears or of track marks above which a course carries a warning. */
export const worthWarning = 0.05;

const sixDigits = (value: number): string => value.toPrecision(6);

/** Courses with the same key leave the same holes and bleeding in as many sessions. */
const effectOf = ({ device, settings, course, objectives }: Candidate): string =>
  [
    device,
    settings.depth,
    settings.frequency,
    course.sessions,
    sixDigits(objectives.dose),
    sixDigits(objectives.bleeding),
    sixDigits(objectives.coveredShare),
    sixDigits(objectives.thermalDose),
    sixDigits(objectives.heat),
    sixDigits(objectives.discomfort),
  ].join(' ');

const isHarsh = ({ stroke }: Candidate): number =>
  Math.max(stroke.tearChance, stroke.trackMarkChance) > worthWarning ? 1 : 0;

/** Of equals: no warning before a warning, then the better evidence, then the fewer passes. */
const byPreference = (a: Candidate, b: Candidate): number =>
  isHarsh(a) - isHarsh(b) ||
  evidenceTags.indexOf(a.course.tag) - evidenceTags.indexOf(b.course.tag) ||
  a.settings.passes - b.settings.passes ||
  (a.id < b.id ? -1 : 1);

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
