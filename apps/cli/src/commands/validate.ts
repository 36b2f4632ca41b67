import { fileURLToPath } from 'node:url';
import {
  defaultRun,
  isHealRecordFile,
  validateHealing,
  validatePuncture,
  type Validation,
} from '@percuta/engine';
import { exitCode } from '../exit-code.ts';
import { readJson } from '../input.ts';
import { jsonText, print } from '../output.ts';
import { progressLine } from '../progress.ts';
import { table } from '../table.ts';
import { armsText } from '../validate/arms-text.ts';
import { healRowsText } from '../validate/heal-rows-text.ts';
import { isArmsFile, validateArms } from '../validate/validate-arms.ts';

const own = (name: string): string =>
  fileURLToPath(new URL(`../../../../validation/${name}/measurements.json`, import.meta.url));

/** Rows of this repository that a name stands for; anything else is a file. */
const named: Readonly<Record<string, string>> = { puncture: own('puncture'), heal: own('heal') };

/** Draws of healing; each heals every wound of a file. */
const healDraws = 50;

const wrapAt = 60;
const short = (text: string): string => (text.length > wrapAt ? `${text.slice(0, wrapAt - 1)}…` : text);

const textOf = ({ checks, notScored }: Validation): string => {
  const rows = checks.map(({ id, passed, value, low, high, expected, unit, criterion, quantity }) => [
    passed ? 'ok' : 'MISS',
    id,
    short(quantity),
    `${value} (${low} to ${high})`,
    String(expected),
    unit,
    criterion,
  ]);
  const misses = checks.filter(({ passed }) => !passed).length;
  return [
    table(['', 'row', 'quantity', 'predicted median (5 to 95 %)', 'measured', 'unit', 'criterion'], rows),
    `${checks.length - misses} of ${checks.length} are met.`,
    ...(notScored.length === 0
      ? []
      : [
          `Without a verdict:\n${notScored.map(({ id, quantity, because }) => `  ${id} ${quantity}: ${because}`).join('\n')}`,
        ]),
  ].join('\n\n');
};

/** Records of healing at calibrated draws. */
const validateRecords = (document: unknown) => {
  const progress = progressLine();
  const result = validateHealing(document, { seed: 0, progress: progress.step }, healDraws);
  progress.end();
  return result;
};

/**
 * Holds predictions against the measurements of each file or named set: rows of the puncture model, records of healing
 * skin, or arms of studies.
 */
export const validate = (files: readonly string[], { json }: { readonly json?: boolean }): number => {
  const names = files.length === 0 ? ['puncture'] : files;
  const documents = names.map((name) => readJson(named[name] ?? name));
  const healing = documents.filter(isHealRecordFile).map(validateRecords);
  const arms = documents.filter(isArmsFile).map(validateArms);
  const rows = documents
    .filter((document) => !isArmsFile(document) && !isHealRecordFile(document))
    .map((document) => validatePuncture(document, defaultRun));
  const result: Validation = {
    checks: rows.flatMap(({ checks }) => checks),
    notScored: rows.flatMap(({ notScored }) => notScored),
  };
  if (json === true) {
    print(
      jsonText({
        ...result,
        ...(healing.length === 0 ? {} : { healing }),
        ...(arms.length === 0 ? {} : { arms }),
      }),
    );
  } else {
    const texts = [
      ...(rows.length === 0 ? [] : [textOf(result)]),
      ...healing.map(healRowsText),
      ...arms.map(armsText),
    ];
    print(texts.join('\n\n'));
  }
  // A miss of the model is a finding, not a failure of the command.
  return exitCode.planned;
};
