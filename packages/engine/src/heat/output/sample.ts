import type { Axis } from '../grid/axis.ts';
import type { HeatGrid } from '../grid/heat-grid.ts';
import type { Point } from '../problem/heat-problem.ts';

/** Two cells of an axis and the share of the second; beyond the outer centres the line through them goes on. */
const pairAt = ({ count, centres, edges }: Axis, at: number): readonly [number, number, number] => {
  if (count === 1) return [0, 0, 0];
  const inside = Math.min(edges[count], Math.max(edges[0], at));
  let upper = centres.findIndex((centre) => centre >= inside);
  if (upper < 0) upper = count - 1;
  const n = Math.max(1, upper);
  return [n - 1, n, (inside - centres[n - 1]) / (centres[n] - centres[n - 1])];
};

/** Value of a field at a point: linear between centres, up to the sides. Cells that are `left` out do not count. */
export const sampleAt = (grid: HeatGrid, values: Float64Array, at: Point, left?: Uint8Array): number =>
  sampleBy(grid, (cell) => values[cell], at, left);

/** The same of a field that is asked for cell by cell. */
export const sampleBy = (
  grid: HeatGrid,
  valueOf: (cell: number) => number,
  at: Point,
  left?: Uint8Array,
): number => {
  const [xs, ys, zs] = [pairAt(grid.x, at.x), pairAt(grid.y, at.y), pairAt(grid.z, at.z)];
  let [total, weights] = [0, 0];
  for (const [k, c] of [
    [zs[0], 1 - zs[2]],
    [zs[1], zs[2]],
  ] as const) {
    for (const [j, b] of [
      [ys[0], 1 - ys[2]],
      [ys[1], ys[2]],
    ] as const) {
      for (const [i, a] of [
        [xs[0], 1 - xs[2]],
        [xs[1], xs[2]],
      ] as const) {
        const cell = i + grid.x.count * (j + grid.y.count * k);
        const weight = a * b * c;
        if (weight === 0 || (left !== undefined && left[cell] > 0)) continue;
        total += weight * valueOf(cell);
        weights += weight;
      }
    }
  }
  return total / weights;
};
