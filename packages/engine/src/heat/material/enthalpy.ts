import { integralOf, reachOf } from './law.ts';
import type { Law, Material } from './material.ts';

/**
 * Heat per volume as a function of temperature, J/m³, equation (heat.4): sensible heat on either side of the
 * phase change, a plateau of the latent heat at its temperature. Zero at `reference`. The heat capacity beyond
 * the plateau is that of the law, as if what has changed phase stayed in place.
 */
export interface EnthalpyCurve {
  /** K. */
  readonly reference: number;
  /** Density times specific heat over temperature, J/m³/K. */
  readonly volumicHeat: Law;
  /** Temperature of the phase change, K; Infinity without one. */
  readonly plateau: number;
  /** Enthalpy where the plateau begins, J/m³; Infinity without one. */
  readonly onset: number;
  /** Latent heat per volume, J/m³; 0 without a phase change. */
  readonly latent: number;
}

/** Curve of a material, zero at `reference` (K). */
export const enthalpyCurve = (material: Material, reference: number): EnthalpyCurve => {
  const { density, specificHeat, phaseChange } = material;
  const volumicHeat = scaled(specificHeat, density);
  if (phaseChange === undefined) {
    return { reference, volumicHeat, plateau: Infinity, onset: Infinity, latent: 0 };
  }
  const { temperature, fraction, latentHeat } = phaseChange;
  return {
    reference,
    volumicHeat,
    plateau: temperature,
    onset: integralOf(volumicHeat, reference, temperature),
    latent: density * fraction * latentHeat,
  };
};

/** Enthalpy at a temperature (K), the phase change not begun at or below the plateau and done above it. */
export const enthalpyAt = (curve: EnthalpyCurve, temperature: number): number =>
  integralOf(curve.volumicHeat, curve.reference, temperature) +
  (temperature > curve.plateau ? curve.latent : 0);

/** Share of the phase change that is done, 0 to 1. */
export const vapourAt = ({ onset, latent }: EnthalpyCurve, enthalpy: number): number => {
  if (enthalpy <= onset) return 0;
  return latent > 0 ? Math.min(1, (enthalpy - onset) / latent) : 1;
};

/** Temperature of an enthalpy, K: by the pieces of the law. */
export const temperatureAt = (curve: EnthalpyCurve, enthalpy: number): number => {
  const { onset, latent, plateau } = curve;
  if (enthalpy <= onset) return fromSensible(curve, enthalpy);
  return enthalpy <= onset + latent ? plateau : fromSensible(curve, enthalpy - latent);
};

const fromSensible = ({ volumicHeat, reference }: EnthalpyCurve, sensible: number): number =>
  reachOf(volumicHeat, reference, sensible);

const scaled = (law: Law, factor: number): Law => {
  if (law.kind === 'table') return { ...law, values: law.values.map((value) => value * factor) };
  return { ...law, value: law.value * factor };
};
