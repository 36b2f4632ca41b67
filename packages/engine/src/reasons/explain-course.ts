import { settingOfPlan, subjectOf } from '../plan/explain/judge-course.ts';
import type { CourseReasons } from '../plan/explain/plan-reasons.ts';
import { sessionPlanOf, type HealingTimes } from '../plan/explain/session-plan.ts';
import { scenarioNames, scenarioOf, worstScenario } from '../plan/explain/robustness.ts';
import { rareTip } from '../plan/explain/rare-tip.ts';
import { totalInfluences } from '../plan/explain/total-influence.ts';
import type { Candidate, WorkedOut } from '../plan/plan.ts';
import type { Run } from '../run.ts';
import type { Margin } from '../safety/envelope.ts';
import { explainHeat } from './explain-heat.ts';
import { measuredFirst } from './measured-first.ts';
import { tailMarginsOf, type TailMargin } from '../safety/tail-margin.ts';

const mostMatters = 3;

/** Distances nearer to each other than this are told once, m. */
const leastApart = 1e-6;

/** Of the limits that settings move, those after the binding one, the most used first. */
const byUse = (margins: readonly Margin[], binding: Margin): Margin[] =>
  margins
    .filter(({ limit, level }) => limit !== binding.limit && (level === 'stroke' || level === 'session'))
    .toSorted((a, b) => b.used - a.used);

/** Works something out once for all courses that share what `keyOf` tells. */
const once = <T>(
  keyOf: (candidate: Candidate) => string,
  tick: () => void,
  make: (candidate: Candidate) => T,
) => {
  const known = new Map<string, T>();
  return (candidate: Candidate): T => {
    const key = keyOf(candidate);
    const found = known.get(key);
    if (found !== undefined) return found;
    tick();
    const made = make(candidate);
    known.set(key, made);
    return made;
  };
};

const needleKey = ({ settings: { depth, handSpeed, frequency } }: Candidate): string =>
  [depth, handSpeed, frequency].join(' ');
const shotKey = (candidate: Candidate): string =>
  `${needleKey(candidate)} ${JSON.stringify(candidate.settings.rf)}`;

/** Coagulation that comes no deeper than the tip says nothing that the tip does not. */
const distinctTails = (tails: readonly TailMargin[]): TailMargin[] =>
  tails.filter(
    ({ margin, worstMean }) =>
      margin !== 'coagulation to fat' ||
      tails.every((tip) => tip.margin !== 'tip to fat' || tip.worstMean - worstMean > leastApart),
  );

/** Everything that is said of courses of one device. */
export const explainerOf = (
  plan: WorkedOut,
  device: string,
  {
    run,
    healing,
    tick,
  }: { readonly run: Run; readonly healing: HealingTimes | undefined; readonly tick: () => void },
) => {
  const setting = settingOfPlan(plan, device, run.overrides, tick);
  const measured = measuredFirst(setting, run.overrides, tick);
  const matters = once(needleKey, tick, (candidate) =>
    totalInfluences(plan, candidate, run.overrides, tick).slice(0, mostMatters),
  );
  const tails = once(needleKey, tick, ({ settings, course }) =>
    tailMarginsOf(subjectOf(setting, settings, course)),
  );
  const rare = once(needleKey, tick, (candidate) => rareTip(setting, candidate, run.overrides, tick));
  const heat = once(shotKey, tick, (candidate) =>
    explainHeat(setting, candidate, { overrides: run.overrides, most: mostMatters, tick }),
  );
  return (candidate: Candidate, names: readonly string[]): CourseReasons => {
    const { margins } = candidate;
    const [binding = candidate.binding] = margins.filter(({ limit }) => limit === candidate.binding.limit);
    const heated = heat(candidate);
    const scenarios = scenarioNames.map((name) => {
      tick();
      return scenarioOf(setting, candidate, name, run.overrides);
    });
    return {
      candidate,
      names,
      binding,
      next: byUse(margins, binding)[0],
      joint: margins.find(({ limit }) => limit === 'joint-chance'),
      tails: distinctTails([...tails(candidate), ...(heated?.tails ?? [])]),
      rare: rare(candidate),
      matters: matters(candidate),
      heat: heated === undefined ? undefined : { rooms: heated.rooms, matters: heated.matters },
      measured: measured(candidate),
      scenarios,
      worst: worstScenario(scenarios),
      sessions: sessionPlanOf(plan, candidate, healing),
    };
  };
};
