import { log } from '@percuta/numerics';
import type { EffectSize } from './effect.ts';

/** How many of an arm had the event. */
export interface Count {
  readonly events: number;
  readonly total: number;
}

/** What is done about an empty cell when two counts are compared. */
export interface CountOptions {
  /**
   * Added to every cell of a table that has an empty one. None by default, and then an empty cell is refused:
   * a made-up half event biases the result; pool such tables by oddsRatioModel, which needs none.
   */
  readonly correction?: number;
}

/** log of the odds ratio of a over b; variance by Woolf, the sum of the reciprocal cells. */
export function logOddsRatio(a: Count, b: Count, options: CountOptions = {}): EffectSize {
  const cells = cellsOf(a, b, options);
  requireFilled(cells, cells);
  const [a1, a0, b1, b0] = cells;
  return {
    estimate: log((a1 * b0) / (a0 * b1)),
    variance: 1 / a1 + 1 / a0 + 1 / b1 + 1 / b0,
  };
}

/** log of the risk ratio of a over b. */
export function logRiskRatio(a: Count, b: Count, options: CountOptions = {}): EffectSize {
  const [a1, a0, b1, b0] = cellsOf(a, b, options);
  requireFilled([a1, b1, a0 + b0], [a1, a0, b1, b0]);
  const na = a1 + a0;
  const nb = b1 + b0;
  return { estimate: log(a1 / na / (b1 / nb)), variance: 1 / a1 - 1 / na + 1 / b1 - 1 / nb };
}

/** The risk difference of a less b, as a share of 1. */
export function riskDifference(a: Count, b: Count, options: CountOptions = {}): EffectSize {
  const [a1, a0, b1, b0] = cellsOf(a, b, options);
  requireFilled([a1 * a0 + b1 * b0], [a1, a0, b1, b0]);
  const na = a1 + a0;
  const nb = b1 + b0;
  return { estimate: a1 / na - b1 / nb, variance: (a1 * a0) / na ** 3 + (b1 * b0) / nb ** 3 };
}

/** Throws RangeError unless 0 ≤ events ≤ total, total > 0. */
export function requireCount({ events, total }: Count): void {
  if (!(events >= 0 && events <= total && total > 0))
    throw new RangeError(`${events} of ${total} is not a count of events`);
}

function cellsOf(a: Count, b: Count, { correction = 0 }: CountOptions): [number, number, number, number] {
  requireCount(a);
  requireCount(b);
  const cells = [a.events, a.total - a.events, b.events, b.total - b.events] as const;
  const added = cells.includes(0) ? correction : 0;
  return [cells[0] + added, cells[1] + added, cells[2] + added, cells[3] + added];
}

function requireFilled(needed: readonly number[], cells: readonly number[]): void {
  if (needed.some((value) => !(value > 0)))
    throw new RangeError(`the cells ${cells.join(', ')} give no variance; use a model of the counts`);
}
