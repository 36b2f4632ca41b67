/** One line of an Arrhenius plot: rate exp(logFrequency - activation / T), 1/s. */
export interface Branch {
  /** Natural logarithm of the frequency factor in 1/s: ln A. */
  readonly logFrequency: number;
  /** Activation energy over the gas constant, K. */
  readonly activation: number;
  /** The branch holds below this temperature, K; Infinity for the last. */
  readonly below: number;
}

/** First-order damage, dOmega/dt = A exp(-E/(R T)): equation (heat.10). Branches rise in temperature. */
export interface ArrheniusKinetics {
  readonly kind: 'arrhenius';
  readonly name: string;
  readonly branches: readonly Branch[];
}

/** Cumulative equivalent time at 43 °C, in seconds: equation (heat.12). */
export interface Cem43 {
  readonly kind: 'cem43';
  readonly name: string;
}

export type Kinetics = ArrheniusKinetics | Cem43;
