import { exp } from '@percuta/numerics';
import type { Kinetics } from '../damage/kinetics.ts';
import { logRate, rateAt } from '../damage/rate.ts';

// Below 1e-6 of Omega = 1 a second a cell adds nothing that counts in a run of seconds.
export const leastLogRate = -13.8;
// Largest change of ln rate over a part of a step; the rule below errs by its square / 2880 × curvature.
const WIDEST = 1;

/**
 * Damage of a step that goes linearly from one temperature (K) to another: over parts in which ln rate is nearly
 * straight, ∫ r dt = Δt (r1 - r0) / ln(r1 / r0) (heat.11).
 */
const damageOfCell = (kinetics: Kinetics, from: number, to: number, duration: number): number => {
  const [log0, log1] = [logRate(kinetics, from), logRate(kinetics, to)];
  if (log0 < leastLogRate && log1 < leastLogRate) return 0;
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

/** Adds the damage of a step to Omega, cell by cell (CEM43: s). */
export const addDamageOfStep = (
  kinetics: Kinetics,
  omega: Float64Array,
  { from, to, duration }: DamageStep,
): void => {
  for (let cell = 0; cell < omega.length; cell++) {
    omega[cell] += damageOfCell(kinetics, from[cell], to[cell], duration);
  }
};
