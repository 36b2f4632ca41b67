/** What a channel keeps constant while it is on. Voltages and currents are rms. */
export type Control =
  | { readonly kind: 'voltage'; /** V. */ readonly voltage: number }
  | { readonly kind: 'current'; /** A. */ readonly current: number }
  | { readonly kind: 'power'; /** W. */ readonly power: number }
  | {
      /**
       * Proportional and integral control of the temperature at a probe: the share
       * e / band + ∫ e dt / (band × integralTime) of `full`, held within 0 and 1; e = setPoint - T.
       */
      readonly kind: 'temperature';
      /** K. */
      readonly setPoint: number;
      /** Name of a probe of the problem. */
      readonly probe: string;
      /** Error that alone asks for the full output, K. */
      readonly band: number;
      /** s; Infinity for a proportional control alone. */
      readonly integralTime: number;
      /** What the full output is. */
      readonly full: { readonly kind: 'voltage' | 'power'; /** V or W. */ readonly value: number };
    };

/** Upper limits that the output of a channel never passes; Infinity where there is none. */
export interface Limits {
  /** V rms. */
  readonly voltage: number;
  /** A rms. */
  readonly current: number;
  /** W. */
  readonly power: number;
}

/** Impedance above which a channel switches off. */
export interface CutOff {
  /** Ohm. */
  readonly above: number;
  /** Ohm; the channel comes on again below it. Absent for a cut-off that ends the pulse. */
  readonly restartBelow: number | undefined;
  /** Time after the start of a pulse during which the impedance is not judged, s. */
  readonly blanking: number;
}

/** One stretch of time in which a channel is on. */
export interface Pulse {
  /** s from the start of the run. */
  readonly from: number;
  /** s. */
  readonly to: number;
  readonly control: Control;
}

/** One isolated output: it drives current from one group of electrodes to another. */
export interface Channel {
  readonly name: string;
  /** Group at the positive side. */
  readonly from: string;
  /** Group at the other side: the return path. */
  readonly to: string;
  /** Rising in time, without overlap. */
  readonly pulses: readonly Pulse[];
  readonly limits: Limits;
  readonly cutOff: CutOff | undefined;
  /** Energy at which each pulse ends, J; Infinity for none. */
  readonly energyPerPulse: number;
  /** Energy at which the channel ends for good, J; Infinity for none. */
  readonly energyInAll: number;
  /** Resistance in series with the tissue (cable, distant pad), ohm. Voltage and power count before it. */
  readonly seriesResistance: number;
}

export interface Generator {
  /** Hz. */
  readonly frequency: number;
  readonly channels: readonly Channel[];
}
