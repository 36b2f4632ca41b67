import type { HeatGrid } from './grid/heat-grid.ts';
import type { Contour } from './output/contour.ts';

/** Course of one channel of the generator, one value a step, in its middle; NaN resistance where nothing was on. */
export interface ChannelCourse {
  readonly name: string;
  /** V at the tissue. */
  readonly voltage: readonly number[];
  /** A. */
  readonly current: readonly number[];
  /** W into the tissue. */
  readonly power: readonly number[];
  /** J up to the end of the step. */
  readonly energy: readonly number[];
  /** Ohm between the channel's groups, the others open. */
  readonly resistance: readonly number[];
}

/** Current out of an electrode or side, A, one value a step. */
export interface TerminalCourse {
  readonly name: string;
  readonly group: string;
  readonly current: readonly number[];
}

/** What a probe saw, SI: one value a step, or one for each time it was asked for. */
export interface ProbeCourse {
  readonly name: string;
  /** s. */
  readonly times: readonly number[];
  readonly values: readonly number[];
}

export interface FieldResult {
  readonly name: string;
  /** s. */
  readonly time: number;
  /** One value a cell of the grid, SI. */
  readonly values: Float64Array;
}

export interface ContourResult extends Contour {
  readonly name: string;
  readonly time: number;
}

/** Resistance, or impedance in parts, between two groups at the initial temperature. */
export interface ResistanceResult {
  readonly name: string;
  /** Ohm; the real part of an impedance. */
  readonly real: number;
  /** Ohm; negative where capacitive, 0 for a resistance. */
  readonly imaginary: number;
}

/** Damage at the end of a prescribed course of temperature. */
export interface HistoryResult {
  readonly name: string;
  readonly kinetics: string;
  /** Omega; CEM43: s. */
  readonly damage: number;
}

/** Sums that must agree, over the whole run. */
export interface Balances {
  /** Energy put out by the channels into the tissue, J. */
  readonly electric: number;
  /** Energy that the cells took up from currents, J. */
  readonly joule: number;
  /** Rise of enthalpy of tissue and metal, J. */
  readonly stored: number;
  /** Heat from sources, J. */
  readonly sources: number;
  /** Heat through sides, blood and held metal into the domain, J. */
  readonly exchanged: number;
}

/** How the result was reached. */
export interface HeatingEffort {
  readonly cells: readonly [number, number, number];
  readonly steps: number;
  readonly rejected: number;
  readonly solves: number;
  readonly iterations: number;
}

/** What the heat stage finds. */
export interface Heating {
  /** Undefined where only histories were asked for. */
  readonly grid: HeatGrid | undefined;
  /** Ends of the accepted steps, s. */
  readonly times: readonly number[];
  /** Middles of these steps, when courses of channels and terminals hold, s. */
  readonly middles: readonly number[];
  readonly channels: readonly ChannelCourse[];
  readonly terminals: readonly TerminalCourse[];
  /** Highest temperature of the tissue in each step, K. */
  readonly peaks: readonly number[];
  /** Half the fall from the hottest cell to the steepest next one, K: what a finer grid may still add to the peak. */
  readonly peakSlacks: readonly number[];
  /** Largest share of vapour in a cell in each step. */
  readonly vapour: readonly number[];
  /**
   * The fall of that share to the steepest next cell, at most what is left to boil. At the end of a coat heat goes as
   * 1/s, so that the share of the cell there has no limit in finer grids: this is the scale that it grows on.
   */
  readonly vapourSlacks: readonly number[];
  readonly resistances: readonly ResistanceResult[];
  readonly histories: readonly HistoryResult[];
  readonly probes: readonly ProbeCourse[];
  readonly fields: readonly FieldResult[];
  readonly contours: readonly ContourResult[];
  readonly balances: Balances;
  readonly effort: HeatingEffort;
}
