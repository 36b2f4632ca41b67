import { settingOfPlan, subjectOf } from '../plan/explain/judge-course.ts';
import type { CourseReasons } from '../plan/explain/plan-reasons.ts';
import { sessionPlanOf, type HealingTimes } from '../plan/explain/session-plan.ts';
import { scenarioNames, scenarioOf, worstScenario } from '../plan/explain/robustness.ts';
import { rareTip } from '../plan/explain/rare-tip.ts';
import { totalInfluences } from '../plan/explain/total-influence.ts';
import type { Candidate, WorkedOut } from '../plan/plan.ts';
import type { CourseLabel } from '../report/course/course-names.ts';
import type { Run } from '../run.ts';
import type { Margin } from '../safety/envelope.ts';
import { measuredFirst } from './measured-first.ts';
import { tailMarginsOf } from '../safety/tail-margin.ts';

const mostMatters = 3;

/** Of the limits that settings move, those after the binding one, the most used first. */
const byUse = (margins: readonly Margin[], binding: Margin): Margin[] =>
  margins
    .filter(({ limit, level }) => limit !== binding.limit && (level === 'stroke' || level === 'session'))
    .toSorted((a, b) => b.used - a.used);

/** What settings of the needle alone decide is worked out once for all courses that share them. */
const once = <T>(make: (candidate: Candidate) => T): ((candidate: Candidate) => T) => {
  const known = new Map<string, T>();
  return (candidate) => {
    const { device, settings } = candidate;
    const key = [device, settings.depth, settings.handSpeed, settings.frequency].join(' ');
    const found = known.get(key) ?? make(candidate);
    known.set(key, found);
    return found;
  };
};

/** Everything that is said of courses of one device. */
export const explainerOf = (
  plan: WorkedOut,
  device: string,
  { run, healing }: { readonly run: Run; readonly healing: HealingTimes | undefined },
) => {
  const setting = settingOfPlan(plan, device, run.overrides);
  const measured = measuredFirst(setting, run.overrides);
  const matters = once((candidate) => totalInfluences(plan, candidate, run.overrides).slice(0, mostMatters));
  const tails = once(({ settings, course }) => tailMarginsOf(subjectOf(setting, settings, course)));
  const rare = once((candidate) => rareTip(setting, candidate, run.overrides));
  return (candidate: Candidate, names: readonly CourseLabel[]): CourseReasons => {
    const { margins } = candidate;
    const [binding = candidate.binding] = margins.filter(({ limit }) => limit === candidate.binding.limit);
    const scenarios = scenarioNames.map((name) => scenarioOf(setting, candidate, name, run.overrides));
    return {
      candidate,
      names,
      binding,
      next: byUse(margins, binding)[0],
      joint: margins.find(({ limit }) => limit === 'joint-chance'),
      tails: tails(candidate),
      rare: rare(candidate),
      matters: matters(candidate),
      measured: measured(candidate),
      scenarios,
      worst: worstScenario(scenarios),
      sessions: sessionPlanOf(plan, candidate, healing),
    };
  };
};
