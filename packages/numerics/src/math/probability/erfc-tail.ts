import { highWord } from '../float/bits.ts';
import { productError } from '../float/exact.ts';
import { polynomial } from '../float/polynomial.ts';
import { scale } from '../float/scale.ts';
import { expPair } from '../exponential/exp-pair.ts';
import { ERFC_ROW, ERFC_TABLE } from './erfc-table.ts';

const HIGH_WORD_OF_HALF = 0x3fe00000;
const pair = new Float64Array(2);

/**
 * 2^exponent erfc(t + tLow) for 0.5 ≤ t < 28, tLow below half an ulp of t: exp(-(t + tLow)²), the
 * square in two doubles since its absolute error is the relative one of the result, times
 * exp(t²) erfc t, a slow function of t, from a table of polynomials.
 */
export function erfcTail(t: number, tLow: number, exponent: number): number {
  const square = t * t;
  const squareLow = productError(t, t, square) + 2 * t * tLow;
  const k = expPair(-square, -squareLow, pair);
  const row = ((highWord(t) - HIGH_WORD_OF_HALF) >> 18) * ERFC_ROW;
  const d = t - ERFC_TABLE[row] + tLow;
  const centre = ERFC_TABLE[row + 1];
  const rest = ERFC_TABLE[row + 2] + d * polynomial(ERFC_TABLE, d, row + 3, ERFC_ROW - 3);
  const factor = centre + rest;
  const product = pair[0] * factor;
  const low =
    productError(pair[0], factor, product) + pair[0] * (rest - (factor - centre)) + pair[1] * factor;
  return scale(product + low, k + exponent);
}
