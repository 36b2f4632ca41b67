import { ulpError } from './float/ulp.ts';

/** What a function promises: the error against the reference table stays below bound, in ulp. */
export interface AccuracyClaim<Name extends string = string> {
  readonly name: Name;
  readonly evaluate: (x: number, y: number) => number;
  readonly bound: number;
}

/**
 * The largest error in ulp over rows [x, result, offset] or [x, y, result, offset], where the
 * exact value is result + offset ulp (fixtures/make-special-functions.py).
 */
export function worstError(
  evaluate: AccuracyClaim['evaluate'],
  rows: readonly (readonly number[])[],
): number {
  return rows.reduce((worst, row) => Math.max(worst, errorOfRow(evaluate, row)), 0);
}

function errorOfRow(evaluate: AccuracyClaim['evaluate'], row: readonly number[]): number {
  const last = row.length - 1;
  return ulpError(evaluate(row[0], row[1]), row[last - 1], row[last]);
}
