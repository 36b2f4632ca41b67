import { TWO_TO_J_OVER_32 } from './exp-table.ts';

/**
 * Argument reduction and the polynomial that every exponential here shares:
 * x = n ln2/32 + r with |r| ≤ ln2/64, n = 32 k + j, so exp x = 2^k 2^(j/32) exp r
 * (P. T. P. Tang, ACM TOMS 15:144, 1989). Constants: fixtures/make-coefficients.py.
 */

const STEPS_PER_UNIT = 46.16624130844683;
// ln2/32 in two parts; the first is a multiple of 2^-42, so n times it is exact for |n| < 2^16.
const STEP = 0.021660849392446835;
const STEP_LOW = 5.145609244655338e-14;

/** The number n of steps of ln2/32 nearest to x. */
export function stepsOf(x: number): number {
  return Math.floor(x * STEPS_PER_UNIT + 0.5);
}

/** x - n ln2/32. */
export function remainderOf(x: number, n: number): number {
  return x - n * STEP - n * STEP_LOW;
}

/** exp r - 1 for |r| ≤ ln2/64; error 2^-60. */
export function expm1Small(r: number): number {
  return (
    r +
    r *
      r *
      (0.5 +
        r *
          (0.16666666666632407 +
            r * (0.04166666666662334 + r * (0.008333356653415846 + r * 0.0013888918125025541))))
  );
}

/**
 * exp(high + low) as 2^k (pair[0] + pair[1]), pair[0] in [1, 2]; returns k. Relative error
 * below 2^-58. For |high| < 1400 and |low| < 2^-40; does not look for overflow.
 */
export function expPair(high: number, low: number, pair: Float64Array): number {
  const n = stepsOf(high);
  const row = (n & 31) << 1;
  const leading = TWO_TO_J_OVER_32[row];
  const rest = TWO_TO_J_OVER_32[row + 1] + leading * expm1Small(remainderOf(high, n) + low);
  const sum = leading + rest;
  pair[0] = sum;
  pair[1] = rest - (sum - leading);
  return n >> 5;
}
