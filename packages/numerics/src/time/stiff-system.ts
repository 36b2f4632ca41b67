import type { Kernels } from '../kernels/kernels.ts';

/** y' = f(y) with a Jacobian whose structure only the system knows. */
export interface StiffSystem {
  readonly size: number;
  /** Where the integrator works; a memory of its own if left out. */
  readonly kernels?: Kernels;
  /** f(y) into `out`. */
  readonly rates: (y: Float64Array, out: Float64Array) => void;
  /** Works out J = ∂f/∂y at y, to be used until the next call. */
  readonly linearise: (y: Float64Array) => void;
  /** Prepares I − c J. */
  readonly factor: (c: number) => void;
  /** Overwrites b by the x with (I − c J) x = b. */
  readonly solve: (b: Float64Array) => void;
}

/**
 * How exactly a stiff system is integrated, and the steps it may take. Times are in the unit of the rates: s where
 * these are per second.
 */
export interface StiffOptions {
  /** Allowed error of a step, of each value and beyond it. */
  readonly relative: number;
  readonly absolute: number;
  readonly longestStep?: number;
  /**
   * For values that cannot be below 0: what a step leaves there is set to 0, and one that goes farther below than this
   * is repeated with half its length.
   */
  readonly mostBelowZero?: number;
  readonly highestOrder?: number;
  /** Steps, with those that are rejected, after which the integration fails; as many as it takes if left out. */
  readonly mostTries?: number;
}

/** One step that was taken, with the polynomial through it. Times are from the start, in s where rates are per second. */
export interface StiffStep {
  readonly from: number;
  readonly to: number;
  readonly order: number;
  /** The solution at a time within the step. */
  readonly at: (time: number, out: Float64Array) => void;
}

/**
 * Work that an integration took, in counts: steps taken, steps rejected, evaluations of the rates and of the
 * Jacobian, and factorisations of I − c J.
 */
export interface StiffTally {
  steps: number;
  rejected: number;
  rates: number;
  jacobians: number;
  factors: number;
}
