import type { Support } from '../support.ts';

/** How a device carries its needles into the skin with given settings, for one draw; SI. */
export interface Motion {
  readonly support: Support;
  /** Speed of the tip when it meets the skin, m/s. */
  readonly insertionSpeed: number;
  /** Time a tip spends in the skin, s. */
  readonly timeInSkin: number;
  /** How far the hand, or the roll of the drum, moves a tip sideways while it is in the skin, m. */
  readonly drag: number;
  /** Distance between successive strokes of one needle, m; undefined where strokes are set down by hand. */
  readonly step: number | undefined;
  /** Needles that share the force at the same time. */
  readonly engagedNeedles: number;
  /** Strokes of needles per area in one pass, 1/m2. */
  readonly strokesPerPass: number;
  /** Strokes of needles per time, 1/s; undefined where the hand sets the rate. */
  readonly strokeRate: number | undefined;
  /** Distance between needles, m. */
  readonly pitch: number;
  /** Force at hand for all needles, N. */
  readonly force: number;
}
