import type { Band } from '../band.ts';
import { isSameEnergy } from '../case/rf-settings.ts';
import { byTradeOff } from '../plan/search/front.ts';
import type { Candidate, WorkedOut } from '../plan/plan.ts';
import type { NextCourse, Recomputed } from './recomputed.ts';

interface Left {
  readonly plan: WorkedOut;
  readonly planned: Candidate;
  readonly done: number;
  readonly remaining: Recomputed['remaining'];
}

const isSame = (a: Candidate, b: Candidate): boolean =>
  a.settings.depth === b.settings.depth &&
  a.settings.passes === b.settings.passes &&
  a.settings.handSpeed === b.settings.handSpeed &&
  a.settings.frequency === b.settings.frequency &&
  isSameEnergy(a.settings.rf, b.settings.rf) &&
  a.course.interval === b.course.interval;

/** Days of the sessions to come: the first as soon as it may be, the others at the interval of the course. */
const daysOf = (earliest: number, { course: { interval = 0 } }: Candidate, sessions: number): number[] =>
  Array.from({ length: sessions }, (_, i) => earliest + i * interval);

/** As many ways to go on as a screen has room for. */
const mostShown = 6;

const toGo = ({ planned, done, remaining }: Left, candidate: Candidate): number =>
  candidate.device === planned.device
    ? Math.min(candidate.course.sessions - done, remaining.wished ?? Infinity)
    : 0;

const spread = <T>(items: readonly T[], count: number): T[] => {
  if (items.length <= count) return [...items];
  const stride = (items.length - 1) / (count - 1);
  return Array.from({ length: count }, (_, k) => items[Math.round(k * stride)]).filter(
    (one) => one !== undefined,
  );
};

/**
 * Ways to go on with the device in hand: candidates of the plan with sessions left after those done, on the front of
 * whole dose, bleeding, cover and visits to come. Going on as planned comes first where it still can.
 */
export const nextCourses = (
  left: Left,
  doseWith: (candidate: Candidate, sessions: number) => Band,
): NextCourse[] => {
  const { plan, planned, remaining } = left;
  const going = plan.candidates.flatMap((candidate) => {
    const sessions = toGo(left, candidate);
    if (sessions < 1) return [];
    const share = sessions / candidate.course.sessions;
    const objectives = {
      ...candidate.objectives,
      dose: candidate.session.targetHoles.median * sessions,
      downtime: candidate.objectives.downtime * share,
      pigment: candidate.objectives.pigment * share,
      thermalDose: candidate.objectives.thermalDose * share,
      sessions,
    };
    return [{ candidate, sessions, objectives }];
  });
  const asPlanned = going.filter(({ candidate }) => candidate.id === planned.id);
  const { front } = byTradeOff(going.filter(({ candidate }) => candidate.id !== planned.id));
  const distinct = front.filter(
    ({ candidate, sessions }, i) =>
      front.findIndex((other) => other.sessions === sessions && isSame(other.candidate, candidate)) === i,
  );
  return [...asPlanned, ...spread(distinct, mostShown - asPlanned.length)].map(({ candidate, sessions }) => ({
    candidate,
    sessions,
    days: daysOf(remaining.earliest, candidate, sessions),
    dose: doseWith(candidate, sessions),
    isAsPlanned: candidate.id === planned.id,
  }));
};
