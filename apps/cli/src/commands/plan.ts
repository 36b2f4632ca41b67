import { renderCourse, renderPlan } from '@percuta/document';
import {
  BadInput,
  checkFinalists,
  chooseCourse,
  chosenCourse,
  explainPlan,
  planCourse,
  readReason,
  readCase,
  receiptOfPlan,
  reportManifestOf,
  sheetsOfCase,
  totalInfluences,
  valueOfMeasurement,
  writeChosenCourse,
  writeReasons,
  type Inputs,
  type Manifest,
  type Plan,
  type Run,
} from '@percuta/engine';
import { exitCode } from '../exit-code.ts';
import { emulatorsBeside } from '../heat/emulator-files.ts';
import { readCaseFile, readSheet, sheetFilesOf } from '../input.ts';
import { readJson } from '../read-json.ts';
import { checkFolder, jsonLines, jsonText, print, writeFiles } from '../output.ts';
import { measurementText, readError, writeMeasurement } from '../plan/measurement-text.ts';
import { reasonsText } from '../plan/reasons-text.ts';
import { closingText, tradeOffText } from '../plan-text.ts';
import { platform } from '../host/platform.ts';
import { progressLine } from '../progress.ts';
import { runOf, type RunFlags } from '../run-options.ts';

const codes: Readonly<Record<Plan['status'], number>> = {
  planned: exitCode.planned,
  'no safe plan': exitCode.noSafePlan,
  refused: exitCode.refused,
};

export interface PlanFlags extends RunFlags {
  readonly choose?: string;
  readonly reason?: string;
  readonly ifMeasured?: string;
  readonly recompute: number;
  /** False leaves out the reasons. */
  readonly reasons: boolean;
}

/** The reason of a choice; throws BadInput for one without a choice or without a word. */
const reasonOf = ({ choose, reason }: PlanFlags): string | undefined => {
  if (reason === undefined) return undefined;
  const path = '--reason';
  if (choose === undefined) {
    const problem = 'is a reason for nothing';
    throw new BadInput([{ path, given: reason, problem, remedy: 'add --choose COURSE' }]);
  }
  const read = readReason(reason, path);
  if (read !== undefined) return read;
  throw new BadInput([
    { path, given: 'nothing', problem: 'says nothing', remedy: 'say why, or leave it out' },
  ]);
};

interface Choice {
  readonly choose: string | undefined;
  readonly reason: string | undefined;
}

/** The files of a chosen course; none where no choice was made. */
const courseFiles = (
  planned: Plan,
  manifest: Manifest,
  run: Run,
  { choose, reason }: Choice,
): Record<string, string> => {
  if (choose === undefined) return {};
  const chosen = chooseCourse(planned, choose);
  const influences = planned.status === 'refused' ? [] : totalInfluences(planned, chosen, run.overrides);
  const note = { reason, influences };
  const origin = reportManifestOf(manifest);
  return {
    'course.json': jsonText(writeChosenCourse(planned, chosen, note, origin)),
    'course.html': renderCourse(chosenCourse(planned, chosen, note, origin)),
  };
};

export const plan = (file: string, flags: PlanFlags): number => {
  const reason = reasonOf(flags);
  const folder = flags.out ?? (flags.json === true ? undefined : 'percuta-plan');
  if (folder !== undefined) checkFolder(folder);
  const error = flags.ifMeasured === undefined ? undefined : readError(flags.ifMeasured);
  const document = readCaseFile(file, flags.set);
  const given = readCase(document);
  const ownSheets = flags.device.map(readJson);
  const sheets = [...ownSheets.map(readSheet), ...sheetsOfCase(given)];
  const emulators = emulatorsBeside([...flags.device, ...sheetFilesOf(file)]);
  const progress = progressLine();
  const run: Run = {
    ...runOf(flags, progress.step),
    emulators: emulators.map(({ trained }) => trained),
    ...(emulators.length === 0 ? {} : { finalists: flags.recompute }),
  };
  const tradeOff = planCourse(given, sheets, run);
  progress.end();
  if (flags.json !== true) print(`${tradeOffText(tradeOff)}\n`);
  if (flags.choose !== undefined) chooseCourse(tradeOff, flags.choose);
  const planned = checkFinalists(tradeOff, run);
  const inputs: Inputs = {
    document,
    sheets: ownSheets,
    ...(emulators.length === 0 ? {} : { emulators: emulators.map((one) => one.document) }),
  };
  const { written: content, manifest } = receiptOfPlan(planned, sheets, run, inputs, platform);
  const written = jsonLines(content);
  progress.end();
  const reasons = folder === undefined || !flags.reasons ? undefined : explainPlan(planned, run);
  progress.end();
  const value = error === undefined ? undefined : valueOfMeasurement(given, sheets, run, { error });
  const course = courseFiles(planned, manifest, run, { choose: flags.choose, reason });
  const files =
    folder === undefined
      ? []
      : writeFiles(folder, {
          'report.html': renderPlan(planned, reportManifestOf(manifest), reasons),
          ...(reasons === undefined ? {} : { 'reasons.json': jsonText(writeReasons(reasons)) }),
          'plan.json': written,
          'manifest.json': jsonText(manifest),
          ...course,
          ...(value === undefined ? {} : { 'measurement.json': jsonText(writeMeasurement(value)) }),
        });
  if (flags.json === true) print(written);
  else {
    if (reasons !== undefined) print(`${reasonsText(reasons)}\n`);
    if (value !== undefined) print(`${measurementText(value)}\n`);
    print(closingText(planned, files));
  }
  return codes[planned.status];
};
