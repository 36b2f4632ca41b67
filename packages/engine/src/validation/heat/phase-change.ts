import { erf, erfc, exp, findRoot } from '@percuta/numerics';

const rootPi = Math.sqrt(Math.PI);
const tolerance = 1e-14;

/**
 * One-phase Stefan problem: the front stands at 2 lambda √(a t) with lambda exp(lambda²) erf(lambda) = St/√pi,
 * St the sensible heat of the wall's excess over the latent heat.
 */
export const stefanLambda = (stefan: number): number =>
  findRoot((x) => x * exp(x * x) * erf(x) - stefan / rootPi, 1e-9, 5, tolerance);

/** Neumann's two-phase problem with equal properties on both sides; temperatures on one scale. */
export interface TwoPhase {
  readonly wall: number;
  readonly change: number;
  readonly initial: number;
  /** Latent heat per mass of material over its specific heat, K. */
  readonly latent: number;
}

/** lambda of (Tw-Tb) e^{-l²}/erf l - (Tb-Ti) e^{-l²}/erfc l = l latent √pi. */
export const neumannLambda = ({ wall, change, initial, latent }: TwoPhase): number =>
  findRoot(
    (x) => exp(-x * x) * ((wall - change) / erf(x) - (change - initial) / erfc(x)) - x * latent * rootPi,
    1e-6,
    5,
    tolerance,
  );

/** Where the front stands at the time t, m. */
export const frontAt = (lambda: number, diffusivity: number, t: number): number =>
  2 * lambda * Math.sqrt(diffusivity * t);
