import { exp, log } from '@percuta/numerics';
import type { HealValues } from '../heal-stage.ts';
import { hill, hill2 } from '../limiters.ts';

/** Points at which a gain is looked at, evenly in the logarithm; the gains are smooth over a factor of 1.02. */
const points = 500;

const largest = (low: number, high: number, gain: (x: number) => number): number => {
  const span = log(high / low);
  const values = Array.from({ length: points }, (_, i) => gain(low * exp((span * i) / (points - 1))));
  return Math.max(...values);
};

/**
 * G_A = max over A of [p_AN N*(A) + p_AM M1*(A)] / (d_A A), with the cells that a steady A keeps (heal.11). From 1 on
 * inflammation keeps itself going.
 */
export const inflammatoryGain = (p: HealValues): number =>
  largest(1e-3, 10, (A) => {
    const neutrophils = p.k_N * hill2(A, p.K_AN);
    const N = neutrophils / (p.d_N + neutrophils / p.Nmax);
    const switched = p.k12 * (p.s12 + (1 - p.s12) * hill(p.T0, p.K_T12));
    const m = (p.k_M * hill2(A, p.K_AM)) / (switched + p.d_M);
    const M1 = m / (1 + (m * (1 + switched / p.d_M)) / p.Mmax);
    return (p.p_AN * N + p.p_AM * M1) / (p.d_A * A);
  });

/** G_Y = max over T of p_TY Y*(T) / (d_T T) at so many fibroblasts (heal.11). From 1 on scars overgrow. */
export const contractileGain = (p: HealValues, fibroblasts: number): number =>
  largest(1e-2, 10, (T) => {
    const made = p.k_FY * p.sigma * fibroblasts * hill2(T, p.K_FY);
    const lost = p.dY0 + p.dY1 / (1 + T / p.K_TY);
    return (p.p_TY * made) / (lost * p.d_T * T);
  });
