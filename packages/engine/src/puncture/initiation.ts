import { pow } from '@percuta/numerics';
import type { PunctureValues } from './stages.ts';

/** Fall of the initiation force with speed, carried only over the speeds that were measured (olatunji2013). */
const speedFactor = (speed: number, values: PunctureValues): number => {
  const { slowestInitiation, fastestInitiation, initiationSpeedExponent } = values;
  const measured = Math.min(Math.max(speed, slowestInitiation), fastestInitiation);
  return pow(measured / fastestInitiation, -initiationSpeedExponent);
};

/**
 * Force (N) at which a tip of diameter `tipDiameter` (m) breaks the surface, median over needles (M1).
 * Sharp tips: linear in the diameter (roemgens2014). Blunt tips: the area law (davis2004), joined to the linear
 * law where it ends, since the constant of the area law is not at hand.
 */
export const initiationForce = (tipDiameter: number, speed: number, values: PunctureValues): number => {
  const sharp = Math.min(tipDiameter, values.sharpestBlunt);
  const linear = Math.max(values.leastInitiation, values.initiationSlope * sharp + values.initiationOffset);
  const blunt = tipDiameter / sharp;
  return linear * blunt * blunt * speedFactor(speed, values);
};
