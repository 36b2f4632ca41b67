import { counterfactualsOf } from '../plan/explain/counterfactual.ts';
import { settingOfPlan } from '../plan/explain/judge-course.ts';
import type { PlanReasons, RefusalReasons } from '../plan/explain/plan-reasons.ts';
import type { Candidate, Plan, WorkedOut } from '../plan/plan.ts';
import { nearestRejected } from '../report/limit-lines.ts';
import { shortlistOf } from '../report/shortlist.ts';
import type { Run } from '../run.ts';
import { followSession } from './healing-times.ts';
import { explainerOf } from './explain-course.ts';

const byDevice = <T>(make: (device: string) => T): ((device: string) => T) => {
  const known = new Map<string, T>();
  return (device) => {
    const found = known.get(device) ?? make(device);
    known.set(device, found);
    return found;
  };
};

const refusalReasons = (plan: WorkedOut, run: Run): RefusalReasons[] => {
  const settings = byDevice((device) => settingOfPlan(plan, device, run.overrides));
  const safeDepth = (device: string): number =>
    plan.devices.find(({ sheet }) => sheet.id === device)?.maximumSafeDepth ?? 0;
  return [...Map.groupBy(plan.rejected, ({ binding }) => binding.limit).values()]
    .toSorted((a, b) => b.length - a.length)
    .flatMap((group) => {
      const closest = nearestRejected(group);
      if (closest === undefined) return [];
      run.signal?.throwIfAborted();
      const changes = counterfactualsOf(settings(closest.device), closest, {
        maximumSafeDepth: safeDepth(closest.device),
        overrides: run.overrides,
      });
      return [{ limit: closest.binding.limit, count: group.length, closest, changes }];
    });
};

/** Tissue whose cells heat kills in a session. */
const killedIn = ({ objectives: { thermalDose, sessions } }: Candidate): number => thermalDose / sessions;

/**
 * The reasons behind a plan, from the draws of the plan itself: for each course of the shortlist what binds and what
 * comes next, how bad the worst cases are, what matters most, what a measured thickness would say and how it stands
 * when something is not as planned; for each limit that kept courses out what would bring the closest of them inside.
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
export const explainPlan = (plan: Plan, run: Run): PlanReasons => {
  if (plan.status === 'refused') return { healing: undefined, courses: [], refusals: [] };
  const choices = shortlistOf(plan);
  const [worst] = choices
    .map(({ candidate }) => candidate)
    .toSorted((a, b) => killedIn(b) - killedIn(a) || b.session.holes.median - a.session.holes.median);
  const followed = worst === undefined ? undefined : followSession(plan, worst, run);
  const healing = followed?.times;
  let explained = 0;
  const tick = (): void => {
    run.signal?.throwIfAborted();
    run.progress?.(explained, choices.length, 'reasons');
  };
  const explainers = byDevice((device) => explainerOf(plan, device, { run, healing, tick }));
  return {
    healing,
    ...(worst === undefined || followed?.heating === undefined
      ? {}
      : { heated: { candidate: worst.id, heating: followed.heating } }),
    courses: choices.map(({ candidate, names }, i) => {
      explained = i;
      tick();
      return explainers(candidate.device)(candidate, names);
    }),
    refusals: refusalReasons(plan, run),
  };
};
