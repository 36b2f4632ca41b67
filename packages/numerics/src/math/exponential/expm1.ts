import { sumError } from '../float/exact.ts';
import { polynomial } from '../float/polynomial.ts';
import { powerOfTwo } from '../float/scale.ts';
import { exp } from './exp.ts';
import { expPair } from './exp-pair.ts';

// (e^x - 1 - x - x²/2) / x³ on |x| ≤ 1/4; fixtures/make-coefficients.py.
const TAIL = new Float64Array([
  0.16666666666666666, 0.041666666666666664, 0.008333333333333094, 0.0013888888888888718,
  0.00019841269844335046, 2.48015873037786e-5, 2.755730549284797e-6, 2.755730941178995e-7,
  2.5077212831712512e-8, 2.089469166879413e-9,
]);
const pair = new Float64Array(2);

/** e^x - 1, without the cancellation near 0. Below 1 ulp. */
export function expm1(x: number): number {
  const size = Math.abs(x);
  if (size < 0.25) {
    // Where x²/2 is below half an ulp the sum is x itself, and -0 stays -0.
    return size < 1e-17 ? x : x + x * x * (0.5 + x * polynomial(TAIL, x));
  }
  if (x < -40) return -1;
  // Beyond 40 the 1 is below half an ulp; NaN goes this way too.
  if (!(x <= 40)) return exp(x);
  const k = expPair(x, 0, pair);
  const high = pair[0] * powerOfTwo(k);
  const difference = high - 1;
  return difference + (sumError(high, -1, difference) + pair[1] * powerOfTwo(k));
}
