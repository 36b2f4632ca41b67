import { fileURLToPath } from 'node:url';
import { defaultRun, validatePuncture, type Validation } from '@percuta/engine';
import { exitCode } from '../exit-code.ts';
import { readJson } from '../input.ts';
import { jsonText, print } from '../output.ts';
import { table } from '../table.ts';
import { armsText } from '../validate/arms-text.ts';
import { isArmsFile, validateArms } from '../validate/validate-arms.ts';

const ownRows = fileURLToPath(new URL('../../../../validation/puncture/measurements.json', import.meta.url));

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

/** Holds predictions against the measurements of each file: rows of the puncture model, or arms of studies. */
export const validate = (files: readonly string[], { json }: { readonly json?: boolean }): number => {
  const documents = (files.length === 0 ? [ownRows] : files).map(readJson);
  const arms = documents.filter(isArmsFile).map(validateArms);
  const rows = documents
    .filter((document) => !isArmsFile(document))
    .map((document) => validatePuncture(document, defaultRun));
  const result: Validation = {
    checks: rows.flatMap(({ checks }) => checks),
    notScored: rows.flatMap(({ notScored }) => notScored),
  };
  if (json === true) print(jsonText({ ...result, ...(arms.length === 0 ? {} : { arms }) }));
  else print([...(rows.length === 0 ? [] : [textOf(result)]), ...arms.map(armsText)].join('\n\n'));
  // A miss of the model is a finding, not a failure of the command.
  return exitCode.planned;
};
