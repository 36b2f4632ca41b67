import { expect, test } from 'vitest';
import { log } from '../math/exponential/log.ts';
import { createKernels } from '../kernels/kernels.ts';
import { advance, createTable, predict, rescale, type DifferenceTable } from './difference-table.ts';
import { createNewton, solveStage } from './newton.ts';
import { alpha } from './numerical-differentiation.ts';
import type { StiffSystem } from './stiff-system.ts';

// y' = −y², y = 1/(1 + t): smooth, and no formula is exact on it.
const exact = (time: number): number => 1 / (1 + time);

const system = (): StiffSystem => {
  let slope = 0;
  let divisor = 1;
  return {
    size: 1,
    rates: (y, out) => (out[0] = -y[0] * y[0]),
    linearise: (y) => (slope = -2 * y[0]),
    factor: (c) => (divisor = 1 - c * slope),
    solve: (b) => (b[0] /= divisor),
  };
};

const tableOf = (differences: readonly number[]): DifferenceTable => {
  const table = createTable(createKernels('f64'), 1);
  differences.forEach((value, i) => (table.rows.data[i * table.stride] = value));
  return table;
};

const pastOf = (order: number, time: number, h: number): DifferenceTable => {
  let row = Array.from({ length: order + 1 }, (_, i) => exact(time - i * h));
  return tableOf(
    Array.from({ length: order + 1 }, () => {
      const [first] = row;
      row = row.slice(1).map((value, j) => row[j] - value);
      return first;
    }),
  );
};

/** Error of one step of the formula whose past is exact. */
const stepError = (order: number, h: number): number => {
  const problem = system();
  const time = 1;
  const table = pastOf(order, time, h);
  const newton = createNewton(table.kernels, 1, table.stride);
  predict(table, order, newton.predictedAndPsi.offset);
  const c = h / alpha[order];
  problem.linearise(Float64Array.from(newton.predictedAndPsi.data.subarray(0, 1)));
  problem.factor(c);
  solveStage(newton, problem, { c, weight: 1 }, { relative: 1e-26, absolute: 1e-13 });
  advance(table, order, newton.correction);
  return Math.abs(table.rows.data[0] - exact(time + h));
};

test.each([1, 2, 3, 4, 5])('a step of order %i misses by the power %i + 1 of its length', (order) => {
  const longest = order < 4 ? 0.02 : 0.08;
  const errors = [1, 2, 4].map((parts) => stepError(order, longest / parts));
  // The leading term rules: 0.25 is what the next one still adds at the longest step of the highest orders.
  expect(Math.abs(log(errors[1] / errors[2]) / log(2) - (order + 1))).toBeLessThan(order < 4 ? 0.1 : 0.3);
  expect(errors[0]).toBeGreaterThan(errors[1]);
});

test.each([1, 2, 3, 4, 5])('differences of order %i keep a polynomial when the step changes', (order) => {
  const at = (time: number): number => time ** order - 2 * time;
  const differences = (h: number): number[] => {
    let row = Array.from({ length: order + 1 }, (_, i) => at(3 - i * h));
    return Array.from({ length: order + 1 }, () => {
      const [first] = row;
      row = row.slice(1).map((value, j) => row[j] - value);
      return first;
    });
  };
  const table = tableOf(differences(0.5));
  rescale(table, order, 0.3);
  differences(0.15).forEach((expected, i) => {
    expect(table.rows.data[i * table.stride]).toBeCloseTo(expected, 10);
  });
});
