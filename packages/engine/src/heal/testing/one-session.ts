import { toSI } from '@percuta/quantity';
import { healingGrid } from '../heal.ts';
import type { HealValues } from '../heal-stage.ts';
import { noThermalInjury } from '../injury/thermal-injury.ts';
import { normalPlace } from '../place.ts';
import type { HealInput } from '../result/healing.ts';

/** 200 channels per cm² of 50 µm through one layer of 1 mm, once, followed for a year; with changes. */
export const oneSession = (
  values: HealValues,
  changes: Partial<Omit<HealInput, 'thermal'>> = {},
): HealInput => {
  const { density = toSI(200, '1/cm2'), depths = Float64Array.of(0, toSI(1, 'mm')) } = changes;
  const layers = depths.length - 1;
  return {
    gapRadii: new Float64Array(layers).fill(toSI(50, 'um')),
    pierced: new Float64Array(layers).fill(1),
    gapAtJunction: toSI(50, 'um'),
    sessions: [0],
    duration: toSI(365, 'd'),
    place: normalPlace,
    ...changes,
    density,
    depths,
    thermal: noThermalInjury(healingGrid(density, depths, values)),
  };
};
