import { sumError } from '../float/exact.ts';

/**
 * Reduction of an angle to [-π/4, π/4] by π/2 in four parts (Cody and Waite): the first three
 * have 33 bits, so n times them is exact for n < 2^20; together they reach 2^-156, which leaves
 * the closest approach of a double below 2^20 to a multiple of π/2, about 2^-58, with 75 bits.
 */

const QUARTERS_PER_UNIT = 0.6366197723675814;
const QUARTER_1 = 1.5707963267341256;
const QUARTER_2 = 6.077100506303966e-11;
const QUARTER_3 = 2.0222662487111665e-21;
const QUARTER_4 = 8.4784276603689e-32;

/** π/4: at or below it nothing has to be reduced. */
export const EIGHTH_TURN = 0.7853981633974483;
/** The greatest angle accepted, 2^20. */
export const GREATEST_ANGLE = 1048576;

/**
 * x = n π/2 + pair[0] + pair[1]; returns n modulo 4. Throws RangeError beyond 2^20, where the
 * constants no longer carry enough bits: an angle of that size is a mistake of the caller.
 */
export function reduceAngle(x: number, pair: Float64Array): number {
  if (Math.abs(x) > GREATEST_ANGLE) throw new RangeError(`angle ${x} is beyond ±${GREATEST_ANGLE} radians`);
  const n = Math.floor(x * QUARTERS_PER_UNIT + 0.5);
  const first = x - n * QUARTER_1;
  const part2 = -n * QUARTER_2;
  const second = first + part2;
  const part3 = -n * QUARTER_3;
  const third = second + part3;
  const rest = sumError(first, part2, second) + sumError(second, part3, third) - n * QUARTER_4;
  const high = third + rest;
  pair[0] = high;
  pair[1] = rest - (high - third);
  return n & 3;
}
