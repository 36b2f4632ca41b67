import { powerOfTwo } from '../math/float/scale.ts';
import { philox } from './philox.ts';
import { SOBOL_DIRECTIONS } from './sobol-directions.ts';
import { toWords } from './words.ts';

/**
 * The Sobol sequence in 32 bits, with nested uniform (Owen) scrambling, which keeps the
 * stratification of the points and makes the mean of a function over them unbiased over seeds.
 */

export const GREATEST_DIMENSION = SOBOL_DIRECTIONS.length + 1;
const BITS = 32;
const GREATEST_COUNT = 2147483648;
const CELL = powerOfTwo(-BITS);
// Sets the counters of the dimension seeds apart from those of createRandom with the same seed.
const SEED_DOMAIN = 0x736f626f;

/**
 * The first count points, one array of coordinates per dimension, each the middle of a cell of
 * width 2^-32 and so inside (0, 1). Any count is allowed; the points are best spread if it is a
 * power of 2. Throws RangeError for a count that is not a positive integer, for more than 64
 * dimensions, and for a seed that is not an integer from 0 to 2^53 - 1.
 * @example
 * ```ts
 * import { quantiles, sobolPoints } from '@percuta/numerics';
 *
 * const [first = new Float64Array(), second = new Float64Array()] = sobolPoints(4096, 2, 7);
 * const sums = first.map((u, i) => u + (second[i] ?? 0));
 * const [middle = NaN] = quantiles(sums, [0.5]);
 * console.log(Math.abs(middle - 1) < 0.002); // true
 * ```
 */
export function sobolPoints(count: number, dimensions: number, seed: number): Float64Array[] {
  if (!Number.isInteger(count) || count < 1 || count > GREATEST_COUNT)
    throw new RangeError(`count must be a positive integer, not ${count}`);
  if (!Number.isInteger(dimensions) || dimensions < 1 || dimensions > GREATEST_DIMENSION)
    throw new RangeError(`dimensions must be an integer from 1 to ${GREATEST_DIMENSION}, not ${dimensions}`);
  return Array.from({ length: dimensions }, (_, dimension) =>
    coordinates(count, directionNumbers(dimension), scrambleSeed(seed, dimension)),
  );
}

/** The index-th unscrambled integer of a dimension (from 0), in the Gray code order of the points. */
export function sobolInteger(index: number, dimension: number): number {
  const directions = directionNumbers(dimension);
  let gray = index ^ (index >>> 1);
  let value = 0;
  for (let bit = 0; gray !== 0; bit++, gray >>>= 1) if ((gray & 1) === 1) value ^= directions[bit];
  return value >>> 0;
}

/** Successive points differ by one direction number: that of the lowest set bit of the index. */
function coordinates(count: number, directions: Uint32Array, seed: number): Float64Array {
  const values = new Float64Array(count);
  let state = 0;
  for (let i = 0; i < count; i++) {
    if (i > 0) state ^= directions[31 - Math.clz32(i & -i)];
    values[i] = ((scramble(state, seed) >>> 0) + 0.5) * CELL;
  }
  return values;
}

/** v_1 ... v_32 by the recurrence of the primitive polynomial (Joe and Kuo, equations 2 and 3). */
function directionNumbers(dimension: number): Uint32Array {
  const numbers = new Uint32Array(BITS);
  if (dimension === 0) return numbers.map((_, k) => 1 << (31 - k));
  const [inner, ...initial] = SOBOL_DIRECTIONS[dimension - 1];
  const degree = initial.length;
  for (let k = 0; k < BITS; k++) {
    if (k < degree) {
      numbers[k] = initial[k] << (31 - k);
      continue;
    }
    let value = numbers[k - degree] ^ (numbers[k - degree] >>> degree);
    for (let j = 1; j < degree; j++) if (((inner >>> (degree - 1 - j)) & 1) === 1) value ^= numbers[k - j];
    numbers[k] = value;
  }
  return numbers;
}

/** An independent 32-bit seed per dimension. */
function scrambleSeed(seed: number, dimension: number): number {
  const words = new Uint32Array(4);
  philox([dimension, 0, 0, SEED_DOMAIN], toWords(seed, 'seed'), words);
  return words[0] | 0;
}

/**
 * Nested uniform scrambling by a hash in which a bit depends on higher bits of x only, written as
 * a Laine-Karras permutation of the reversed bits: B. Burley, "Practical hash-based Owen
 * scrambling", JCGT 9(4):1 (2020), with the constants N. Vegdahl found to be closer to a true
 * random tree ("Building a better LK hash", psychopath.io, 2021). It draws from 2^32 of the
 * possible trees.
 */
function scramble(x: number, seed: number): number {
  let y = reverseBits(x);
  y ^= Math.imul(y, 0x3d20adea);
  y = (y + seed) | 0;
  y = Math.imul(y, (seed >>> 16) | 1);
  y ^= Math.imul(y, 0x05526c56);
  y ^= Math.imul(y, 0x53a22864);
  return reverseBits(y);
}

function reverseBits(x: number): number {
  let y = ((x >>> 1) & 0x55555555) | ((x & 0x55555555) << 1);
  y = ((y >>> 2) & 0x33333333) | ((y & 0x33333333) << 2);
  y = ((y >>> 4) & 0x0f0f0f0f) | ((y & 0x0f0f0f0f) << 4);
  y = ((y >>> 8) & 0x00ff00ff) | ((y & 0x00ff00ff) << 8);
  return (y >>> 16) | (y << 16);
}
