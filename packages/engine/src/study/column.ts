import { exp, log, normalCdf, normalQuantile } from '@percuta/numerics';
import { z } from 'zod';

const amount = z.union([z.string().min(1), z.number()]);

/** One thing that a study varies: a field of the base or a parameter, over a list of values or a range. */
export const columnSchema = z.strictObject({
  name: z.string().min(1).optional().describe('heads the results; the path or parameter when left out'),
  path: z.string().min(1).optional().describe('field of the base, as in --set: device.depth'),
  parameter: z.string().min(1).optional().describe('parameter of the model, as in --parameter'),
  values: z
    .array(z.union([z.string(), z.number(), z.boolean()]))
    .min(1)
    .optional(),
  weights: z.array(z.number().positive()).optional().describe('how often each of the values is drawn'),
  from: amount.optional().describe('quantities as text with their unit'),
  to: amount.optional(),
  steps: z.int().min(2).max(100_000).optional().describe('values of a range in a grid, both ends included'),
  scale: z.enum(['linear', 'log']).optional().describe('how a range is divided; linear when left out'),
  mean: amount.optional().describe('with sd: normal within the range instead of even'),
  sd: amount.optional(),
});

export type Column = z.output<typeof columnSchema>;
export type Cell = string | number | boolean;

interface Fault {
  readonly field?: keyof Column;
  readonly fault: string;
}

/** A number with whatever unit follows it. */
interface Amount {
  readonly value: number;
  readonly unit: string;
}

const pattern = /^([+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)\s*(.*)$/i;

const amountOf = (given: string | number): Amount | undefined => {
  if (typeof given === 'number') return { value: given, unit: '' };
  const [, value, unit = ''] = pattern.exec(given.trim()) ?? [];
  return value === undefined ? undefined : { value: Number(value), unit };
};

const targetFaults = ({ path, parameter }: Column): Fault[] =>
  (path === undefined) === (parameter === undefined) ? [{ fault: 'needs either path or parameter' }] : [];

const listFaults = ({ values, weights }: Column): Fault[] =>
  weights === undefined || weights.length === values?.length
    ? []
    : [{ field: 'weights', fault: 'need one number for each of values' }];

const amountFields = ['from', 'to', 'mean', 'sd'] as const;

const amountFaults = (column: Column): Fault[] => {
  const unit = column.from === undefined ? undefined : amountOf(column.from)?.unit;
  return amountFields.flatMap((field) => {
    const given = column[field];
    if (given === undefined) return [];
    const read = amountOf(given);
    if (read === undefined) return [{ field, fault: 'is not a number with its unit, as "1.5 mm"' }];
    return read.unit === unit
      ? []
      : [{ field, fault: `has to be in the unit of from, ${unit || 'a number'}` }];
  });
};

const rangeFaults = (column: Column, isGrid: boolean): Fault[] => {
  const { scale, steps, mean, sd } = column;
  const [from, to, spread] = [column.from, column.to, sd].map((one) =>
    one === undefined ? undefined : amountOf(one)?.value,
  );
  if (from === undefined || to === undefined) return [];
  return [
    ...(from < to ? [] : [{ field: 'to' as const, fault: 'has to be above from' }]),
    ...(scale === 'log' && from <= 0
      ? [{ field: 'from' as const, fault: 'has to be above 0 on a log scale' }]
      : []),
    ...(isGrid && steps === undefined
      ? [{ field: 'steps' as const, fault: 'is missing: a grid needs it' }]
      : []),
    ...((mean === undefined) === (sd === undefined) ? [] : [{ fault: 'needs mean and sd together' }]),
    ...(spread === undefined || spread > 0 ? [] : [{ field: 'sd' as const, fault: 'has to be above 0' }]),
    ...(scale === 'log' && mean !== undefined
      ? [{ field: 'scale' as const, fault: 'cannot be log with a mean' }]
      : []),
  ];
};

const formFaults = ({ values, from, to }: Column): Fault[] => {
  const ends = [from, to].filter((end) => end !== undefined).length;
  const isList = values !== undefined && ends === 0;
  const isRange = values === undefined && ends === 2;
  return isList || isRange ? [] : [{ fault: 'needs either values, or from and to' }];
};

/** What is wrong with the form of a column; empty when nothing is. */
export const checkColumn = (column: Column, isGrid: boolean): Fault[] => {
  const found = [
    ...targetFaults(column),
    ...formFaults(column),
    ...listFaults(column),
    ...amountFaults(column),
  ];
  return found.length > 0 ? found : rangeFaults(column, isGrid);
};

const picked = (values: readonly Cell[], weights: readonly number[] | undefined, u: number): Cell => {
  const shares = weights ?? values.map(() => 1);
  const total = shares.reduce((sum, weight) => sum + weight, 0);
  let reached = 0;
  const index = shares.findIndex((weight) => (reached += weight) > u * total);
  return values[index < 0 ? values.length - 1 : index] ?? '';
};

/** Digits of a value within a range: more than any dial has, and the same text on every host. */
const digits = 9;

const within = (u: number, low: number, high: number, column: Column): number => {
  if (column.scale === 'log') return exp(log(low) + u * (log(high) - log(low)));
  const mean = column.mean === undefined ? undefined : amountOf(column.mean)?.value;
  const sd = column.sd === undefined ? undefined : amountOf(column.sd)?.value;
  if (mean === undefined || sd === undefined) return low + u * (high - low);
  const below = normalCdf((low - mean) / sd);
  return mean + sd * normalQuantile(below + u * (normalCdf((high - mean) / sd) - below));
};

/** The value of a column at u in [0, 1]: the share u of its list, or the u-quantile of its range. */
export const cellAt = (column: Column, u: number): Cell => {
  if (column.values !== undefined) return picked(column.values, column.weights, u);
  const from = amountOf(column.from ?? '');
  const to = amountOf(column.to ?? '');
  if (from === undefined || to === undefined) throw new TypeError('a column without values needs a range');
  const isInner = u > 0 && u < 1;
  const end = u <= 0 ? from.value : to.value;
  const value = isInner ? Number(within(u, from.value, to.value, column).toPrecision(digits)) : end;
  return typeof column.from === 'number' ? value : `${value} ${from.unit}`.trim();
};

/** The values of a column in a grid: its list, or its range in even steps. */
export const gridCells = (column: Column): readonly Cell[] => {
  if (column.values !== undefined) return column.values;
  const { mean: _mean, sd: _sd, ...even } = column;
  const last = (column.steps ?? 2) - 1;
  return Array.from({ length: last + 1 }, (_, i) => cellAt(even, i / last));
};

/** The values at which a column is tried before a study begins: all of a list, both ends of a range. */
export const extremeCells = (column: Column): readonly Cell[] =>
  column.values ?? [cellAt(column, 0), cellAt(column, 1)];
