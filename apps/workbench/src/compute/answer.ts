import { renderCourse, renderPlan } from '@percuta/document';
import {
  checkFinalists,
  chooseCourse,
  chosenCourse,
  defaultRun,
  differences,
  engineVersion,
  letterOf,
  manifestOfPlan,
  planCourse,
  readCase,
  readManifest,
  reportManifestOf,
  reportOf,
  sheetsOfCase,
  shortlistOf,
  totalInfluences,
  validatePuncture,
  verifyEngine,
  writeChosenCourse,
  type Plan,
  type Run,
} from '@percuta/engine';
import { readDeviceSheet } from '@percuta/evidence';
import { emulatorsAmong, emulatorsOf } from './emulators.ts';
import { answerGrid, answerLab } from './lab/answer-lab.ts';
import type {
  Answers,
  ChosenAnswer,
  Lettered,
  PlanAnswer,
  PlanQuestion,
  Question,
  Replay,
} from './messages.ts';
import type { Report } from './report.ts';

const platform = 'browser';

const shownOf = (plan: Plan): Lettered[] =>
  plan.status === 'refused'
    ? []
    : shortlistOf(plan).map(({ candidate }, i) => ({ letter: letterOf(i), candidate }));

interface Given {
  readonly document: unknown;
  readonly sheets: readonly unknown[];
  /** Left out, those that the site has for the sheets are taken. */
  readonly emulators?: readonly unknown[] | undefined;
}

/** Courses with heat that are recomputed with the whole model, as many as the command line does. */
const finalists = 4;

const planned = async ({ document, sheets, emulators }: Given, given: Run) => {
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

const answerPlan = async (question: PlanQuestion, report: Report): Promise<PlanAnswer> => {
  const { plan, manifest } = await planned(question, runOf(question, report));
  const printed = reportManifestOf(manifest);
  return {
    status: plan.status,
    report: reportOf(plan, printed),
    shown: shownOf(plan),
    skin: plan.status === 'refused' ? undefined : plan.skin,
    manifest,
    html: renderPlan(plan, printed),
  };
};

const answerChoice = async (
  question: Extract<Question, { kind: 'choose' }>,
  report: Report,
): Promise<ChosenAnswer> => {
  const { plan, run, manifest } = await planned(question, runOf(question, report));
  const chosen = chooseCourse(plan, question.course);
  const influences = plan.status === 'refused' ? [] : totalInfluences(plan, chosen, run.overrides);
  const note = { reason: question.reason === '' ? undefined : question.reason, influences };
  const origin = reportManifestOf(manifest);
  const content = chosenCourse(plan, chosen, note, origin);
  return {
    summary: content.summary,
    html: renderCourse(content),
    json: `${JSON.stringify(writeChosenCourse(plan, chosen, note, origin), undefined, 2)}\n`,
  };
};

const answerReplay = async (given: unknown, report: Report): Promise<Replay> => {
  const manifest = readManifest(given);
  if (manifest.command !== 'plan') return { kind: 'other command' };
  const { inputs, seed, draws, finalists: checked = 0 } = manifest;
  const overrides = Object.fromEntries(
    manifest.parameters.flatMap(({ name, overridden }) =>
      overridden === undefined ? [] : [[name, overridden]],
    ),
  );
  const run: Run = {
    seed,
    draws,
    overrides,
    finalists: checked,
    progress: (done, total, what) => report({ done, total, what }),
  };
  const { manifest: now } = await planned({ ...inputs, emulators: inputs.emulators ?? [] }, run);
  return {
    kind: 'compared',
    engine: manifest.engine,
    own: engineVersion,
    differing: differences(manifest, now),
  };
};

/** Answers one question of the page. Throws what the engine throws. */
export const answer = async (question: Question, report: Report): Promise<Answers[Question['kind']]> => {
  switch (question.kind) {
    case 'plan':
      return answerPlan(question, report);
    case 'choose':
      return answerChoice(question, report);
    case 'replay':
      return answerReplay(question.manifest, report);
    case 'lab':
      return answerLab(question, report);
    case 'grid file':
      return answerGrid(question);
    case 'verify':
      return verifyEngine();
    case 'validate':
      return validatePuncture(question.measurements, defaultRun);
  }
};
