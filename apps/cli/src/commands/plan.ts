import { renderPlan } from '@percuta/document';
import {
  catalogueSheets,
  manifestOfPlan,
  planCourse,
  readCase,
  reportManifestOf,
  writePlan,
  type Inputs,
  type Plan,
} from '@percuta/engine';
import { exitCode } from '../exit-code.ts';
import { readCaseFile, readJson, readSheet } from '../input.ts';
import { jsonLines, jsonText, print, writeFiles } from '../output.ts';
import { planText } from '../plan-text.ts';
import { platform } from '../platform.ts';
import { progressLine } from '../progress.ts';
import { runOf, type RunFlags } from '../run-options.ts';

const codes: Readonly<Record<Plan['status'], number>> = {
  planned: exitCode.planned,
  'no safe plan': exitCode.noSafePlan,
  refused: exitCode.refused,
};

export const plan = (file: string, flags: RunFlags): number => {
  const document = readCaseFile(file, flags.set);
  const given = readCase(document);
  const ownSheets = flags.device.map(readJson);
  const sheets = [...ownSheets.map(readSheet), ...catalogueSheets(given)];
  const progress = progressLine();
  const run = runOf(flags, progress.step);
  const planned = planCourse(given, sheets, run);
  const inputs: Inputs = { document, sheets: ownSheets };
  const manifest = manifestOfPlan(planned, sheets, run, inputs, platform);
  const written = jsonLines(writePlan(planned));
  progress.end();
  const folder = flags.out ?? (flags.json === true ? undefined : 'percuta-plan');
  const files =
    folder === undefined
      ? []
      : writeFiles(folder, {
          'report.html': renderPlan(planned, reportManifestOf(manifest)),
          'plan.json': written,
          'manifest.json': jsonText(manifest),
        });
  print(flags.json === true ? written : planText(planned, files));
  return codes[planned.status];
};
