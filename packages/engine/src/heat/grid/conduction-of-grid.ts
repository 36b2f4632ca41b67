import { createConduction } from '@percuta/numerics';
import type { Conduction, ConductionOptions } from '@percuta/numerics';
import type { Axis } from './axis.ts';
import type { LinkFactors } from './embed/embedding.ts';
import { emptyOut } from './empty-out.ts';
import type { HeatGrid } from './heat-grid.ts';

/** Resistance between a cell's centre and the next, of a unit conductor. */
const wayFrom = ({ high, low }: Axis, n: number): number => high[n] + low[n + 1];

const sharesOf = (axis: Axis): number[] =>
  Array.from({ length: axis.count - 1 }, (_, n) => axis.high[n] / wayFrom(axis, n));

/** 1 over the way from each cell to the next; 0 for the last. */
const inverseWays = (axis: Axis): Float64Array =>
  axis.widths.map((_, n) => (n < axis.count - 1 ? 1 / wayFrom(axis, n) : 0));

/** Area over distance of the face of each cell towards +x, +y and +z, times its factor. */
const facesOf = ({ x, y, z, cells }: HeatGrid, factors: LinkFactors) => {
  const faces = { x: new Float64Array(cells), y: new Float64Array(cells), z: new Float64Array(cells) };
  const ways = { x: inverseWays(x), y: inverseWays(y), z: inverseWays(z) };
  for (let row = 0; row < y.count * z.count; row++) {
    const [wy, wz] = [y.widths[row % y.count], z.widths[Math.floor(row / y.count)]];
    const [wayY, wayZ] = [ways.y[row % y.count], ways.z[Math.floor(row / y.count)]];
    const first = row * x.count;
    for (let i = 0; i < x.count; i++) {
      const cell = first + i;
      const wx = x.widths[i];
      faces.x[cell] = factors.x[cell] * wy * wz * ways.x[i];
      faces.y[cell] = factors.y[cell] * wx * wz * wayY;
      faces.z[cell] = factors.z[cell] * wx * wy * wayZ;
    }
  }
  return faces;
};

/** Conduction over a grid whose faces are those of the factors. */
export const conductionOfGrid = (
  grid: HeatGrid,
  factors: LinkFactors,
  options: ConductionOptions,
): Conduction => {
  const { x, y, z } = grid;
  const faces = facesOf(grid, factors);
  const conduction = createConduction(
    {
      nx: x.count,
      ny: y.count,
      nz: z.count,
      edges: { x: Array.from(x.edges), y: Array.from(y.edges), z: Array.from(z.edges) },
      faces,
      shares: { x: sharesOf(x), y: sharesOf(y), z: sharesOf(z) },
    },
    options,
  );
  emptyOut([faces.x, faces.y, faces.z]);
  return conduction;
};
