import type { Run } from '../run.ts';
import type { Downtime } from '../plan/explain/weighed-courses.ts';
import type { Candidate, WorkedOut } from '../plan/plan.ts';
import { simulateHealing } from '../simulate-healing.ts';
import { oneSession } from './healing-times.ts';

/**
 * How long redness is seen after a session of a course, at central values and over so many draws of healing. Undefined
 * where healing is not modelled. With energy the heat is solved anew, which takes seconds.
 */
export const downtimeOf = (
  plan: WorkedOut,
  course: Pick<Candidate, 'settings' | 'device'>,
  draws: number,
  { overrides, signal, progress, seed, draws: joint }: Run,
): Downtime | undefined => {
  const sheet = plan.devices.find((facts) => facts.sheet.id === course.device)?.sheet;
  if (sheet === undefined) throw new TypeError(`${course.device} is no device of this plan`);
  const run = {
    draws: joint,
    seed,
    overrides,
    ensemble: draws,
    ...(signal === undefined ? {} : { signal }),
    ...(progress === undefined ? {} : { progress }),
  };
  const [zone] = simulateHealing(oneSession(plan, course), sheet, run);
  if (zone?.central.status !== 'healed') return undefined;
  const drawn = (zone.ensemble?.summaries ?? []).map(({ redness }) => redness.at(-1) ?? Number.NaN);
  return {
    central: zone.central.summary.redness.at(-1) ?? Number.NaN,
    drawn:
      drawn.length === 0
        ? undefined
        : { low: Math.min(...drawn), high: Math.max(...drawn), draws: drawn.length },
  };
};
