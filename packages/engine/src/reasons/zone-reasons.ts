import type { ZoneReasons, ZoneSettingReasons } from '../plan/explain/plan-reasons.ts';
import type { HealingTimes } from '../plan/explain/session-plan.ts';
import type { Candidate, WorkedOut } from '../plan/plan.ts';
import type { Choice } from '../report/shortlist.ts';
import type { Run } from '../run.ts';
import { explainerOf } from './explain-course.ts';
import { byDevice, refusalReasons } from './refusal-reasons.ts';

interface Shown {
  readonly course: string;
  readonly candidate: Candidate;
}

interface Explained {
  readonly run: Run;
  readonly healing: HealingTimes | undefined;
  /** Called between any two pieces of work. */
  readonly tick: () => void;
}

/** What the courses shown set in a zone, each setting once. */
const settingsOf = (
  zone: WorkedOut,
  shown: readonly Shown[],
  { run, healing, tick }: Explained,
): ZoneSettingReasons[] => {
  const explainers = byDevice((device) => explainerOf(zone, device, { run, healing, tick }));
  return [...Map.groupBy(shown, ({ candidate }) => candidate.id).values()].flatMap((same) => {
    const [first] = same;
    if (first === undefined) return [];
    tick();
    const { candidate } = first;
    const courses = same.map(({ course }) => course);
    return [{ courses, reasons: explainers(candidate.device)(candidate, []) }];
  });
};

/**
 * Reasons of every zone of an area but the one that heads its courses, within its own plan: of what the courses shown
 * set there, and of what is refused there. A zone that is left out for want of a safe plan has the latter alone.
 */
export const zoneReasons = (
  { zones = [], given }: WorkedOut,
  choices: readonly Choice[],
  explained: Explained,
): ZoneReasons[] =>
  zones.flatMap(({ site, plan }): ZoneReasons[] => {
    if (site === given.site.id || plan.status === 'refused') return [];
    const shown = choices.flatMap(({ candidate: course }) =>
      (course.zones ?? [])
        .filter((zone) => zone.site === site)
        .map(({ candidate }) => ({ course: course.id, candidate })),
    );
    return [
      {
        site,
        settings: settingsOf(plan, shown, explained),
        refusals: refusalReasons(plan, explained.run, explained.tick),
      },
    ];
  });
