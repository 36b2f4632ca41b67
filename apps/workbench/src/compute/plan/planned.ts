import {
  checkFinalists,
  defaultRun,
  hashOf,
  manifestOfPlan,
  planCourse,
  readCase,
  sheetsOfCase,
  type Run,
} from '@percuta/engine';
import { readDeviceSheet } from '@percuta/evidence';
import type { PlanQuestion } from '../messages.ts';
import type { MadeDraws } from '../draws/remembering.ts';
import type { Report } from '../report.ts';
import { emulatorsAmong, emulatorsOf } from '../emulators.ts';

const platform = 'browser';

interface Given {
  readonly document: unknown;
  readonly sheets: readonly unknown[];
  /** Left out, those that the site has for the sheets are taken. */
  readonly emulators?: readonly unknown[] | undefined;
}

/** Courses with heat that are recomputed with the whole model, as many as the command line does. */
const finalists = 4;

/** A plan with its manifest, and the run that made it. */
export const planned = async ({ document, sheets, emulators }: Given, given: Run) => {
  const read = readCase(document);
  const all = [...sheets.map((sheet) => readDeviceSheet(sheet)), ...sheetsOfCase(read)];
  const found = emulators === undefined ? await emulatorsOf(all) : emulatorsAmong(emulators, all);
  const hasHeat = found.length > 0;
  const run: Run = {
    ...given,
    emulators: found.map(({ trained }) => trained),
    ...(hasHeat ? { finalists: given.finalists ?? finalists } : {}),
  };
  const plan = checkFinalists(planCourse(read, all, run), run);
  const inputs = {
    document,
    sheets,
    ...(hasHeat ? { emulators: found.map((each) => each.document) } : {}),
  };
  return { plan, run, manifest: manifestOfPlan(plan, all, run, inputs, platform) };
};

const runOf = ({ draws, seed }: PlanQuestion, report: Report): Run => ({
  ...defaultRun,
  draws,
  seed,
  progress: (done, total, what) => report({ done, total, what }),
});

/** A plan with the draws of healing that were made of its courses. */
interface Kept {
  readonly key: string;
  readonly plan: Awaited<ReturnType<typeof planned>>;
  readonly made: MadeDraws;
}

let last: Kept | undefined;

/** The plan of a question: the last one is kept, since choosing, weighing and reasons ask for the same one again. */
export const planFor = async (
  question: PlanQuestion,
  report: Report,
): Promise<Kept['plan'] & Pick<Kept, 'made'>> => {
  const { document, sheets, draws, seed } = question;
  const key = hashOf({ document, sheets, draws, seed });
  const run = runOf(question, report);
  if (last?.key !== key) last = { key, plan: await planned({ document, sheets }, run), made: new Map() };
  const { progress } = run;
  return {
    ...last.plan,
    made: last.made,
    run: { ...last.plan.run, ...(progress === undefined ? {} : { progress }) },
  };
};
