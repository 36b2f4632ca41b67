import { chiSquaredTail } from './chi-squared.ts';
import { betaTails } from './incomplete-beta.ts';

/** P(F > f) of the F law; df2 = Infinity gives the law of χ²/df1. */
export function fTail(f: number, df1: number, df2: number): number {
  if (!(df1 > 0 && df2 > 0)) throw new RangeError(`the F law needs positive degrees, not ${df1}, ${df2}`);
  if (df2 === Infinity) return chiSquaredTail(f * df1, df1);
  if (f <= 0) return 1;
  const ratio = (df1 * f) / df2;
  return betaTails(df2 / 2, df1 / 2, 1 / (1 + ratio), ratio / (1 + ratio)).lower;
}
