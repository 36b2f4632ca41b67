import type { ArrayHeating } from '@percuta/engine';

/** A cut through the needles of one column, along y and depth. Lengths in m, value (j, k) number j + count × k. */
export interface HeatPlane {
  /** From the centre of the array. */
  readonly along: readonly number[];
  readonly depths: readonly number[];
  /** Middles of the needles that are cut. */
  readonly needles: readonly { readonly at: number; readonly group: string }[];
  /** K. */
  readonly temperature: Float64Array;
  /** Natural logarithms. */
  readonly collagen: Float64Array;
  readonly cells: Float64Array;
}

const least = 1e-30;

/** Values in a plane of constant x; a metal cell takes that of the nearest tissue along y. */
const slice = (
  { fields }: ArrayHeating,
  values: Float64Array,
  column: number,
  isDamage: boolean,
): Float64Array => {
  const { grid, metal } = fields;
  const [nx, ny, nz] = [grid.x.count, grid.y.count, grid.z.count];
  const cellAt = (j: number, k: number): number => column + nx * (j + ny * k);
  const tissueAt = (j: number, k: number): number => {
    for (let away = 0; away < ny; away += 1) {
      for (const other of [j - away, j + away]) {
        if (other >= 0 && other < ny && metal[cellAt(other, k)] === 0) return cellAt(other, k);
      }
    }
    return cellAt(j, k);
  };
  return new Float64Array(ny * nz).map((_, place) => {
    const [j, k] = [place % ny, Math.floor(place / ny)];
    if (!isDamage) return values[cellAt(j, k)] ?? NaN;
    return Math.log(Math.max(values[tissueAt(j, k)] ?? 0, least));
  });
};

/** The array along y, unfolded at a mirror plane. */
const unfolded = (values: Float64Array, count: number, isFolded: boolean): Float64Array => {
  if (!isFolded) return values;
  const whole = 2 * count;
  return new Float64Array((values.length / count) * whole).map((_, place) => {
    const [j, k] = [place % whole, Math.floor(place / whole)];
    return values[(j < count ? count - 1 - j : j - count) + count * k] ?? NaN;
  });
};

/** The cut through the column of needles nearest to the middle of the array. */
export const heatPlane = (heating: ArrayHeating): HeatPlane => {
  const { grid, part, hot, collagen, cells } = heating.fields;
  const middle = Math.min(...part.needles.map(({ x }) => Math.abs(x)));
  const x = part.needles.find((needle) => Math.abs(needle.x) === middle)?.x ?? 0;
  const column = grid.x.centres.findIndex((centre) => centre >= x - part.centre.x);
  const own = Array.from(grid.y.centres, (at) => at + part.centre.y);
  const count = own.length;
  const cut = (values: Float64Array, isDamage: boolean): Float64Array =>
    unfolded(slice(heating, values, column, isDamage), count, part.fold.y);
  return {
    along: part.fold.y ? [...own.map((at) => -at).toReversed(), ...own] : own,
    depths: Array.from(grid.z.centres),
    needles: heating.needles
      .filter(({ needle }) => Math.abs(needle.x - x) < 1e-9)
      .map(({ needle }) => ({ at: needle.y, group: needle.group })),
    temperature: cut(hot, false),
    collagen: cut(collagen, true),
    cells: cut(cells, true),
  };
};
