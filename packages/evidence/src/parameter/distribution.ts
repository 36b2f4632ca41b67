import { exp, log, normalQuantile } from '@percuta/numerics';

/**
 * The spread of a parameter around its central value, in the unit of the parameter.
 * - lognormal: the value is the median, low and high are the 5 % and 95 % points; each side has its own
 *   log-spread, so a lopsided range keeps its median.
 * - triangular: the value is the mode, low and high are hard ends.
 * - uniform: the value is only the central run; all of [low, high] is equally likely.
 * - normal: the value is the mean.
 */
export type Distribution =
  | { readonly kind: 'fixed' }
  | { readonly kind: 'lognormal'; readonly low: number; readonly high: number }
  | { readonly kind: 'triangular'; readonly low: number; readonly high: number }
  | { readonly kind: 'uniform'; readonly low: number; readonly high: number }
  | { readonly kind: 'normal'; readonly sd: number };

/** Standard normal quantile at 95 %. */
const z95 = 1.6448536269514722;

/** The value below which the share u of all draws lies; strictly increasing in u unless fixed. */
export function quantileOf(distribution: Distribution, value: number, u: number): number {
  if (!(u > 0 && u < 1)) throw new RangeError(`a quantile needs 0 < u < 1, got ${u}`);
  switch (distribution.kind) {
    case 'fixed':
      return value;
    case 'normal':
      return value + distribution.sd * normalQuantile(u);
    case 'uniform':
      return distribution.low + u * (distribution.high - distribution.low);
    case 'triangular':
      return triangularQuantile(distribution.low, value, distribution.high, u);
    case 'lognormal':
      return lognormalQuantile(distribution.low, value, distribution.high, u);
  }
}

function lognormalQuantile(low: number, median: number, high: number, u: number): number {
  const z = normalQuantile(u);
  const bound = z < 0 ? low : high;
  const spread = Math.abs(log(bound / median)) / z95;
  return median * exp(z * spread);
}

function triangularQuantile(low: number, mode: number, high: number, u: number): number {
  const width = high - low;
  const shareBelowMode = (mode - low) / width;
  if (u < shareBelowMode) return low + Math.sqrt(u * width * (mode - low));
  return high - Math.sqrt((1 - u) * width * (high - mode));
}

/** Why the spread cannot belong to this value, or undefined when it can. */
export function faultOf(distribution: Distribution, value: number): string | undefined {
  if (!Number.isFinite(value)) return 'the value is not a finite number';
  switch (distribution.kind) {
    case 'fixed':
      return undefined;
    case 'normal':
      return distribution.sd > 0 ? undefined : 'the standard deviation must be positive';
    case 'lognormal':
      return lognormalFault(distribution.low, value, distribution.high);
    case 'triangular':
    case 'uniform':
      return rangeFault(distribution.low, value, distribution.high);
  }
}

function rangeFault(low: number, value: number, high: number): string | undefined {
  if (!(low < high)) return `low ${low} must be below high ${high}`;
  return low <= value && value <= high ? undefined : `the value ${value} is outside ${low} to ${high}`;
}

function lognormalFault(low: number, value: number, high: number): string | undefined {
  const inside = 0 < low && low < value && value < high;
  return inside ? undefined : `a lognormal needs 0 < low < value < high, got ${low}, ${value}, ${high}`;
}
