import { mean, standardErrorOfMean, variance } from './moments.ts';

/** What one dimension does, in units of the output per whole range of the dimension. */
export interface MorrisEffect {
  readonly mean: number;
  /** Mean of the absolute effects, μ*: how much the dimension matters. */
  readonly meanAbsolute: number;
  /** Of meanAbsolute, over the trajectories. */
  readonly standardError: number;
  /** Standard deviation of the effects: how much the effect depends on where one stands. */
  readonly sigma: number;
}

/**
 * Elementary effects from the rows of `morrisDesign` and the output at each: mean and spread after
 * Morris, mean of the absolute value after F. Campolongo, J. Cariboni, A. Saltelli (Environ. Model.
 * Softw. 22:1509, 2007). One entry per dimension. RangeError unless there is one output per row
 * and at least two whole trajectories.
 */
export function morrisEffects(rows: readonly Float64Array[], y: ArrayLike<number>): MorrisEffect[] {
  const dimensions = rows[0]?.length ?? 0;
  const points = dimensions + 1;
  if (rows.length !== y.length) throw new RangeError(`lengths differ: ${rows.length} and ${y.length}`);
  if (dimensions === 0 || rows.length < 2 * points || rows.length % points !== 0)
    throw new RangeError(`${rows.length} rows are not two or more trajectories of ${points}`);
  const effects: number[][] = Array.from({ length: dimensions }, () => []);
  for (let row = 1; row < rows.length; row++) {
    if (row % points === 0) continue;
    const k = rows[row].findIndex((value, i) => value !== rows[row - 1][i]);
    effects[k].push((y[row] - y[row - 1]) / (rows[row][k] - rows[row - 1][k]));
  }
  return effects.map(summary);
}

function summary(effects: readonly number[]): MorrisEffect {
  const absolute = effects.map(Math.abs);
  return {
    mean: mean(effects),
    meanAbsolute: mean(absolute),
    standardError: standardErrorOfMean(absolute),
    sigma: Math.sqrt(variance(effects)),
  };
}
