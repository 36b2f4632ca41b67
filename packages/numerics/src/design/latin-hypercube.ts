import { createRandom, type Random } from '../random/random.ts';

/**
 * A Latin hypercube: one column per dimension, each with exactly one value in every interval
 * [k/count, (k + 1)/count), at a random place in it and in random order (M. D. McKay,
 * R. J. Beckman, W. J. Conover, Technometrics 21:239, 1979). The same seed gives the same points.
 * RangeError for a count or a number of dimensions that is not a positive integer.
 */
export function latinHypercube(count: number, dimensions: number, seed: number): Float64Array[] {
  requirePositive('count', count);
  requirePositive('dimensions', dimensions);
  return Array.from({ length: dimensions }, (_, dimension) => {
    const random = createRandom(seed, dimension);
    return new Float64Array(permutation(count, random).map((interval) => (interval + random.next()) / count));
  });
}

/** The integers below `count` in random order (R. Durstenfeld, Commun. ACM 7:420, 1964). */
export function permutation(count: number, random: Random): number[] {
  const order = Array.from({ length: count }, (_, i) => i);
  for (let last = count - 1; last > 0; last--) {
    const other = random.integer(last + 1);
    [order[last], order[other]] = [order[other], order[last]];
  }
  return order;
}

export function requirePositive(name: string, value: number): void {
  if (!Number.isInteger(value) || value < 1)
    throw new RangeError(`${name} must be a positive integer, not ${value}`);
}
