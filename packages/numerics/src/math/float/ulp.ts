import { highWord, lowWord } from './bits.ts';
import { powerOfTwo } from './scale.ts';

/** The spacing of the doubles at |x|: 2^(e - 52), and 2^-1074 for subnormals. */
export function ulp(x: number): number {
  const exponent = (highWord(x) >> 20) & 0x7ff;
  return powerOfTwo(Math.max(exponent, 1) - 1075);
}

/**
 * The error of computed in ulp, where the exact value is reference + offset · ulp(reference);
 * Infinity if one of the two is not finite or NaN and they differ.
 */
export function ulpError(computed: number, reference: number, offset = 0): number {
  if (Object.is(computed, reference)) return Math.abs(offset);
  const error = (computed - reference) / ulp(reference) - offset;
  return Number.isFinite(error) ? Math.abs(error) : Infinity;
}

/** The next double above a finite x. */
export function nextUp(x: number): number {
  if (x === 0) return powerOfTwo(-1074);
  const step = ulp(x);
  // Above -2^k the spacing is half of that below it, but for the subnormals.
  const isNegativePower = x < 0 && lowWord(x) === 0 && (highWord(x) & 0xfffff) === 0;
  return x + (isNegativePower && step > powerOfTwo(-1074) ? step / 2 : step);
}
