import type { HeatFilm } from '../skin-block.ts';
import { logDamageOf, temperatureOf } from './pack.ts';
import { framesOf, type HeatAspect } from './heat-field.ts';
import { stencilFor } from './stencil.ts';

/** Temperature (K) or logarithm of damage at one point of the block, one value a frame. */
export const courseAt = (
  film: HeatFilm,
  aspect: HeatAspect,
  point: { readonly x: number; readonly y: number; readonly z: number },
): Float64Array => {
  const { cells, weights } = stencilFor(film, 1, () => point);
  const [first = 0] = cells;
  const [a = 0, b = 0, c = 0] = weights;
  const row = film.axes.x.length;
  const layer = row * film.axes.y.length;
  const corners = [0, 1].flatMap((k) =>
    [0, 1].flatMap((j) =>
      [0, 1].map((i) => ({
        cell: first + (a > 0 ? i : 0) + (b > 0 ? j * row : 0) + (c > 0 ? k * layer : 0),
        weight: (i === 0 ? 1 - a : a) * (j === 0 ? 1 - b : b) * (k === 0 ? 1 - c : c),
      })),
    ),
  );
  const read = aspect.kind === 'temperature' ? temperatureOf : logDamageOf;
  return new Float64Array(
    framesOf(film, aspect).map((frame) =>
      corners.reduce((sum, { cell, weight }) => sum + weight * read(frame[cell] ?? 0), 0),
    ),
  );
};
