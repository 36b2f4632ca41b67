// Backward differences of a solution on an even grid of steps, as the formulas of variable order need them.
import type { DoubleField, Kernels } from '../kernels/kernels.ts';
import { alpha, gamma, highestOrder } from './numerical-differentiation.ts';

/** Rows 0 to order + 2, each of `stride` doubles, of which the first are those of the system. */
export interface DifferenceTable {
  readonly kernels: Kernels;
  readonly stride: number;
  readonly rows: DoubleField;
  readonly mixed: DoubleField;
  readonly weights: DoubleField;
}

const highest = highestOrder + 2;

/** A table of zeros for a system of this size; `stride` is the size rounded up to what kernels work on at once. */
export const createTable = (kernels: Kernels, size: number): DifferenceTable => {
  const stride = Math.ceil(size / 8) * 8;
  return {
    kernels,
    stride,
    rows: kernels.doubles((highest + 1) * stride),
    mixed: kernels.doubles((highestOrder + 1) * stride),
    weights: kernels.doubles((highestOrder + 1) ** 2),
  };
};

/** Byte offset of a row. */
export const rowOf = ({ rows, stride }: DifferenceTable, row: number): number =>
  rows.offset + 8 * stride * row;

/** Sums of the rows 0 to order by weights, [sums · (order + 1)], one after the other from `out`. */
const mix = (table: DifferenceTable, order: number, weights: readonly number[], out: number): void => {
  const { kernels, rows, stride } = table;
  const [given, made] = [order + 1, weights.length / (order + 1)];
  table.weights.data.set(weights);
  kernels.run.mixRows(out, rows.offset, table.weights.offset, given, made, stride, stride);
};

/** Weights that turn differences at steps h into those at steps factor × h, for rows 0 to order. */
const weightsOf = (order: number, factor: number): number[][] => {
  const rows = [Array.from({ length: order + 1 }, () => 1)];
  for (let i = 1; i <= order; i++) {
    rows.push(rows[i - 1].map((above, j) => (j === 0 ? 0 : (above * (i - 1 - factor * j)) / i)));
  }
  return rows;
};

const product = (a: readonly number[][], b: readonly number[][]): number[][] =>
  a.map((row) => b.map((_, j) => row.reduce((sum, value, k) => sum + value * b[k][j], 0)));

/** Re-expresses the table for steps factor × h, in place. */
export const rescale = (table: DifferenceTable, order: number, factor: number): void => {
  const weights = product(weightsOf(order, factor), weightsOf(order, 1));
  const transposed = weights.map((_, j) => weights.map((row) => row[j]));
  mix(table, order, transposed.flat(), table.mixed.offset);
  table.rows.data.set(table.mixed.data.subarray(0, (order + 1) * table.stride));
};

/** Takes the correction of an accepted step into the table. */
export const advance = (table: DifferenceTable, order: number, correction: DoubleField): void => {
  const { kernels, rows, stride } = table;
  kernels.run.advanceRows(rows.offset, correction.offset, order, stride, stride);
};

/** The prediction of the next step and the part of its formula that is known, one after the other from `out`. */
export const predict = (table: DifferenceTable, order: number, out: number): void => {
  const all = gamma.slice(0, order + 1);
  mix(table, order, [...all.map(() => 1), ...all.map((weight) => weight / alpha[order])], out);
};

/** The interpolating polynomial through the last points, whose newest is at `end`. */
export const interpolate = (
  table: DifferenceTable,
  { order, end, step }: { readonly order: number; readonly end: number; readonly step: number },
  time: number,
  out: Float64Array,
): void => {
  const weights = [1];
  for (let i = 0; i < order; i++) weights.push((weights[i] * (time - (end - step * i))) / (step * (1 + i)));
  mix(table, order, weights, table.mixed.offset);
  out.set(table.mixed.data.subarray(0, out.length));
};
