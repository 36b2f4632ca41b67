import { bandOf, scaleBand, type Band } from '../band.ts';
import { isSameEnergy } from '../case/rf-settings.ts';
import { createJudge, settingOfPlan } from '../plan/explain/judge-course.ts';
import type { Candidate, Plan, WorkedOut } from '../plan/plan.ts';
import { addUp, bleedingOf, hitsOf } from './hits.ts';
import type { Setting } from '../plan/situation.ts';
import type { Run } from '../run.ts';
import { chosenInZone } from './chosen-in-zone.ts';
import { comparisonsOf } from './comparisons.ts';
import type { Delivered, DeliveredSession } from './delivered.ts';
import { nextCourses } from './next-courses.ts';
import type { Recomputed, SessionDone } from './recomputed.ts';
import { placeDone, settingsDone } from './session-as-done.ts';
import { stopsOf } from './stops.ts';

const fields = ['depth', 'passes', 'handSpeed', 'frequency'] as const;

/** A day is a day: an hour earlier is no shorter interval. */
const halfDay = 43_200;

const isShort = (gap: number | undefined, { course }: Candidate): boolean =>
  gap !== undefined && course.interval !== undefined && gap < course.interval - halfDay;

interface Worked {
  readonly done: SessionDone;
  readonly hits: Float64Array;
}

const workedOut = (setting: Setting, planned: Candidate, { sessions }: Delivered) => {
  const judge = createJudge(setting);
  return (session: DeliveredSession, i: number): Worked => {
    const settings = settingsDone(setting.sheet, planned.settings, session);
    const before = sessions[i - 1];
    const gap = before === undefined ? undefined : session.day - before.day;
    const course = { sessions: gap === undefined ? 1 : 2, interval: gap };
    const hits = hitsOf(setting, settings);
    const { margins, isHeatJudged } = judge(settings, course);
    const done = {
      session,
      settings,
      place: placeDone(setting, session, i),
      changed: [
        ...fields.filter((field) => settings[field] !== planned.settings[field]),
        ...(isSameEnergy(settings.rf, planned.settings.rf) ? [] : (['energy'] as const)),
        ...(settings.further === undefined ? [] : (['further'] as const)),
        ...(isShort(gap, planned) ? (['interval'] as const) : []),
        ...(session.exclusions === undefined ? [] : (['exclusions'] as const)),
      ],
      dose: bandOf(hits),
      planned: planned.session.targetHoles,
      bleeding: bandOf(bleedingOf(setting, settings)),
      broken: margins.filter(({ isBroken }) => isBroken),
      isHeatJudged,
    };
    return { done, hits };
  };
};

const wishOf = ({ given }: WorkedOut): number | undefined => {
  const { most_sessions, budget_visits } = given.preferences ?? {};
  const most = Math.min(most_sessions ?? Infinity, budget_visits ?? Infinity);
  return Number.isFinite(most) ? most : undefined;
};

/** The next session is no earlier than the interval that was planned, nor than the envelope asks for. */
const earliestOf = (planned: Candidate, { sessions }: Delivered): number => {
  const last = sessions.at(-1)?.day ?? 0;
  const held = planned.margins.find(({ limit }) => limit === 'interval')?.bound ?? 0;
  return last + Math.max(planned.course.interval ?? 0, held);
};

const remainingOf = (plan: WorkedOut, planned: Candidate, delivered: Delivered): Recomputed['remaining'] => {
  const count = delivered.sessions.length;
  const wish = wishOf(plan);
  const facts = plan.devices.find(({ sheet }) => sheet.id === planned.device);
  return {
    sessions: Math.max(0, planned.course.sessions - count),
    wished: wish === undefined ? undefined : Math.max(0, wish - count),
    earliest: earliestOf(planned, delivered),
    maximumSafeDepth: facts?.maximumSafeDepth ?? 0,
  };
};

/**
 * A course as far as it was delivered, in the draws of its plan: dose so far, limits that a session did not keep, what
 * is left, what stands against going on, how to go on, and what was predicted beside what was reported. `run` is that
 * of the plan. Throws BadInput for a course that is none of the plan, OutsideModel for
 * settings that the device does not have.
 * @example
 * ```ts
 * import { readFileSync } from 'node:fs';
 * import { catalogueSheets, defaultRun, planCourse, readCase, readDelivered, recomputeCourse } from '@percuta/engine';
 *
 * const read = (file: string) => JSON.parse(readFileSync(file, 'utf8'));
 * const given = readCase(read('case.json'));
 * const run = { ...defaultRun, draws: 256 };
 * const plan = planCourse(given, catalogueSheets(given), run);
 * const { remaining } = recomputeCourse(plan, readDelivered(read('delivered.json')), run);
 * console.log(remaining.sessions); // 2
 * ```
 */
export const recomputeCourse = (area: Plan, delivered: Delivered, run: Run): Recomputed => {
  const { plan, candidate: planned } = chosenInZone(area, delivered);
  const setting = settingOfPlan(plan, planned.device, run.overrides);
  const worked = delivered.sessions.map(workedOut(setting, planned, delivered));
  const soFar = addUp(
    worked.map(({ hits }) => hits),
    setting.ensemble.draws.length,
  );
  const remaining = remainingOf(plan, planned, delivered);
  const stops = stopsOf(delivered, plan.given);
  const doseWith = (candidate: Candidate, sessions: number): Band => {
    const each = hitsOf(setting, candidate.settings);
    return bandOf(soFar.map((value, i) => value + sessions * (each[i] ?? Number.NaN)));
  };
  return {
    planned,
    delivered,
    done: worked.map(({ done }) => done),
    dose: bandOf(soFar),
    plannedSoFar: scaleBand(planned.session.targetHoles, worked.length),
    plannedDose: planned.courseDose,
    remaining,
    stops,
    next: stops.length > 0 ? [] : nextCourses({ plan, planned, done: worked.length, remaining }, doseWith),
    comparisons: comparisonsOf(plan, planned, delivered),
  };
};
