import type { HeatFilm } from '../skin-block.ts';
import { gridPoint, type HeatField } from './heat-field.ts';
import { between } from './moment-at.ts';

/** Where many points lie in a grid: worked out once, read at every time. */
export interface Stencil {
  readonly cells: Int32Array;
  /** Weights of the next cell along x, y and z, three a point. */
  readonly weights: Float32Array;
}

/** Points are given by their number. */
export const stencilFor = (
  film: HeatFilm,
  count: number,
  pointAt: (n: number) => { readonly x: number; readonly y: number; readonly z: number },
): Stencil => {
  const { x, y, z } = film.axes;
  const cells = new Int32Array(count);
  const weights = new Float32Array(3 * count);
  for (let n = 0; n < count; n += 1) {
    const point = pointAt(n);
    const at = gridPoint(film, point.x, point.y, point.z);
    const [a, b, c] = [between(x, at[0]), between(y, at[1]), between(z, at[2])];
    cells[n] = a.before + x.length * (b.before + y.length * c.before);
    weights.set([a.share, b.share, c.share], 3 * n);
  }
  return { cells, weights };
};

/** Values at every point, linear between the centres of cells, into `out`. */
export const readStencil = (
  { film, values }: HeatField,
  { cells, weights }: Stencil,
  out: Float32Array,
): void => {
  const row = film.axes.x.length;
  const layer = row * film.axes.y.length;
  for (let n = 0; n < cells.length; n += 1) {
    const [a, b, c] = [weights[3 * n] ?? 0, weights[3 * n + 1] ?? 0, weights[3 * n + 2] ?? 0];
    const first = cells[n] ?? 0;
    const [dx, dy, dz] = [a > 0 ? 1 : 0, b > 0 ? row : 0, c > 0 ? layer : 0];
    const at = (i: number): number => values[i] ?? 0;
    const low =
      (1 - b) * ((1 - a) * at(first) + a * at(first + dx)) +
      b * ((1 - a) * at(first + dy) + a * at(first + dx + dy));
    const under = first + dz;
    const high =
      (1 - b) * ((1 - a) * at(under) + a * at(under + dx)) +
      b * ((1 - a) * at(under + dy) + a * at(under + dx + dy));
    out[n] = low + c * (high - low);
  }
};
