import { productError, sumError } from '../float/exact.ts';
import { cosineRest, sineRest } from './kernels.ts';
import { EIGHTH_TURN, reduceAngle } from './reduce.ts';

const pair = new Float64Array(2);

/** The tangent. Below 1 ulp; throws RangeError for finite |x| > 2^20. */
export function tan(x: number): number {
  const size = Math.abs(x);
  if (size <= EIGHTH_TURN) return size < 1e-8 ? x : quotient(x, 0, 0);
  if (!(size < Infinity)) return NaN;
  const quarter = reduceAngle(x, pair);
  return quotient(pair[0], pair[1], quarter & 1);
}

/** tan r for even quarters, -1/tan r for odd: sine and cosine enter with their rounding errors. */
function quotient(high: number, low: number, odd: number): number {
  const rest = sineRest(high, low);
  const sine = high + rest;
  const sineLow = rest - (sine - high);
  const z = high * high;
  const leading = 1 - 0.5 * z;
  const cosineTail =
    sumError(1, -0.5 * z, leading) - 0.5 * productError(high, high, z) + cosineRest(high, low, z);
  const cosine = leading + cosineTail;
  const cosineLow = cosineTail - (cosine - leading);
  return odd === 0 ? divide(sine, sineLow, cosine, cosineLow) : -divide(cosine, cosineLow, sine, sineLow);
}

/** (a + aLow) / (b + bLow): one correction of the rounded quotient by its exact remainder. */
function divide(a: number, aLow: number, b: number, bLow: number): number {
  const ratio = a / b;
  const product = ratio * b;
  const remainder = a - product - productError(ratio, b, product) + (aLow - ratio * bLow);
  return ratio + remainder / b;
}
