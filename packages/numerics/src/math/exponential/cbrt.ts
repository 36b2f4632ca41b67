import { highWord } from '../float/bits.ts';
import { powerOfTwo, scale } from '../float/scale.ts';

const LEAST_NORMAL = powerOfTwo(-1022);
const CBRT_OF_1_2_4 = new Float64Array([1, 1.2599210498948732, 1.5874010519681996]);

/**
 * The real cube root. Below 0.7 ulp. A cubic (fixtures/make-coefficients.py) gives 4 digits on
 * [1, 2), one Halley step 11, and a last Halley step from 24 bits, whose square is exact.
 */
export function cbrt(x: number): number {
  const size = Math.abs(x);
  if (!(size > 0 && size < Infinity)) return x;
  if (size < LEAST_NORMAL) return cbrt(x * powerOfTwo(54)) * powerOfTwo(-18);
  const exponent = (highWord(size) >> 20) - 1023;
  const third = Math.floor(exponent / 3);
  const rest = exponent - 3 * third;
  const m = size * powerOfTwo(-exponent);
  const a = m * powerOfTwo(rest);
  const start =
    0.5557910087464215 + m * (0.5808262840362308 + m * (-0.15866238314269024 + m * 0.02214868124340742));
  const cube = start * start * start;
  const t = Math.fround((CBRT_OF_1_2_4[rest] * start * (cube + 2 * m)) / (2 * cube + m));
  const quotient = a / (t * t);
  const root = t + (t * (quotient - t)) / (2 * t + quotient);
  return scale(x < 0 ? -root : root, third);
}
