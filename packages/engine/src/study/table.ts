import type { StudyRow } from './chunk.ts';
import type { Cell } from './column.ts';
import { numberOf } from './summarise.ts';
import { columnName, outputsOf, type Study } from './study.ts';

const quoted = (text: string): string => (/[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** The unit that all numbers of a column share; undefined where they differ or there is none. */
const sharedUnit = (cells: readonly (Cell | null)[]): string | undefined => {
  const present = cells.filter((cell) => cell !== null);
  const units = new Set(present.map((cell) => numberOf(cell)?.unit));
  const [unit] = units;
  return units.size === 1 && unit !== '' ? unit : undefined;
};

interface Field {
  readonly name: string;
  readonly cells: readonly (Cell | null)[];
}

/** Numbers alone under a head that names their unit; all else as it is. */
const columnText = ({ name, cells }: Field): string[] => {
  const unit = sharedUnit(cells);
  const head = unit === undefined ? name : `${name} [${unit}]`;
  const body = cells.map((cell) => {
    if (cell === null) return '';
    return String(unit === undefined ? cell : (numberOf(cell)?.value ?? cell));
  });
  return [head, ...body].map(quoted);
};

/** The results as comma-separated values (RFC 4180): one line a row, units in the head. */
export const studyCsv = (study: Study, rows: readonly StudyRow[]): string => {
  const fields: Field[] = [
    { name: 'row', cells: rows.map(({ row }) => row) },
    { name: 'status', cells: rows.map(({ status }) => status) },
    ...study.columns
      .map(columnName)
      .map((name) => ({ name, cells: rows.map(({ inputs }) => inputs[name] ?? null) })),
    ...outputsOf(study).map(({ name }) => ({
      name,
      cells: rows.map(({ outputs }) => outputs[name] ?? null),
    })),
    { name: 'problem', cells: rows.map(({ problem }) => problem ?? null) },
  ];
  const columns = fields.map(columnText);
  return Array.from(
    { length: rows.length + 1 },
    (_, i) => `${columns.map((column) => column[i] ?? '').join(',')}\r\n`,
  ).join('');
};
