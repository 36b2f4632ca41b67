import { cbrt } from '@percuta/numerics';
import type { PunctureValues } from './stages.ts';
import { rateFactor } from './penetration.ts';

/** What holds the skin while the needle goes in. */
export type Support = 'plate' | 'ring' | 'free';

/** Support coefficient (Pa) at the reference toughness. */
const coefficient = (support: Support, values: PunctureValues): number => {
  const { plateSupport, freeSupport, ringFactor } = values;
  if (support === 'plate') return plateSupport;
  if (support === 'free') return freeSupport;
  return ringFactor * Math.sqrt(plateSupport * freeSupport);
};

/**
 * Stiffness (N/m) with which the skin under one needle resists being pushed in (M3):
 * kappa = B (J/J0)^(2/3) T (er/er0)^m min(pitch, skin).
 * The factor in J keeps the ratio of penetration force to support, which is all that a measured depth shows,
 * independent of a toughness that is known only to orders of magnitude.
 */
export const supportStiffness = (
  support: Support,
  strainRate: number,
  reach: number,
  values: PunctureValues,
): number => {
  const tough = values.toughness / values.referenceToughness;
  return (
    coefficient(support, values) *
    cbrt(tough * tough) *
    values.pretension *
    rateFactor(strainRate, values) *
    reach
  );
};
