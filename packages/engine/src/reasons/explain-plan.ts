import type { PlanReasons } from '../plan/explain/plan-reasons.ts';
import type { Candidate, Plan, WorkedOut } from '../plan/plan.ts';
import { planOfZone } from '../plan/zones/plan-of-zone.ts';
import { shortlistOf, type Choice } from '../report/shortlist.ts';
import { tell, type Run } from '../run.ts';
import type { Drawing, DrawPool } from '../simulation/drawing.ts';
import { drawingHere, drawingWith } from '../simulation/make-draws.ts';
import { followSession, sayingHealing } from './healing-times.ts';
import { explainerOf } from './explain-course.ts';
import { byDevice, refusalReasons } from './refusal-reasons.ts';
import { zoneReasons } from './zone-reasons.ts';

/** A candidate with the plan of the zone that it is of. */
interface InZone {
  readonly plan: WorkedOut;
  readonly candidate: Candidate;
}

/** Tissue whose cells heat kills in a session. */
const killedIn = ({ candidate: { objectives } }: InZone): number =>
  objectives.thermalDose / objectives.sessions;

/** Of all that the courses shown set in any zone what kills most tissue by heat, else what leaves most holes. */
const worstOf = (plan: WorkedOut, choices: readonly Choice[]): InZone | undefined =>
  choices
    .flatMap(({ candidate }) => [
      planOfZone(plan, candidate, plan.given.site.id),
      ...(candidate.zones ?? []).map(({ site }) => planOfZone(plan, candidate, site)),
    ])
    .toSorted(
      (a, b) =>
        killedIn(b) - killedIn(a) || b.candidate.session.holes.median - a.candidate.session.holes.median,
    )[0];

/**
 * The reasons behind a plan, from the draws of the plan itself: for each course of the shortlist what binds and what
 * comes next, how bad the worst cases are, what matters most, what a measured thickness would say and how it stands
 * when something is not as planned; for each limit that kept courses out what would bring the closest of them inside.
 * Of an area the same for every zone that does not head the courses, each of its settings once.
 * When sessions are follows from healing and from what is on record. Nothing for a refused case. Takes a few times as
 * long as the plan; `heals: false` in `run`, which is else that of the plan, leaves healing out.
 * @example
 * ```ts
 * import { readFileSync } from 'node:fs';
 * import { catalogueSheets, defaultRun, explainPlan, planCourse, readCase } from '@percuta/engine';
 *
 * const given = readCase(JSON.parse(readFileSync('case.json', 'utf8')));
 * const run = { ...defaultRun, draws: 256 };
 * const { courses } = explainPlan(planCourse(given, catalogueSheets(given), run), run);
 * console.log(courses[0]?.worst?.name); // thin skin
 * ```
 */
export const explainPlan = (plan: Plan, run: Run): PlanReasons =>
  drawingHere(explaining(plan, run), sayingHealing(run));

/** The same, with the draws of healing made by a pool. */
export const explainPlanWith = (pool: DrawPool, plan: Plan, run: Run): Promise<PlanReasons> =>
  drawingWith(pool, explaining(plan, run), sayingHealing(run));

function* explaining(plan: Plan, run: Run): Drawing<PlanReasons> {
  if (plan.status === 'refused') return { healing: undefined, courses: [], refusals: [] };
  const choices = shortlistOf(plan);
  const worst = worstOf(plan, choices);
  const followed = worst === undefined ? undefined : yield* followSession(worst.plan, worst.candidate, run);
  const healing = followed?.times;
  let explained = 0;
  const tick = (): void => {
    tell(run, explained, choices.length, 'reasons');
  };
  const explainers = byDevice((device) => explainerOf(plan, device, { run, healing, tick }));
  return {
    healing,
    ...(worst === undefined || followed?.heating === undefined
      ? {}
      : { heated: { candidate: worst.candidate.id, heating: followed.heating } }),
    courses: choices.map(({ candidate, names }, i) => {
      explained = i;
      tick();
      return explainers(candidate.device)(candidate, names);
    }),
    refusals: refusalReasons(plan, run, tick),
    ...(plan.zones === undefined ? {} : { zones: zoneReasons(plan, choices, { run, healing, tick }) }),
  };
}
