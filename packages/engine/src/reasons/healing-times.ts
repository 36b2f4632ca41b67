import type { HealingSummary } from '../heal/summary/summary.ts';
import type { Protocol } from '../case/protocol.ts';
import type { HealingTime, HealingTimes } from '../plan/explain/session-plan.ts';
import type { Candidate, WorkedOut } from '../plan/plan.ts';
import type { Run } from '../run.ts';
import { simulateHealing } from '../simulate-healing.ts';

/** Draws of healing behind an interval; each costs about half a second. */
const healDraws = 8;

/** One session of a course, followed for a year. */
const oneSession = ({ given }: WorkedOut, { settings, device }: Candidate): Protocol => ({
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
  zones: [{ name: 'area' }],
  sessions: [0],
});

const timeOf = (summaries: readonly HealingSummary[], of: (one: HealingSummary) => number): HealingTime => {
  const sorted = summaries.map(of).toSorted((a, b) => a - b);
  return {
    low: sorted[0] ?? Number.NaN,
    median: sorted[sorted.length >> 1] ?? Number.NaN,
    high: sorted.at(-1) ?? Number.NaN,
  };
};

const phaseEnd = (name: HealingSummary['phases'][number]['name']) => (one: HealingSummary) =>
  one.phases.find((phase) => phase.name === name)?.to ?? Number.NaN;

/**
 * How long the healing of one session of a course takes, over a few draws of the constants of healing; with energy, of
 * columns that the whole model of heat gives at central values. Undefined where healing is left out or not modelled.
 */
export const healingTimesOf = (plan: WorkedOut, candidate: Candidate, run: Run): HealingTimes | undefined => {
  const sheet = plan.devices.find((facts) => facts.sheet.id === candidate.device)?.sheet;
  if (run.heals === false || sheet === undefined) return undefined;
  const { progress: _, ...quiet } = run;
  const [zone] = simulateHealing(oneSession(plan, candidate), sheet, { ...quiet, ensemble: healDraws });
  const summaries = zone?.ensemble?.summaries ?? [];
  if (summaries.length === 0) return undefined;
  return {
    draws: summaries.length,
    isHeated: candidate.settings.rf !== undefined,
    closed: timeOf(summaries, ({ closed }) => closed),
    redness: timeOf(summaries, ({ redness }) => redness.at(-1) ?? Number.NaN),
    inflammation: timeOf(summaries, phaseEnd('inflammation')),
    proliferation: timeOf(summaries, phaseEnd('proliferation')),
  };
};
