import type { MechanicsValues } from './modulus.ts';

/** Pressure that lifts skin to a height w: p = linear w + cubic w^3, Pa. */
export interface SuctionLaw {
  /** Pa/m: tension of the membrane and pull of the tissue below. */
  readonly linear: number;
  /** Pa/m^3: stretching of the membrane. */
  readonly cubic: number;
}

/** A prestressed membrane on a spring (appearance.4); `modulus` is the tangent shear modulus, Pa. */
export const suctionLaw = (modulus: number, values: MechanicsValues): SuctionLaw => {
  const { tension, aperture, thickness, poisson, support } = values;
  const tensile = 3 * modulus;
  const radius2 = aperture * aperture;
  return {
    linear: (4 * tension * thickness) / radius2 + support / aperture,
    cubic: ((8 / 3) * tensile * thickness) / ((1 - poisson) * radius2 * radius2),
  };
};

export const pressureAt = ({ linear, cubic }: SuctionLaw, height: number): number =>
  height * (linear + cubic * height * height);

/** Work of lifting, for each unit of area: the integral of the pressure over the height, J/m2. */
export const liftingWork = ({ linear, cubic }: SuctionLaw, height: number): number => {
  const squared = height * height;
  return squared * (linear / 2 + (cubic * squared) / 4);
};

/**
 * The height at which the law gives the pressure. Newton from p/linear, which is never too low: the law is convex in
 * the height, so every step comes closer from above, and the last one is the first that does not.
 */
export const heightAt = (law: SuctionLaw, pressure: number): number => {
  let height = pressure / law.linear;
  for (;;) {
    const slope = law.linear + 3 * law.cubic * height * height;
    const next = height - (pressureAt(law, height) - pressure) / slope;
    if (!(next < height)) return height;
    height = next;
  }
};
