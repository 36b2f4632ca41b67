import { acos, cos, pow, sin } from '@percuta/numerics';

/**
 * A corner in the plane of radius and depth where the field is singular: the end of a coat, the rim of a tip.
 * Around it the potential goes as phi = r^nu sin(nu alpha), alpha from the bare surface; its flux function is
 * psi = r^nu cos(nu alpha), and what flows through a face is the difference of psi between its ends (heat.22).
 */
export interface Wedge {
  readonly rho: number;
  readonly z: number;
  /** Unit vector along the bare surface, away from the corner. */
  readonly along: readonly [number, number];
  /** Unit vector from the bare surface into the tissue. */
  readonly into: readonly [number, number];
  /** pi / opening where both sides are bare, half that where the other is coated. */
  readonly exponent: number;
  /** True where bare surface ends at a coat: a corner for current only. */
  readonly isCoatEnd: boolean;
}

export interface Singular {
  readonly phi: number;
  readonly psi: number;
}

/** Singular potential and flux function at a place. */
export const singularAt = (wedge: Wedge, rho: number, z: number): Singular => {
  const [dr, dz] = [rho - wedge.rho, z - wedge.z];
  const r = Math.sqrt(dr * dr + dz * dz);
  if (r === 0) return { phi: 0, psi: 0 };
  const x = (dr * wedge.along[0] + dz * wedge.along[1]) / r;
  const y = (dr * wedge.into[0] + dz * wedge.into[1]) / r;
  const half = acos(Math.min(1, Math.max(-1, x)));
  const alpha = y < -1e-9 ? 2 * Math.PI - half : half;
  const size = pow(r, wedge.exponent);
  return { phi: size * sin(wedge.exponent * alpha), psi: size * cos(wedge.exponent * alpha) };
};

const FACTORS = { least: 0.25, most: 4 };

/**
 * Conductance that carries the singular field exactly, over that of the plain grid: (flux / rise) (span / width).
 * 1 where the field runs along the face's plane so that the ratio says nothing.
 */
export const wedgeFactor = (flux: number, rise: number, span: number, width: number): number => {
  const [f, g] = [Math.abs(flux) / width, Math.abs(rise) / span];
  if (!(g > 0) || f < 1e-3 * g || g < 1e-3 * f) return 1;
  return Math.min(FACTORS.most, Math.max(FACTORS.least, f / g));
};
