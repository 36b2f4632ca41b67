import { scale } from '../float/scale.ts';
import { expm1Small, remainderOf, stepsOf } from './exp-pair.ts';
import { TWO_TO_J_OVER_32 } from './exp-table.ts';

// log of the greatest double, rounded up, and of half the least one, rounded down.
const OVERFLOW = 709.782712893384;
const UNDERFLOW = -745.1332191019412;

/** e^x. Below 0.53 ulp where the result is normal, below 1 ulp where it is subnormal. */
export function exp(x: number): number {
  if (x > OVERFLOW) return Infinity;
  if (x < UNDERFLOW) return 0;
  if (x !== x) return NaN;
  const n = stepsOf(x);
  const row = (n & 31) << 1;
  const leading = TWO_TO_J_OVER_32[row];
  const value = leading + (TWO_TO_J_OVER_32[row + 1] + leading * expm1Small(remainderOf(x, n)));
  return scale(value, n >> 5);
}
