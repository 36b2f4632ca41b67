import type { Bases } from '../potential/potential.ts';
import type { JouleHeat } from '../potential/joule.ts';
import type { Output } from './driver.ts';
import type { HeatState } from '../bioheat/advance.ts';

/** Looks into fields that are not read out. */
export interface Glance {
  /** K. */
  readonly temperatureOf: (cell: number) => number;
  /** The hottest cell of tissue. */
  readonly hottest: () => number;
  readonly vapourOf: (cell: number) => number;
  /** The cell with the largest share of vapour; undefined where none has any. */
  readonly mostBoiled: () => number | undefined;
}

/** Fields of a run at one time. */
export interface Fields {
  readonly time: number;
  readonly heat: HeatState;
  /** K; metal cells hold that of their rod. */
  readonly temperatures: Float64Array;
  readonly vapour: Float64Array;
  /** By name of a kinetics set. */
  readonly damage: ReadonlyMap<string, Float64Array>;
  /** Where fields are read out only on demand. */
  readonly glance?: Glance;
}

/** The electric side of a step. */
export interface Electric {
  readonly sigma: Float64Array;
  readonly bases: Bases;
  /** Fields of the solution before. */
  readonly earlier: readonly Float64Array[] | undefined;
}

/** A step that has been tried. */
export interface Tried {
  readonly after: Fields;
  /** Mean rise over the step, K per s of each cell: what the next step is extrapolated by. */
  readonly duration: number;
  readonly electric: Electric | undefined;
  readonly groupVolts: readonly number[];
  readonly currents: readonly number[];
  /** Ohm of each channel in the middle of the step. */
  readonly resistances: readonly number[];
  /** What the generator did; undefined where it was off. */
  readonly output: Output | undefined;
  readonly joule: JouleHeat | undefined;
  /** J that blood, sides and held metal brought; undefined where no step in time was taken. */
  readonly exchanged: number | undefined;
  readonly iterations: number;
  readonly solves: number;
  /** By how much the end of a step falls where a probe is felt to be 1 K warmer, for each controlled probe, 1/s. */
  readonly slopes?: Readonly<Record<string, number>>;
}
