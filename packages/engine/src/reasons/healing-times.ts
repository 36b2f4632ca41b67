import type { ArrayHeating } from '../heat/array/array-heating.ts';
import type { HealingSummary } from '../heal/summary/summary.ts';
import type { Protocol } from '../case/protocol.ts';
import type { HealingTime, HealingTimes } from '../plan/explain/session-plan.ts';
import type { Candidate, WorkedOut } from '../plan/plan.ts';
import type { Run } from '../run.ts';
import { healTreated } from '../simulation/draw-healing.ts';
import type { Drawing } from '../simulation/drawing.ts';
import { treatZone } from '../treat-zone.ts';

/** Draws of healing behind a time: a further one lies within its ends 8 times in 10. Each costs a tenth of a second. */
export const healDraws = 19;

const area = { name: 'area' };

/** One session of a course, followed for a year. */
export const oneSession = (
  { given }: Pick<WorkedOut, 'given'>,
  { settings, device }: Pick<Candidate, 'settings' | 'device'>,
): Protocol => ({
  kind: 'percuta protocol',
  version: 1,
  title: given.title,
  case: given,
  device: {
    id: device,
    depth: settings.depth,
    passes: settings.passes,
    ...(settings.handSpeed === undefined ? {} : { hand_speed: settings.handSpeed }),
    ...(settings.frequency === undefined ? {} : { frequency: settings.frequency }),
    ...(settings.rf === undefined ? {} : { rf: settings.rf }),
  },
  zones: [area],
  sessions: [0],
});

export const timeOf = (
  summaries: readonly HealingSummary[],
  of: (one: HealingSummary) => number,
): HealingTime => {
  const sorted = summaries.map(of).toSorted((a, b) => a - b);
  const last = sorted.length - 1;
  const at = (place: number): number => sorted[Math.min(last, Math.max(0, place))] ?? Number.NaN;
  return { low: at(1), median: at(sorted.length >> 1), high: at(last - 1), longest: at(last) };
};

/** Until when redness is seen after the last session. */
export const rednessOf = ({ redness }: HealingSummary): number => redness.at(-1) ?? Number.NaN;

const phaseEnd = (name: HealingSummary['phases'][number]['name']) => (one: HealingSummary) =>
  one.phases.find((phase) => phase.name === name)?.to ?? Number.NaN;

/** Progress of whatever is worked out for it is told as that of the healing of a session. */
export const sayingHealing = (run: Run): Run => {
  const { progress, ...rest } = run;
  return {
    ...rest,
    progress: (done, total) => progress?.(done, total, 'healing of a session'),
  };
};

/** One session of a course: how long its healing takes, and its heat at central values where it has any. */
export interface SessionFollowed {
  readonly times: HealingTimes | undefined;
  readonly heating: ArrayHeating | undefined;
}

/**
 * How long the healing of one session of a course takes, over a few draws of the constants of healing; with energy, of
 * columns that the whole model of heat gives at central values. Nothing where healing is left out or not modelled.
 */
export function* followSession(plan: WorkedOut, candidate: Candidate, run: Run): Drawing<SessionFollowed> {
  const sheet = plan.devices.find((facts) => facts.sheet.id === candidate.device)?.sheet;
  if (run.heals === false || sheet === undefined) return { times: undefined, heating: undefined };
  const quiet = { ...sayingHealing(run), ensemble: healDraws };
  const protocol = oneSession(plan, candidate);
  const treatment = treatZone(protocol, area, sheet, quiet);
  const healed = yield* healTreated(treatment, sheet, protocol, quiet);
  const heating = treatment.heating.kind === 'heated' ? treatment.heating : undefined;
  const summaries = healed.ensemble?.summaries ?? [];
  if (summaries.length === 0) return { times: undefined, heating };
  return {
    times: {
      draws: summaries.length,
      isHeated: heating !== undefined,
      closed: timeOf(summaries, ({ closed }) => closed),
      redness: timeOf(summaries, rednessOf),
      inflammation: timeOf(summaries, phaseEnd('inflammation')),
      proliferation: timeOf(summaries, phaseEnd('proliferation')),
    },
    heating,
  };
}
