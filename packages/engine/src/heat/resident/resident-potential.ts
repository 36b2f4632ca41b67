import { SolverFailed, type CellField, type Potential, type Unknown } from '@percuta/numerics';
import type { PotentialModel } from '../potential/potential.ts';
import type { Seam } from '../potential/seam.ts';
import type { Terminal } from '../potential/terminals.ts';

/** A terminal with the places of its cells in memory. */
interface Placed {
  readonly terminal: Terminal;
  readonly places: Int32Array;
}

/** A seam with the places of its two cells. */
export interface PlacedSeam extends Seam {
  readonly here: number;
  readonly there: number;
}

/** Potentials that stay in the memory of kernels: one for each group at 1 V but the last, the others at 0 (heat.24). */
export interface ResidentPotential {
  readonly model: PotentialModel;
  readonly terminals: readonly Placed[];
  readonly seams: readonly PlacedSeam[];
  readonly unknowns: readonly Unknown[];
  /** What links are made of, S/m. */
  sigma: CellField;
  /** What is to become it. */
  candidate: CellField;
  /** Undefined before the first solve. */
  solved: Admittance | undefined;
  /** Iterations of the last solve, of all unknowns. */
  lastIterations: number;
}

export interface Admittance {
  /** S, [group][group]: symmetric, rows sum to 0. */
  readonly admittance: readonly (readonly number[])[];
  /** S, current out of a terminal with a group at 1 V: [terminal][group]. */
  readonly terminalCurrents: readonly (readonly number[])[];
}

export const residentPotential = (model: PotentialModel): ResidentPotential => {
  const { conduction, terminals, seams, steady } = model;
  const [sigma, candidate] = [conduction.field(), conduction.field()];
  const { place } = sigma;
  return {
    model,
    terminals: terminals.list.map((terminal) => ({ terminal, places: terminal.cells.map(place) })),
    seams: seams.map((seam) => ({ ...seam, here: place(seam.cell), there: place(seam.other) })),
    unknowns: terminals.groups
      .slice(1)
      .map((_, n) => (n === 0 ? steady.potential : steady.potential.unknown())),
    sigma,
    candidate,
    solved: undefined,
    lastIterations: 0,
  };
};

/** Writes what terminals add to a field: conductivity times weight, of one group or of all. */
const writeContacts = ({ terminals, sigma }: ResidentPotential, field: CellField, group?: number): void => {
  const [values, from] = [field.elements(), sigma.elements()];
  const own = terminals.filter(({ terminal }) => group === undefined || terminal.group === group);
  for (const { places } of own) for (const place of places) values[place] = 0;
  for (const { terminal, places } of own) {
    const { weights } = terminal;
    for (let n = 0; n < places.length; n++) values[places[n]] += from[places[n]] * weights[n];
  }
};

/** Current out of a terminal with a group at 1 V, that of an unknown. */
const currentOut = (
  { sigma }: ResidentPotential,
  { terminal, places }: Placed,
  { value }: Unknown,
  group: number,
): number => {
  const [conductivity, u] = [sigma.elements(), value.elements()];
  const volts = terminal.group === group ? 1 : 0;
  let current = 0;
  for (let n = 0; n < places.length; n++) {
    const place = places[n];
    current += conductivity[place] * terminal.weights[n] * (volts - u[place]);
  }
  return current;
};

/** The last entry of a row that sums to 0. */
const closed = (row: readonly number[]): number[] => [...row, -row.reduce((sum, value) => sum + value, 0)];

/**
 * Conductances as mutual powers of the unit potentials: the currents less what the residuals make them exceed that by. So
 * they err by the square of the error of the potentials, and V I is the power in the cells whatever the tolerance.
 */
const admittanceOf = (resident: ResidentPotential): Admittance => {
  const { unknowns, terminals, model } = resident;
  const { potential } = model.steady;
  const terminalCurrents = terminals.map((placed) =>
    unknowns.map((unknown, group) => currentOut(resident, placed, unknown, group)),
  );
  const block = unknowns.map((a, m) =>
    unknowns.map((b, n) => {
      const current = terminals.reduce(
        (sum, { terminal }, t) => sum + (terminal.group === m ? terminalCurrents[t][n] : 0),
        0,
      );
      return current - potential.shortfall(a, b);
    }),
  );
  const symmetric = block.map((row, m) => row.map((value, n) => (value + block[n][m]) / 2));
  const rows = symmetric.map(closed);
  const last = closed(unknowns.map((_, n) => -symmetric.reduce((sum, row) => sum + row[n], 0)));
  return { admittance: [...rows, last], terminalCurrents: terminalCurrents.map(closed) };
};

/** What a solve took. */
export interface Solves {
  readonly iterations: number;
  readonly solves: number;
}

const MOST_ITERATIONS = 300;

/** Iterations for an unknown beyond which the multigrid is renewed: it was made of links that have changed. */
const FEW_ITERATIONS = 2;

const isStale = ({ solved, lastIterations, unknowns }: ResidentPotential): boolean =>
  solved === undefined || lastIterations > FEW_ITERATIONS * unknowns.length;

/**
 * Iterations of a solve. Where tissue boils, conductivity falls by orders of magnitude between two solves: a multigrid
 * made before is then no preconditioner at all, so one that fails is tried again with another, from rest.
 */
const solveAnew = (potential: Potential, tolerance: number, unknown: Unknown): number => {
  const accuracy = { tolerance, mostIterations: MOST_ITERATIONS };
  try {
    return potential.solve(accuracy, unknown).iterations;
  } catch (error) {
    if (!(error instanceof SolverFailed)) throw error;
    potential.refresh();
    return MOST_ITERATIONS + potential.solve(accuracy, unknown).iterations;
  }
};

/**
 * Solves the potentials at `time` (s) for the candidate, unless what they were solved for differs from it by no more than
 * `unchanged`. Throws SolverFailed with the errors.
 */
export const solveResident = (
  resident: ResidentPotential,
  time: number,
  { tolerance, unchanged }: { readonly tolerance: number; readonly unchanged: number },
): Solves => {
  const { model, unknowns } = resident;
  const { conduction, steady } = model;
  if (
    resident.solved !== undefined &&
    conduction.relativeChange(resident.candidate, resident.sigma) <= unchanged
  ) {
    return { iterations: 0, solves: 0 };
  }
  [resident.sigma, resident.candidate] = [resident.candidate, resident.sigma];
  conduction.link(resident.sigma, steady.network);
  if (resident.solved === undefined) steady.network.anchor.write(0);
  writeContacts(resident, steady.network.anchor);
  if (isStale(resident)) steady.potential.refresh();
  let iterations = 0;
  unknowns.forEach((unknown, group) => {
    if (resident.solved === undefined) unknown.source.write(0);
    writeContacts(resident, unknown.source, group);
    unknown.predict(time);
    iterations += solveAnew(steady.potential, tolerance, unknown);
  });
  resident.solved = admittanceOf(resident);
  resident.lastIterations = iterations;
  return { iterations, solves: 1 };
};
