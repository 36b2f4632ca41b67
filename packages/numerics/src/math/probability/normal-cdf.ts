import { productError, sumError } from '../float/exact.ts';
import { polynomial } from '../float/polynomial.ts';
import { erfcTail } from './erfc-tail.ts';

// (Φ(x) - 1/2)/x - 1/4 in x² on |x| ≤ 0.7071; fixtures/make-coefficients.py.
const RATIO = new Float64Array([
  0.14894228040143268, -0.06649038006690496, 0.009973557010009501, -0.0011873282149393676,
  0.0001154346820383654, -9.444623920538187e-6, 6.65858984236721e-7, -4.100625224822351e-8,
  2.03374183273285e-9,
]);
// 1/√2: the nearest double, and the rest.
const INVERSE_ROOT_2 = 0.7071067811865476;
const INVERSE_ROOT_2_LOW = -4.833646656726457e-17;
// Where x/√2 is safely above 1/2, where the table of the tail begins.
const MIDDLE = 0.7072;

/**
 * The distribution function Φ of the standard normal law, relatively accurate in the lower tail.
 * Below 1 ulp where the result is normal.
 */
export function normalCdf(x: number): number {
  if (x <= -MIDDLE) return x < -39 ? 0 : lowerTail(-x);
  if (x < MIDDLE) {
    const leading = 0.5 + 0.25 * x;
    return leading + (sumError(0.5, 0.25 * x, leading) + x * polynomial(RATIO, x * x));
  }
  if (x <= 9) return 1 - lowerTail(x);
  return x > 9 ? 1 : NaN;
}

/** Φ(-x) = erfc(x/√2)/2, x/√2 in two doubles. */
function lowerTail(x: number): number {
  const t = x * INVERSE_ROOT_2;
  return erfcTail(t, productError(x, INVERSE_ROOT_2, t) + x * INVERSE_ROOT_2_LOW, -1);
}
