import { exp } from '@percuta/numerics';
import type { CellField, Conduction } from '@percuta/numerics';
import type { Kinetics } from '../damage/kinetics.ts';
import { logRate, rateAt } from '../damage/rate.ts';

// Below this share of Omega = 1 a second (1e-9) a cell adds nothing that counts in any run.
const LEAST_LOG_RATE = -20.7;
// Largest change of ln rate over a part of a step; the rule below errs by its square / 2880 × curvature.
const WIDEST = 1;

/**
 * Damage of a step that goes linearly from one temperature (K) to another: over parts in which ln rate is nearly
 * straight, ∫ r dt = Δt (r1 - r0) / ln(r1 / r0) (heat.11).
 */
const damageOfCell = (kinetics: Kinetics, from: number, to: number, duration: number): number => {
  const [log0, log1] = [logRate(kinetics, from), logRate(kinetics, to)];
  if (log0 < LEAST_LOG_RATE && log1 < LEAST_LOG_RATE) return 0;
  const parts = Math.max(1, Math.ceil(Math.abs(log1 - log0) / WIDEST));
  let total = 0;
  let before = exp(log0);
  let logBefore = log0;
  for (let part = 1; part <= parts; part++) {
    const temperature = from + (part / parts) * (to - from);
    const rate = rateAt(kinetics, temperature);
    const log = part === parts ? log1 : logRate(kinetics, temperature);
    const rise = log - logBefore;
    total += Math.abs(rise) < 1e-4 ? (before + rate) / 2 : (rate - before) / rise;
    [before, logBefore] = [rate, log];
  }
  return (total * duration) / parts;
};

/** A step from one field of temperatures (K) to another. */
export interface DamageStep {
  readonly from: Float64Array;
  readonly to: Float64Array;
  readonly duration: number;
}

/** Adds up damage on a grid; a step is given once, and then each kinetics set. */
export interface DamageField {
  readonly begin: (step: DamageStep) => void;
  /** Adds the damage of the step to Omega, cell by cell (CEM43: s). */
  readonly add: (kinetics: Kinetics, omega: Float64Array) => void;
}

// What the mean rate of a part of a step holds for (conduction.7).
const WIDEST_PART = 2;

/** Largest change within a step, K. */
const largestChange = ({ from, to }: DamageStep): number => {
  let most = 0;
  for (let cell = 0; cell < to.length; cell++) most = Math.max(most, Math.abs(to[cell] - from[cell]));
  return most;
};

/** Kinetics of one branch by kernels, as a rise above `reference` (K); others cell by cell. */
export const damageField = (conduction: Conduction, reference: number): DamageField => {
  const [before, after, dose] = [conduction.field(), conduction.field(), conduction.field(true)];
  const rises = new Float64Array(conduction.layout.nx * conduction.layout.ny * conduction.layout.nz);
  let step: DamageStep = { from: rises, to: rises, duration: 0 };
  let widest = 0;
  const writeRises = (field: CellField, temperatures: Float64Array): void => {
    for (let cell = 0; cell < rises.length; cell++) rises[cell] = temperatures[cell] - reference;
    field.write(rises);
  };
  return {
    begin: (given) => {
      step = given;
      widest = largestChange(step);
      writeRises(before, step.from);
      writeRises(after, step.to);
    },
    add: (kinetics, omega) => {
      const only =
        kinetics.kind === 'arrhenius' && kinetics.branches.length === 1 ? kinetics.branches[0] : undefined;
      if (only === undefined) {
        addCellByCell(kinetics, omega, step);
        return;
      }
      const { logFrequency, activation } = only;
      const least = activation / (logFrequency - LEAST_LOG_RATE);
      // d ln r / dT = activation / T² is largest where the rate begins to count.
      const parts = Math.max(1, Math.ceil((widest * activation) / (least * least * WIDEST_PART)));
      dose.write(omega);
      conduction.addDose(
        { logRate: logFrequency, barrier: activation, reference, threshold: least - reference },
        { before, after, dose, dt: step.duration, parts },
      );
      dose.readInto(omega);
    },
  };
};

const addCellByCell = (kinetics: Kinetics, omega: Float64Array, { from, to, duration }: DamageStep): void => {
  for (let cell = 0; cell < omega.length; cell++) {
    omega[cell] += damageOfCell(kinetics, from[cell], to[cell], duration);
  }
};
