import { productError, sumError } from '../float/exact.ts';
import { polynomial } from '../float/polynomial.ts';

/**
 * asin x = x + x³ T(x²) on |x| ≤ 1/2. Beyond, acos x = 2 asin √z with z = (1 - x)/2, which is
 * exact, and √z is carried with its rounding error. Coefficients: fixtures/make-coefficients.py.
 */
const TAIL = new Float64Array([
  0.16666666666666669, 0.07499999999998433, 0.04464285714635548, 0.030381944138527642, 0.02237217294229923,
  0.017352392717239092, 0.013971213029282857, 0.011479176854157036, 0.010322818105528259,
  0.005457490163874599, 0.017400925602004437, -0.0148519608326091, 0.02875790282476862,
]);

// The nearest double to π/2, and the rest.
const QUARTER = 1.5707963267948966;
const QUARTER_LOW = 6.123233995736766e-17;

/** The arc sine; NaN outside [-1, 1]. Below 0.9 ulp. */
export function asin(x: number): number {
  const size = Math.abs(x);
  if (size <= 0.5) return size < 1e-8 ? x : x + x * x * x * polynomial(TAIL, x * x);
  if (!(size <= 1)) return NaN;
  const root = -2 * rootOf(size);
  const leading = QUARTER + root;
  const value = leading + (sumError(QUARTER, root, leading) + QUARTER_LOW - 2 * restOf(size));
  return x < 0 ? -value : value;
}

/** The arc cosine; NaN outside [-1, 1]. Below 0.9 ulp. */
export function acos(x: number): number {
  const size = Math.abs(x);
  if (size <= 0.5) return QUARTER - (x - (QUARTER_LOW - x * x * x * polynomial(TAIL, x * x)));
  if (!(size <= 1)) return NaN;
  const root = rootOf(size);
  const rest = restOf(size);
  return x > 0 ? 2 * (root + rest) : 2 * (QUARTER - (root - (QUARTER_LOW - rest)));
}

/** √z for z = (1 - size)/2. */
function rootOf(size: number): number {
  return Math.sqrt((1 - size) / 2);
}

/** asin √z - rootOf(size). */
function restOf(size: number): number {
  const z = (1 - size) / 2;
  const root = Math.sqrt(z);
  const square = root * root;
  // The root of the least z here, 2^-54, is 2^-27: nothing underflows.
  const rootLow = root === 0 ? 0 : (z - square - productError(root, root, square)) / (2 * root);
  return rootLow + root * z * polynomial(TAIL, z);
}
