import { quantiles } from '@percuta/numerics';
import { fromSI } from '@percuta/quantity';
import { acceptedDraws } from '../../heal/calibration/accepted-draws.ts';
import { courseConditions, surfaceConditions } from '../../heal/calibration/targets.ts';

/** A condition on the calibrated draws, with what they read: all in the unit of the condition. */
export interface ConditionBand {
  readonly id: string;
  readonly rows: readonly string[];
  readonly unit: string;
  readonly measured: string;
  /** The window; `high` may be Infinity. */
  readonly low: number;
  readonly high: number;
  readonly why: string;
  /** Points of the accepted draws at the shares that were asked for. */
  readonly read: readonly number[];
}

/** What the accepted draws read where conditions were put on them, at shares of the draws. */
export const conditionBands = (shares: readonly number[]): ConditionBand[] =>
  [...surfaceConditions, ...courseConditions].map(({ id, rows, unit, measured, low, high, why }) => ({
    id,
    rows,
    unit,
    measured,
    low: fromSI(low, unit),
    high: high === Infinity ? high : fromSI(high, unit),
    why,
    read: quantiles(new Float64Array(acceptedDraws.map(({ readings }) => readings[id])), [...shares]).map(
      (value) => fromSI(value, unit),
    ),
  }));
