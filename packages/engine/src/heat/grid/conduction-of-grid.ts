import { createConduction } from '@percuta/numerics';
import type { Conduction, KernelBuild } from '@percuta/numerics';
import type { Axis } from './axis.ts';
import type { LinkFactors } from './embed/embedding.ts';
import type { HeatGrid } from './heat-grid.ts';

/** Resistance between a cell's centre and the next, of a unit conductor. */
const wayFrom = ({ high, low }: Axis, n: number): number => high[n] + low[n + 1];

const sharesOf = (axis: Axis): number[] =>
  Array.from({ length: axis.count - 1 }, (_, n) => axis.high[n] / wayFrom(axis, n));

/** Area over distance of the face of each cell towards +x, +y and +z, times its factor. */
const facesOf = ({ x, y, z, cells }: HeatGrid, factors: LinkFactors) => {
  const faces = { x: new Float64Array(cells), y: new Float64Array(cells), z: new Float64Array(cells) };
  let cell = 0;
  for (let k = 0; k < z.count; k++) {
    for (let j = 0; j < y.count; j++) {
      for (let i = 0; i < x.count; i++, cell++) {
        const [wx, wy, wz] = [x.widths[i], y.widths[j], z.widths[k]];
        if (i < x.count - 1) faces.x[cell] = (factors.x[cell] * wy * wz) / wayFrom(x, i);
        if (j < y.count - 1) faces.y[cell] = (factors.y[cell] * wx * wz) / wayFrom(y, j);
        if (k < z.count - 1) faces.z[cell] = (factors.z[cell] * wx * wy) / wayFrom(z, k);
      }
    }
  }
  return faces;
};

/** Conduction over a grid whose faces are those of the factors. */
export const conductionOfGrid = (grid: HeatGrid, factors: LinkFactors, build: KernelBuild): Conduction => {
  const { x, y, z } = grid;
  return createConduction(
    {
      nx: x.count,
      ny: y.count,
      nz: z.count,
      edges: { x: Array.from(x.edges), y: Array.from(y.edges), z: Array.from(z.edges) },
      faces: facesOf(grid, factors),
      shares: { x: sharesOf(x), y: sharesOf(y), z: sharesOf(z) },
    },
    { build },
  );
};
