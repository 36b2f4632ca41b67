import {
  mean,
  morrisEffects,
  quantiles,
  sobolIndices,
  variance,
  type MorrisEffect,
  type SobolIndices,
} from '@percuta/numerics';
import type { StudyRow } from './chunk.ts';
import type { Cell } from './column.ts';
import { layOut } from './lay-out.ts';
import { columnName, outputsOf, type Study } from './study.ts';

/** What a study says of one output, in the unit it is written with. */
export interface OutputSummary {
  readonly output: string;
  /** Empty for plain numbers. */
  readonly unit: string;
  /** Rows that have a number. */
  readonly rows: number;
  readonly mean?: number;
  readonly standard_deviation?: number;
  readonly low?: number;
  readonly median?: number;
  readonly high?: number;
  /** By column; per whole range of the column. */
  readonly morris?: Readonly<Record<string, MorrisEffect>>;
  readonly sobol?: Readonly<Record<string, SobolIndices>>;
  /** Why there is no sensitivity. */
  readonly note?: string;
}

const pattern = /^([+-]?\d+(?:\.\d+)?(?:e[+-]?\d+)?)(?:\s+(.*))?$/i;

/** A written value as a number and its unit; undefined where it is no number. */
export const numberOf = (
  cell: Cell | null,
): { readonly value: number; readonly unit: string } | undefined => {
  if (typeof cell === 'number') return { value: cell, unit: '' };
  if (typeof cell !== 'string') return undefined;
  const [, value, unit = ''] = pattern.exec(cell) ?? [];
  return value === undefined ? undefined : { value: Number(value), unit };
};

const byColumn = <T>({ columns }: Study, values: readonly T[]): Record<string, T> => {
  const record: Record<string, T> = {};
  values.forEach((value, k) => {
    const column = columns[k];
    if (column !== undefined) record[columnName(column)] = value;
  });
  return record;
};

const sensitivity = (study: Study, y: Float64Array): Partial<OutputSummary> => {
  if (study.design.kind === 'morris') {
    return { morris: byColumn(study, morrisEffects(layOut(study).points ?? [], y)) };
  }
  if (study.design.kind !== 'sobol') return {};
  return { sobol: byColumn(study, sobolIndices(y, study.columns.length, study.design.seed)) };
};

/** Yes and no count as 1 and 0, so that a mean is a share. */
const counted = (cell: Cell | null): ReturnType<typeof numberOf> =>
  typeof cell === 'boolean' ? { value: cell ? 1 : 0, unit: '' } : numberOf(cell);

const asksForAll = ({ design }: Study): boolean => design.kind === 'sobol' || design.kind === 'morris';

const summaryOf = (study: Study, rows: readonly StudyRow[], output: string): OutputSummary => {
  const found = rows.map((row) => counted(row.outputs[output] ?? null));
  const numbers = found.filter((one) => one !== undefined);
  const units = new Set(numbers.map(({ unit }) => unit));
  const [unit = ''] = units;
  const head = { output, unit, rows: numbers.length };
  if (units.size > 1) return { ...head, note: `not one unit but ${[...units].join(', ')}` };
  if (numbers.length < 2) return { ...head, note: 'fewer than two rows have a number' };
  const y = new Float64Array(numbers.map(({ value }) => value));
  const [low = 0, median = 0, high = 0] = quantiles(y, [0.05, 0.5, 0.95]);
  const spread = { mean: mean(y), standard_deviation: Math.sqrt(variance(y)), low, median, high };
  if (!asksForAll(study)) return { ...head, ...spread };
  const missing = rows.length - numbers.length;
  return missing === 0
    ? { ...head, ...spread, ...sensitivity(study, y) }
    : { ...head, ...spread, note: `no sensitivity: ${missing} of ${rows.length} rows have no number` };
};

/** Mean, spread and, for Morris and Sobol designs, the sensitivity of every output; `rows` are all rows in order. */
export const summariseStudy = (study: Study, rows: readonly StudyRow[]): OutputSummary[] =>
  outputsOf(study).map(({ name }) => summaryOf(study, rows, name));
