import { createRandom, type Random } from '../random/random.ts';
import { permutation, requirePositive } from './latin-hypercube.ts';

/**
 * Trajectories of M. D. Morris (Technometrics 33:161, 1991): each starts at a random point of a
 * grid of `levels` values 0, 1/(levels - 1), ..., 1 and changes one dimension after the other, in
 * random order, by ±levels/(2(levels - 1)). Rows are points, dimensions + 1 to a trajectory, one
 * after the other. A trajectory does not depend on how many there are. RangeError for odd levels.
 */
export function morrisDesign(
  trajectories: number,
  dimensions: number,
  seed: number,
  levels = 4,
): Float64Array[] {
  requirePositive('trajectories', trajectories);
  requirePositive('dimensions', dimensions);
  if (!Number.isInteger(levels) || levels < 2 || levels % 2 !== 0)
    throw new RangeError(`levels must be an even integer of at least 2, not ${levels}`);
  return Array.from({ length: trajectories }, (_, stream) =>
    trajectory(dimensions, levels, createRandom(seed, stream)),
  ).flat();
}

function trajectory(dimensions: number, levels: number, random: Random): Float64Array[] {
  const half = levels / 2;
  // Levels as whole numbers, so that every point lies on the grid exactly.
  const start = Array.from({ length: dimensions }, () => random.integer(levels));
  const rows = [start];
  for (const dimension of permutation(dimensions, random)) {
    const next = [...rows[rows.length - 1]];
    next[dimension] += next[dimension] < half ? half : -half;
    rows.push(next);
  }
  return rows.map((row) => new Float64Array(row.map((level) => level / (levels - 1))));
}
