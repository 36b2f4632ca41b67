import type { Candidate } from '../plan/plan.ts';
import { byPreference, effectOf } from '../plan/search/preference.ts';
import type { WorkedPlan } from './content.ts';
import { betweenText, twinText } from './course/between.ts';
import { namesOf, type CourseLabel } from './course/course-names.ts';

/** A course chosen to be shown, with those that do the same. */
export interface Choice {
  readonly candidate: Candidate;
  readonly same: readonly Candidate[];
  /** What sets it apart: in what it is best of those shown; else where it lies between them, or whose holes it leaves. */
  readonly names: readonly string[];
}

/** More columns than these no page and no eye takes in. */
const mostShown = 9;
/** Filled up to this many, where as many differ in effect. */
const usuallyShown = 6;
/** Where fewer differ in effect, those that leave the same holes by other passes and pace are shown as well. */
const leastShown = 5;
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

/** Do passes, pace or interval differ, so that a person would notice? */
const isSeenApart = (
  { settings: a, course: one }: Candidate,
  { settings: b, course: other }: Candidate,
): boolean => a.passes !== b.passes || a.handSpeed !== b.handSpeed || one.interval !== other.interval;

interface Shown extends Distinct {
  /** Whose holes it leaves by other passes and pace. */
  readonly twinOf?: string;
}

/** With fewer than five effects, courses of the same effect that a person can tell apart stand behind each other. */
const withTwins = (choices: readonly Distinct[]): Shown[] => {
  let room = leastShown - choices.length;
  return choices.flatMap(({ candidate, same }): Shown[] => {
    const twins = same.filter((one) => isSeenApart(candidate, one)).slice(0, Math.max(0, room));
    room -= twins.length;
    const rest = same.filter((one) => !twins.includes(one));
    return [
      { candidate, same: rest },
      ...twins.map((twin) => ({ candidate: twin, same: [], twinOf: candidate.id })),
    ];
  });
};

const namedBy = (shown: readonly Shown[], names: ReadonlyMap<string, readonly CourseLabel[]>): Choice[] => {
  const [first] = shown;
  return shown.map(({ candidate, same, twinOf }) => {
    const own = names.get(candidate.id) ?? [];
    if (twinOf !== undefined) {
      const letter = letterOf(shown.findIndex((one) => one.candidate.id === twinOf));
      return { candidate, same, names: [twinText(candidate, letter)] };
    }
    if (own.length > 0 || first === undefined) return { candidate, same, names: own };
    return { candidate, same, names: [betweenText(candidate, first.candidate)] };
  });
};

/**
 * The courses to show, highest thermal dose first or, for needles alone, highest dose: of those that nothing dominates
 * the distinct ones, each that is best in something under that name, and some between them. Five to nine, unless no
 * more are inside that differ in anything a person would notice.
 */
export const shortlistOf = (plan: WorkedPlan): Choice[] => {
  const front = distinct(plan.candidates.filter(({ isOnFront }) => isOnFront));
  const byDose = front.sort(
    ({ candidate: a }, { candidate: b }) =>
      b.objectives.thermalDose - a.objectives.thermalDose || b.courseDose.median - a.courseDose.median,
  );
  const names = namesOf(byDose.map(({ candidate }) => candidate));
  return namedBy(withTwins(picked(byDose, new Set(names.keys()))), names);
};

/** Why fewer than five courses are shown; undefined where there are as many. */
export const whyFewer = (plan: WorkedPlan, shown: number): string | undefined => {
  if (shown >= leastShown || shown === 0) return undefined;
  const [most] = [...Map.groupBy(plan.rejected, ({ binding }) => binding.title).entries()].toSorted(
    ([, a], [, b]) => b.length - a.length,
  );
  const kept = `Fewer than five: ${plan.candidates.length} of ${plan.candidates.length + plan.rejected.length} courses are inside, and no more of them differ in effect, passes or pace`;
  return most === undefined
    ? `${kept}.`
    : `${kept}; what keeps most of the others out, ${most[1].length} of them: ${most[0]}.`;
};

/** A to Z; a shortlist is never longer. */
export const letterOf = (index: number): string => String.fromCodePoint(65 + index);
