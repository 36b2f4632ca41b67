import { renderCourse, renderPlan } from '@percuta/document';
import {
  catalogueSheets,
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
  shortlistOf,
  totalInfluences,
  validatePuncture,
  verifyEngine,
  writeChosenCourse,
  type Plan,
  type Run,
} from '@percuta/engine';
import { readDeviceSheet } from '@percuta/evidence';
import type {
  Answers,
  ChosenAnswer,
  Lettered,
  PlanAnswer,
  PlanQuestion,
  Progress,
  Question,
  Replay,
} from './messages.ts';

type Report = (progress: Progress) => void;

const platform = 'browser';

const shownOf = (plan: Plan): Lettered[] =>
  plan.status === 'refused'
    ? []
    : shortlistOf(plan).map(({ candidate }, i) => ({ letter: letterOf(i), candidate }));

const planned = (document: unknown, sheets: readonly unknown[], run: Run) => {
  const given = readCase(document);
  const all = [...sheets.map((sheet) => readDeviceSheet(sheet)), ...catalogueSheets(given)];
  const plan = planCourse(given, all, run);
  return { plan, manifest: manifestOfPlan(plan, all, run, { document, sheets }, platform) };
};

const runOf = ({ draws, seed }: PlanQuestion, report: Report): Run => ({
  ...defaultRun,
  draws,
  seed,
  progress: (done, total, what) => report({ done, total, what }),
});

const answerPlan = (question: PlanQuestion, report: Report): PlanAnswer => {
  const { plan, manifest } = planned(question.document, question.sheets, runOf(question, report));
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

const answerChoice = (question: Extract<Question, { kind: 'choose' }>, report: Report): ChosenAnswer => {
  const run = runOf(question, report);
  const { plan, manifest } = planned(question.document, question.sheets, run);
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

const answerReplay = (given: unknown, report: Report): Replay => {
  const manifest = readManifest(given);
  if (manifest.command !== 'plan') return { kind: 'other command' };
  const { inputs, seed, draws } = manifest;
  const overrides = Object.fromEntries(
    manifest.parameters.flatMap(({ name, overridden }) =>
      overridden === undefined ? [] : [[name, overridden]],
    ),
  );
  const run: Run = { seed, draws, overrides, progress: (done, total, what) => report({ done, total, what }) };
  const now = planned(inputs.document, inputs.sheets, run).manifest;
  return {
    kind: 'compared',
    engine: manifest.engine,
    own: engineVersion,
    differing: differences(manifest, now),
  };
};

/** Answers one question of the page. Throws what the engine throws. */
export const answer = (question: Question, report: Report): Answers[Question['kind']] => {
  switch (question.kind) {
    case 'plan':
      return answerPlan(question, report);
    case 'choose':
      return answerChoice(question, report);
    case 'replay':
      return answerReplay(question.manifest, report);
    case 'verify':
      return verifyEngine();
    case 'validate':
      return validatePuncture(question.measurements, defaultRun);
  }
};
