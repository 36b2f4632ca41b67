import { fileURLToPath } from 'node:url';
import { checkFinalists, defaultRun, planCourse, readCase, sheetsOfCase } from '@percuta/engine';
import { emulatorsBeside } from '../heat/emulator-files.ts';
import { readCaseFile, sheetFilesOf } from '../input.ts';

/** Times of one plan with radio frequency. */
export interface RfPlanTiming {
  readonly draws: number;
  readonly courses: number;
  /** Processor time until the trade-off stands, s, and of the courses that are recomputed then. */
  readonly tradeOff: number;
  readonly finalists: number;
  readonly recomputed: number;
}

const file = fileURLToPath(new URL('../../../../examples/cheek-rf/case.json', import.meta.url));
const finalists = 4;
const second = 1e6;

const processorTime = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / second;
};

/** Plans the example with radio frequency. Throws BadInput where its emulator is stale. */
export const rfPlanTiming = (): RfPlanTiming => {
  const given = readCase(readCaseFile(file, []));
  const emulators = emulatorsBeside(sheetFilesOf(file)).map(({ trained }) => trained);
  const start = processorTime();
  const run = { ...defaultRun, emulators, finalists };
  const plan = planCourse(given, sheetsOfCase(given), run);
  if (plan.status === 'refused') throw new Error(`the example was refused: ${plan.reasons[0]?.because}`);
  const stands = processorTime();
  const checked = checkFinalists(plan, run);
  return {
    draws: run.draws,
    courses: plan.candidates.length + plan.rejected.length,
    tradeOff: stands - start,
    finalists: processorTime() - stands,
    recomputed: checked.status === 'refused' ? 0 : (checked.finalists?.length ?? 0),
  };
};

const seconds = (time: number): string => `${time.toFixed(2)} s`;

export const rfPlanText = (timing: RfPlanTiming): string => {
  const { draws, courses, tradeOff, recomputed } = timing;
  return `radio frequency, ${draws} draws, ${courses} courses: trade-off after ${seconds(tradeOff)} of one processor (asked for: 5 s); ${recomputed} courses by the whole model in ${seconds(timing.finalists)} more (20 s in all)`;
};
