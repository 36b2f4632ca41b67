import type { Axis } from './axis.ts';

/**
 * A tensor product of three axes; cell (i, j, k) is number i + nx (j + ny k), k by depth. In an axisymmetric domain
 * i is the radius, in a radial line the only axis with more than one cell.
 */
export interface HeatGrid {
  readonly x: Axis;
  readonly y: Axis;
  readonly z: Axis;
  readonly cells: number;
}

export type Direction = 'x' | 'y' | 'z';
export const directions: readonly Direction[] = ['x', 'y', 'z'];

export const heatGrid = (x: Axis, y: Axis, z: Axis): HeatGrid => ({
  x,
  y,
  z,
  cells: x.count * y.count * z.count,
});

/** Distance between a cell and its next along each axis, in cell numbers. */
export const strides = ({ x, y }: HeatGrid): Readonly<Record<Direction, number>> => ({
  x: 1,
  y: x.count,
  z: x.count * y.count,
});

/** Volume of every cell, m³ (per metre or per m² where an axis is single). */
export const cellVolumes = ({ x, y, z, cells }: HeatGrid): Float64Array => {
  const volumes = new Float64Array(cells);
  let cell = 0;
  for (let k = 0; k < z.count; k++) {
    for (let j = 0; j < y.count; j++) {
      for (let i = 0; i < x.count; i++) volumes[cell++] = x.widths[i] * y.widths[j] * z.widths[k];
    }
  }
  return volumes;
};
