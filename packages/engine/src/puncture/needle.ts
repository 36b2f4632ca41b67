import type { DeviceSheet } from '@percuta/evidence';
import { isUnverified } from '@percuta/evidence';
import type { DeviceValues } from './stages.ts';

/** A needle: a cone that ends in a cylinder. Lengths in m. */
export interface Needle {
  readonly tipDiameter: number;
  readonly coneLength: number;
  readonly shaftRadius: number;
}

/** The needle of a sheet for one draw; what the sheet leaves out comes from its prior. */
export const needleOf = (sheet: DeviceSheet, values: DeviceValues): Needle => {
  const stated = sheet.needle_diameter;
  const diameter =
    stated === undefined
      ? values.needleDiameter
      : stated.value * (isUnverified(stated.read) ? values.unverifiedFactor : 1);
  return {
    tipDiameter: Math.min(sheet.tip_diameter?.value ?? values.tipDiameter, diameter),
    coneLength: sheet.cone_length?.value ?? values.coneRatio * diameter,
    shaftRadius: diameter / 2,
  };
};

/** Radius (m) of the needle at `distance` (m) above its tip; non-decreasing. */
export const radiusAt = (needle: Needle, distance: number): number => {
  const tip = needle.tipDiameter / 2;
  if (distance >= needle.coneLength) return needle.shaftRadius;
  return tip + (needle.shaftRadius - tip) * (distance / needle.coneLength);
};

/** Rate at which the radius grows with distance above the tip, 1. */
export const taperAt = (needle: Needle, distance: number): number =>
  distance >= needle.coneLength ? 0 : (needle.shaftRadius - needle.tipDiameter / 2) / needle.coneLength;
