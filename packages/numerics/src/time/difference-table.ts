// Backward differences of a solution on an even grid of steps, as the formulas of variable order need them.

/** Rows 0 to order + 2, each the size of the system. */
export type DifferenceTable = readonly Float64Array[];

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
  const column = new Float64Array(order + 1);
  for (let n = 0; n < table[0].length; n++) {
    for (let i = 0; i <= order; i++) column[i] = table[i][n];
    for (let j = 0; j <= order; j++) {
      let sum = 0;
      for (let i = 0; i <= order; i++) sum += weights[i][j] * column[i];
      table[j][n] = sum;
    }
  }
};

/** Takes the correction of an accepted step into the table. */
export const advance = (table: DifferenceTable, order: number, correction: Float64Array): void => {
  for (let n = 0; n < correction.length; n++) {
    table[order + 2][n] = correction[n] - table[order + 1][n];
    table[order + 1][n] = correction[n];
    for (let i = order; i >= 0; i--) table[i][n] += table[i + 1][n];
  }
};

/** The interpolating polynomial through the last points, whose newest is at `end`. */
export const interpolate = (
  table: DifferenceTable,
  { order, end, step }: { readonly order: number; readonly end: number; readonly step: number },
  time: number,
  out: Float64Array,
): void => {
  out.set(table[0]);
  let weight = 1;
  for (let i = 0; i < order; i++) {
    weight *= (time - (end - step * i)) / (step * (1 + i));
    const row = table[i + 1];
    for (let n = 0; n < out.length; n++) out[n] += weight * row[n];
  }
};
