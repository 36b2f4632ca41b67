import { cbrt, pow } from '@percuta/numerics';
import { radiusAt, taperAt, type Needle } from './needle.ts';
import type { PunctureValues } from './stages.ts';

/**
 * Stiffening of skin with strain rate (1/s): (er/er0)^m with er0 = 1 /s (shergold2006), held at the ends of the
 * measured span rather than carried beyond it.
 */
export const rateFactor = (strainRate: number, values: PunctureValues): number => {
  const measured = Math.min(Math.max(strainRate, values.slowestRate), values.fastestRate);
  return pow(measured, values.rateExponent);
};

/**
 * Steady force of a sharp needle per R^(4/3), N/m^(4/3) (M2): F_p = 3 c (pi mu)^(1/3) J^(2/3) R^(4/3).
 * The work balance of Shergold and Fleck, p pi R^2 = 2 a J + pi mu R^4 / a^2, minimised over the crack length a.
 */
export const crackCoefficient = (strainRate: number, values: PunctureValues): number => {
  const mu = values.shearModulus * rateFactor(strainRate, values);
  const J = values.toughness;
  return 3 * values.strainStiffening * cbrt(Math.PI * mu * J * J);
};

/**
 * Force (N) on a needle whose tip stands at `depth` (m): crack at the radius in the surface, and friction over the
 * side of the shaft, 2 pi R d (M2); the side is the area from which the friction stress was derived.
 */
export const needleForce = (needle: Needle, depth: number, crack: number, friction: number): number => {
  const R = radiusAt(needle, depth);
  return crack * R * cbrt(R) + friction * 2 * Math.PI * R * depth;
};

/** Derivative of needleForce with depth, N/m. */
export const needleForceSlope = (needle: Needle, depth: number, crack: number, friction: number): number => {
  const R = radiusAt(needle, depth);
  const taper = taperAt(needle, depth);
  return crack * (4 / 3) * cbrt(R) * taper + friction * 2 * Math.PI * (R + taper * depth);
};
