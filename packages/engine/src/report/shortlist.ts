import { evidenceTags } from '@percuta/evidence';
import type { Candidate } from '../plan/plan.ts';
import type { WorkedPlan } from './content.ts';

/** A course chosen to be shown, with those that do the same. */
export interface Choice {
  readonly candidate: Candidate;
  readonly same: readonly Candidate[];
}

/** More columns than these no page and no eye takes in. */
const mostShown = 6;
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
  ].join(' ');

const isHarsh = ({ stroke }: Candidate): number =>
  Math.max(stroke.tearChance, stroke.trackMarkChance) > worthWarning ? 1 : 0;

/** Of equals: no warning before a warning, then the better evidence, then the fewer passes. */
const byPreference = (a: Candidate, b: Candidate): number =>
  isHarsh(a) - isHarsh(b) ||
  evidenceTags.indexOf(a.course.tag) - evidenceTags.indexOf(b.course.tag) ||
  a.settings.passes - b.settings.passes ||
  (a.id < b.id ? -1 : 1);

const distinct = (candidates: readonly Candidate[]): Choice[] =>
  [...Map.groupBy(candidates, effectOf).values()].flatMap((group) => {
    const [candidate, ...same] = [...group].sort(byPreference);
    return candidate === undefined ? [] : [{ candidate, same }];
  });

/** Both ends and what lies evenly between them. */
const spread = (choices: readonly Choice[], count: number): Choice[] => {
  if (choices.length <= count) return [...choices];
  const stride = (choices.length - 1) / (count - 1);
  return Array.from({ length: count }, (_, k) => choices[Math.round(k * stride)]).filter(
    (choice) => choice !== undefined,
  );
};

/**
 * The courses to show: of those that nothing dominates the distinct ones, spread over the thermal dose or,
 * for needles alone, over the dose, highest first.
 */
export const shortlistOf = (plan: WorkedPlan): Choice[] => {
  const front = distinct(plan.candidates.filter(({ isOnFront }) => isOnFront));
  const byDose = front.sort(
    ({ candidate: a }, { candidate: b }) =>
      b.objectives.thermalDose - a.objectives.thermalDose || b.courseDose.median - a.courseDose.median,
  );
  return spread(byDose, mostShown);
};

/** A to Z; a shortlist is never longer. */
export const letterOf = (index: number): string => String.fromCodePoint(65 + index);
