import { fileURLToPath } from 'node:url';
import { defaultRun, validatePuncture, type Validation } from '@percuta/engine';
import { exitCode } from '../exit-code.ts';
import { readJson } from '../input.ts';
import { jsonText, print } from '../output.ts';
import { table } from '../table.ts';

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

/** Holds predictions against the measurements of each file. */
export const validate = (files: readonly string[], { json }: { readonly json?: boolean }): number => {
  const results = (files.length === 0 ? [ownRows] : files).map((file) =>
    validatePuncture(readJson(file), defaultRun),
  );
  const result: Validation = {
    checks: results.flatMap(({ checks }) => checks),
    notScored: results.flatMap(({ notScored }) => notScored),
  };
  print(json === true ? jsonText(result) : textOf(result));
  // A miss of the model is a finding, not a failure of the command.
  return exitCode.planned;
};
