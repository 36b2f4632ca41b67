import { GREATEST_DIMENSION, sobolPoints } from '../random/sobol.ts';
import { requirePositive } from './latin-hypercube.ts';

/** Dimensions a Sobol design can have: each takes two of the sequence. */
export const GREATEST_DESIGN = GREATEST_DIMENSION / 2;

/**
 * The points from which `sobolIndices` reads first-order and total indices (A. Saltelli et al.,
 * Comput. Phys. Commun. 181:259, 2010): for each of `samples` pairs a, b of independent points the
 * dimensions + 2 rows a, b, and a with its k-th coordinate from b for every k. `samples` is best a
 * power of two. RangeError beyond GREATEST_DESIGN dimensions.
 */
export function sobolDesign(samples: number, dimensions: number, seed: number): Float64Array[] {
  requirePositive('samples', samples);
  if (!Number.isInteger(dimensions) || dimensions < 1 || dimensions > GREATEST_DESIGN)
    throw new RangeError(`dimensions must be an integer from 1 to ${GREATEST_DESIGN}, not ${dimensions}`);
  const columns = sobolPoints(samples, 2 * dimensions, seed);
  return Array.from({ length: samples }, (_, j) => {
    const a = new Float64Array(dimensions).map((_, k) => columns[k][j]);
    const b = new Float64Array(dimensions).map((_, k) => columns[dimensions + k][j]);
    return [a, b, ...Array.from(a, (_, k) => a.with(k, b[k]))];
  }).flat();
}
