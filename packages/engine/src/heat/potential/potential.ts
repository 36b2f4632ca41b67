import type { Conduction } from '@percuta/numerics';
import type { HeatGrid } from '../grid/heat-grid.ts';
import type { Embedding } from '../grid/embed/embedding.ts';
import type { Medium } from '../grid/medium.ts';
import { seamsOf } from './seam.ts';
import type { Seam } from './seam.ts';
import { createSteady } from './steady.ts';
import type { Steady } from './steady.ts';
import type { Terminals } from './terminals.ts';

/** The potential of a grid with terminals: what is needed to solve it for any conductivity (heat.24). */
export interface PotentialModel {
  readonly grid: HeatGrid;
  readonly embedding: Embedding;
  readonly terminals: Terminals;
  readonly conduction: Conduction;
  readonly seams: readonly Seam[];
  readonly steady: Steady;
}

/** Solutions for one conductivity. */
export interface Bases {
  /** Potential of each cell with one group at 1 V, the others at 0; one for each group. */
  readonly fields: readonly Float64Array[];
  /** Current out of group m with group n at 1 V, S; symmetric, rows sum to 0. */
  readonly admittance: readonly (readonly number[])[];
  /** Current out of each terminal with group n at 1 V: terminals[t][n], S. */
  readonly terminalCurrents: readonly (readonly number[])[];
  readonly iterations: number;
}

/** `conduction`: over the grid, with the faces that current passes through. */
export const potentialModel = (
  { grid, medium: { ofCell } }: { readonly grid: HeatGrid; readonly medium: Medium },
  embedding: Embedding,
  terminals: Terminals,
  conduction: Conduction,
): PotentialModel => ({
  grid,
  embedding,
  terminals,
  conduction,
  seams: seamsOf(grid, ofCell),
  steady: createSteady(conduction),
});

/** Fills links and anchors for a conductivity and tells the solver. */
export const refreshPotential = ({ terminals, steady }: PotentialModel, sigma: Float64Array): void => {
  const anchor = new Float64Array(sigma.length);
  for (const { cells, weights } of terminals.list) {
    for (let n = 0; n < cells.length; n++) anchor[cells[n]] += sigma[cells[n]] * weights[n];
  }
  steady.refresh(sigma, anchor);
};

/** Current into the cells from each group at 1 V, A. */
const sourceOf = ({ grid, terminals }: PotentialModel, sigma: Float64Array, group: number): Float64Array => {
  const source = new Float64Array(grid.cells);
  for (const terminal of terminals.list) {
    if (terminal.group !== group) continue;
    const { cells, weights } = terminal;
    for (let n = 0; n < cells.length; n++) source[cells[n]] += sigma[cells[n]] * weights[n];
  }
  return source;
};

const currentOut = (
  { cells, weights }: { readonly cells: Int32Array; readonly weights: Float64Array },
  sigma: Float64Array,
  field: Float64Array,
  volts: number,
): number => {
  let current = 0;
  for (let n = 0; n < cells.length; n++) current += sigma[cells[n]] * weights[n] * (volts - field[cells[n]]);
  return current;
};

/** What is left of 1 V when all other groups have theirs. */
const restOf = (fields: readonly Float64Array[], cells: number): Float64Array => {
  const rest = new Float64Array(cells).fill(1);
  for (const field of fields) for (let cell = 0; cell < rest.length; cell++) rest[cell] -= field[cell];
  return rest;
};

/**
 * Solves all groups but the last, which follows since the fields sum to 1. `start`: fields to begin from.
 * Throws SolverFailed with the residuals.
 */
export const solveBases = (
  model: PotentialModel,
  sigma: Float64Array,
  tolerance: number,
  start?: readonly Float64Array[],
): Bases => {
  const { terminals } = model;
  const count = terminals.groups.length;
  refreshPotential(model, sigma);
  let iterations = 0;
  const solved = terminals.groups.slice(1).map((_, group) => {
    const found = model.steady.solve(sourceOf(model, sigma, group), start?.[group], tolerance);
    iterations += found.iterations;
    return found.value;
  });
  const fields = [...solved, restOf(solved, model.grid.cells)];
  const terminalCurrents = terminals.list.map((terminal) =>
    fields.map((field, n) => currentOut(terminal, sigma, field, terminal.group === n ? 1 : 0)),
  );
  const admittance = terminals.groups.map((_, m) =>
    Array.from({ length: count }, (__, n) =>
      terminals.list.reduce((sum, { group }, t) => (group === m ? sum + terminalCurrents[t][n] : sum), 0),
    ),
  );
  return { fields, admittance: symmetrised(admittance), terminalCurrents, iterations };
};

/** Solver errors make it unsymmetric by as much as they are; the mean errs by their square. */
const symmetrised = (rows: readonly (readonly number[])[]): number[][] =>
  rows.map((row, m) => row.map((value, n) => (value + rows[n][m]) / 2));

/** The potential of every cell with the groups at these potentials. */
export const superpose = ({ fields }: Bases, volts: readonly number[]): Float64Array => {
  const total = new Float64Array(fields[0]?.length ?? 0);
  fields.forEach((field, group) => {
    const volt = volts[group];
    if (volt !== 0) for (let cell = 0; cell < total.length; cell++) total[cell] += volt * field[cell];
  });
  return total;
};
