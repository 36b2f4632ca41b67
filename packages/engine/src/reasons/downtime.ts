import type { Run } from '../run.ts';
import type { Downtime } from '../plan/explain/weighed-courses.ts';
import type { Candidate, WorkedOut } from '../plan/plan.ts';
import { healZones } from '../simulate-healing.ts';
import type { Drawing } from '../simulation/drawing.ts';
import { oneSession, rednessOf, timeOf } from './healing-times.ts';

/**
 * How long redness is seen after a session of a course, at central values and over so many draws of healing. Undefined
 * where healing is not modelled. With energy the heat is solved anew, which takes seconds.
 */
export function* downtimeOf(
  plan: WorkedOut,
  course: Pick<Candidate, 'settings' | 'device'>,
  draws: number,
  { overrides, signal, progress, seed, draws: joint }: Run,
): Drawing<Downtime | undefined> {
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
  const [zone] = yield* healZones(oneSession(plan, course), sheet, run);
  if (zone?.central.status !== 'healed') return undefined;
  const summaries = zone.ensemble?.summaries ?? [];
  return {
    central: rednessOf(zone.central.summary),
    drawn: summaries.length === 0 ? undefined : { ...timeOf(summaries, rednessOf), draws: summaries.length },
  };
}
