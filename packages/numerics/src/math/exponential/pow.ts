import { productError } from '../float/exact.ts';
import { scale } from '../float/scale.ts';
import { expPair } from './exp-pair.ts';
import { logPair } from './log-pair.ts';

const pair = new Float64Array(2);

/** x^y, with the special cases of ECMAScript. Below 0.6 ulp where the result is normal. */
export function pow(x: number, y: number): number {
  if (y === 0) return 1;
  if (x !== x || y !== y) return NaN;
  const size = Math.abs(x);
  if (size === 0 || size === Infinity || Math.abs(y) === Infinity) return powOfLimits(x, size, y);
  if (x > 0) return powOfPositive(x, y);
  if (Math.floor(y) !== y) return NaN;
  return isOdd(y) ? -powOfPositive(size, y) : powOfPositive(size, y);
}

/** exp(y log x), y log x in two doubles: its absolute error, below 2^-55, is the relative one here. */
function powOfPositive(x: number, y: number): number {
  if (x === 1) return 1;
  logPair(x, pair);
  const exponent = y * pair[0];
  if (exponent > 710) return Infinity;
  if (exponent < -746) return 0;
  // Nothing is left of such an exponent beside 1, and its product error could underflow.
  if (Math.abs(exponent) < 1e-17) return 1 + exponent;
  const k = expPair(exponent, productError(y, pair[0], exponent) + y * pair[1], pair);
  return scale(pair[0] + pair[1], k);
}

/** x = ±0 or ±Infinity, or y = ±Infinity. */
function powOfLimits(x: number, size: number, y: number): number {
  if (Math.abs(y) === Infinity) {
    if (size === 1) return NaN;
    return size > 1 === y > 0 ? Infinity : 0;
  }
  const limit = (size === 0) === y > 0 ? 0 : Infinity;
  const isNegative = x < 0 || Object.is(x, -0);
  return isNegative && isOdd(y) ? -limit : limit;
}

function isOdd(y: number): boolean {
  return Math.floor(y) === y && Math.floor(y / 2) * 2 !== y;
}
