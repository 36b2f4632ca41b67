/**
 * How a property goes with temperature. Temperatures in K, values in the SI unit of the property.
 * A table is linear between its points and constant beyond its ends; its temperatures rise.
 */
export type Law =
  | { readonly kind: 'constant'; readonly value: number }
  | {
      /** value (1 + slope (T - reference)), taken at `cap` above it: equation (heat.1). */
      readonly kind: 'linear';
      readonly value: number;
      /** Share of `value` per kelvin, 1/K. */
      readonly slope: number;
      readonly reference: number;
      /** Temperature above which the property rises no further, K; Infinity for none. */
      readonly cap: number;
    }
  | { readonly kind: 'table'; readonly temperatures: readonly number[]; readonly values: readonly number[] };

/** One dispersion of a Cole-Cole spectrum. */
export interface Dispersion {
  /** Strength, as a step of the relative permittivity. */
  readonly strength: number;
  /** Relaxation time, s. */
  readonly time: number;
  /** Broadening, 0 (Debye) to 1. */
  readonly broadening: number;
}

/** A spectrum of permittivity and conductivity: equation (heat.3). */
export interface ColeCole {
  /** Relative permittivity far above every dispersion. */
  readonly limit: number;
  readonly dispersions: readonly Dispersion[];
  /** Ionic conductivity, S/m. */
  readonly ionic: number;
}

/** Change of phase at one temperature: the boiling of tissue water, or the melting of a Stefan problem. */
export interface PhaseChange {
  /** K. */
  readonly temperature: number;
  /** Mass of what changes phase over the mass of the material, 0 to 1. */
  readonly fraction: number;
  /** Latent heat of what changes phase, J/kg. */
  readonly latentHeat: number;
  /** Share of the electric conductivity that is left when all has changed: sigma (1 - (1 - left) f). */
  readonly conductivityLeft: number;
}

/** Heat that blood carries: coefficient (arterial - T), W/m³. */
export interface Perfusion {
  /** Volume rate times volumic heat of blood, W/m³/K. */
  readonly coefficient: number;
  /** Temperature of the arterial blood, K. */
  readonly arterial: number;
}

/** Lasting rise of conductivity on coagulation: sigma times 1 + rise (1 - exp(-Omega)), (heat.2). */
export interface CoagulationRise {
  /** Largest relative rise; 0.5 makes 0.3 S/m into 0.45 S/m. */
  readonly rise: number;
  /** Name of a kinetics set of the problem. */
  readonly kinetics: string;
}

/** What a layer consists of. SI units; temperature laws in kelvin. */
export interface Material {
  readonly name: string;
  /** Electric conductivity that makes heat, S/m, at the frequency of the generator. */
  readonly conductivity: Law;
  readonly coagulation: CoagulationRise | undefined;
  /** Relative permittivity at the frequency of the generator. */
  readonly permittivity: number;
  /** Spectrum that an impedance at another frequency is computed with; undefined for flat sigma and epsilon. */
  readonly spectrum: ColeCole | undefined;
  /** Thermal conductivity, W/m/K. */
  readonly thermalConductivity: Law;
  /** kg/m³. */
  readonly density: number;
  /** Sensible specific heat, J/kg/K. */
  readonly specificHeat: Law;
  readonly phaseChange: PhaseChange | undefined;
  readonly perfusion: Perfusion | undefined;
  /** Heat of metabolism, W/m³. */
  readonly metabolism: number;
}
