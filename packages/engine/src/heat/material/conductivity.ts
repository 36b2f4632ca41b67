import { expm1 } from '@percuta/numerics';
import { dielectricAt, vacuumPermittivity } from './cole-cole.ts';
import { valueAt } from './law.ts';
import type { Material } from './material.ts';

/** State of a piece of material that its conductivity hangs on. */
export interface MaterialState {
  /** K. */
  readonly temperature: number;
  /** Share of its phase change that is done (water boiled away), 0 to 1. */
  readonly vapour: number;
  /** Omega of the kinetics of its lasting rise; 0 where the material has none. */
  readonly coagulation: number;
}

/** Conductivity that makes heat, S/m: equation (heat.2). */
export const conductivityAt = (material: Material, state: MaterialState): number => {
  const { conductivity, coagulation, phaseChange } = material;
  const lasting = coagulation === undefined ? 1 : 1 - coagulation.rise * expm1(-state.coagulation);
  const left = phaseChange?.conductivityLeft ?? 1;
  return valueAt(conductivity, state.temperature) * lasting * (1 - (1 - left) * state.vapour);
};

/** sigma + j w eps, S/m. */
export interface Admittivity {
  readonly conductivity: number;
  readonly susceptivity: number;
}

/**
 * Admittivity at a frequency (Hz) of a material whose conductivity law holds at the frequency `drive` of the
 * generator. A spectrum scales the law by its own ratio between the two; without one both are flat.
 */
export const admittivityAt = (
  material: Material,
  state: MaterialState,
  { frequency, drive }: { readonly frequency: number; readonly drive: number },
): Admittivity => {
  const conductivity = conductivityAt(material, state);
  const { spectrum } = material;
  const omega = 2 * Math.PI * frequency * vacuumPermittivity;
  if (spectrum === undefined) return { conductivity, susceptivity: omega * material.permittivity };
  const [asked, driven] = [dielectricAt(spectrum, frequency), dielectricAt(spectrum, drive)];
  return {
    conductivity: (conductivity * asked.conductivity) / driven.conductivity,
    susceptivity: omega * asked.permittivity,
  };
};
