import { fileURLToPath } from 'node:url';
import {
  defaultRun,
  isHealRecordFile,
  isHeatMeasurements,
  validateHeat,
  validatePuncture,
  type HeatValidation,
  type Validation,
} from '@percuta/engine';
import { exitCode } from '../exit-code.ts';
import { readJson } from '../read-json.ts';
import { jsonText, print } from '../output.ts';
import { progressLine } from '../progress.ts';
import { table } from '../table.ts';
import { armsText } from '../validate/arms-text.ts';
import { healRowsText } from '../validate/heal-rows-text.ts';
import { heatRowsText } from '../validate/heat-rows-text.ts';
import { isArmsFile, validateArms } from '../validate/validate-arms.ts';
import { validateHealed } from '../validate/validate-healed.ts';

const own = (name: string): string =>
  fileURLToPath(new URL(`../../../../validation/${name}/measurements.json`, import.meta.url));

/** Rows of this repository that a name stands for; anything else is a file. */
const named: Readonly<Record<string, string>> = Object.fromEntries(
  ['puncture', 'heat', 'heal'].map((name) => [name, own(name)]),
);

/** Draws of heat cases; each solves every run of a case. */
const heatDraws = 6;

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

const validateHeated = (document: unknown): HeatValidation => {
  const line = progressLine();
  const result = validateHeat(document, { draws: heatDraws, seed: 1 }, { progress: line.step });
  line.end();
  return result;
};

/**
 * Holds predictions against the measurements of each file or named set: rows of the puncture model, measurements of
 * heated tissue, records of healing skin, or arms of studies.
 */
export const validate = (files: readonly string[], { json }: { readonly json?: boolean }): number => {
  const names = files.length === 0 ? ['puncture'] : files;
  const documents = names.map((name) => readJson(named[name] ?? name));
  const heated = documents.filter(isHeatMeasurements).map(validateHeated);
  const healed = documents.filter(isHealRecordFile).map(validateHealed);
  const arms = documents.filter(isArmsFile).map(validateArms);
  const rows = documents
    .filter((document) => ![isArmsFile, isHeatMeasurements, isHealRecordFile].some((is) => is(document)))
    .map((document) => validatePuncture(document, defaultRun));
  const result: Validation = {
    checks: rows.flatMap(({ checks }) => checks),
    notScored: rows.flatMap(({ notScored }) => notScored),
  };
  if (json === true) {
    print(
      jsonText({
        ...result,
        ...(heated.length === 0 ? {} : { heated }),
        ...(healed.length === 0 ? {} : { healed }),
        ...(arms.length === 0 ? {} : { arms }),
      }),
    );
  } else
    print(
      [
        ...(rows.length === 0 ? [] : [textOf(result)]),
        ...heated.map(heatRowsText),
        ...healed.map(healRowsText),
        ...arms.map(armsText),
      ].join('\n\n'),
    );
  // A miss of the model is a finding, not a failure of the command.
  return exitCode.planned;
};
