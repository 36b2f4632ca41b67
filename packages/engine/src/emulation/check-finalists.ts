import type { DeviceSheet } from '@percuta/evidence';
import type { RfSettings } from '../case/rf-settings.ts';
import { drawHeatValues } from '../ensemble.ts';
import { rfArrayOf } from '../heat/array/rf-array.ts';
import { checkAnswers, type AnswerCheck } from '../heat/emulator/check-answers.ts';
import { inputOf, type Sample } from '../heat/emulator/sample-space.ts';
import { solveSample } from '../heat/emulator/solve-sample.ts';
import { emulatorFor, type TrainedEmulator } from '../heat/emulator/trained.ts';
import type { HeatValues } from '../heat/material/tissue.ts';
import { tissueAt } from '../plan/heat/heat-outcome.ts';
import type { FinalistCheck } from '../plan/heat/heat-summary.ts';
import type { Candidate, Plan, WorkedOut } from '../plan/plan.ts';
import { shortlistOf } from '../report/shortlist.ts';
import { tell, type Run } from '../run.ts';
import { requireAgreement } from './require-agreement.ts';

interface Finalist {
  readonly candidate: Candidate;
  readonly sheet: DeviceSheet;
  readonly emulator: TrainedEmulator;
  readonly rf: RfSettings;
}

const sameShot = ({ settings: a }: Candidate, { settings: b }: Candidate): boolean =>
  a.depth === b.depth && JSON.stringify(a.rf) === JSON.stringify(b.rf);

/** Courses of the shortlist that differ in depth or energy, those that coagulate most first. */
const finalistsOf = (plan: WorkedOut): Finalist[] => {
  const candidates = shortlistOf(plan).map(({ candidate }) => candidate);
  return candidates
    .filter((one, i) => candidates.findIndex((other) => sameShot(one, other)) === i)
    .flatMap((candidate) => {
      const facts = plan.devices.find(({ sheet }) => sheet.id === candidate.device);
      const { rf } = candidate.settings;
      if (facts === undefined || rf === undefined) return [];
      const emulator = emulatorFor(facts.emulators, rf, candidate.settings.depth);
      return emulator === undefined ? [] : [{ candidate, sheet: facts.sheet, emulator, rf }];
    });
};

const sampleOf = (
  plan: WorkedOut,
  { candidate, emulator, rf }: Finalist,
  draw: number,
  values: readonly HeatValues[],
): Sample | undefined => {
  const tissue = tissueAt({ emulator, values }, candidate.stroke, plan.skins, draw);
  const dose = rf.energy_per_needle ?? rf.power ?? rf.voltage;
  if (tissue === undefined || dose === undefined) return undefined;
  // Kinetics stay at their centre: thresholds are drawn, not temperatures.
  const central = { ...tissue.values, collagenThreshold: 1, cellThreshold: 1 };
  return { ...tissue, values: central, dose, pulse: rf.pulse };
};

const checksOf = (
  { sheet, emulator }: Finalist,
  sample: Sample,
  { signal, progress }: Pick<Run, 'signal' | 'progress'>,
): AnswerCheck[] => {
  const watch = {
    ...(signal === undefined ? {} : { signal }),
    ...(progress === undefined ? {} : { progress }),
  };
  return checkAnswers(
    emulator.fitted,
    sample,
    solveSample(inputOf(rfArrayOf(sheet), sample, emulator.pattern), watch),
  );
};

/**
 * Recomputes courses of the shortlist with the whole model, each in one draw, the draws spread over the ensemble, and
 * puts both side by side. Takes a few seconds of processor time each. Throws EmulatorDisagrees beyond the stated error.
 */
export const checkFinalists = (plan: Plan, run: Run): Plan => {
  if (plan.status === 'refused') return plan;
  const chosen = finalistsOf(plan).slice(0, run.finalists ?? 0);
  if (chosen.length === 0) return plan;
  const told = (i: number): void => tell(run, i, chosen.length, 'courses with the whole model');
  told(0);
  const values = drawHeatValues(run.draws, run.seed, run.overrides, () => told(0));
  const checks = chosen.flatMap((finalist, i): FinalistCheck[] => {
    const progress = (): void => told(i);
    progress();
    const draw = Math.floor(((i + 0.5) / chosen.length) * plan.ensemble.count);
    const sample = sampleOf(plan, finalist, draw, values);
    if (sample === undefined) return [];
    const check = {
      candidate: finalist.candidate.id,
      draw,
      answers: checksOf(finalist, sample, { ...run, progress }),
    };
    requireAgreement(finalist, check);
    return [check];
  });
  return checks.length === 0 ? plan : { ...plan, finalists: checks };
};
