import type { LinkFactors } from './embed/embedding.ts';
import type { HeatGrid } from './heat-grid.ts';

/** Conductances of the links from each cell to its next along x, y and z; 0 at the ends of the axes. */
export interface Links {
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly z: Float64Array;
}

export const emptyLinks = (cells: number): Links => ({
  x: new Float64Array(cells),
  y: new Float64Array(cells),
  z: new Float64Array(cells),
});

/**
 * Conductances for a property that is constant in each cell, the two halves in series: exact through layers
 * (heat.20). `property` in S/m or W/m/K gives S or W/K. Writes into `links`.
 */
export const fillLinks = (
  grid: HeatGrid,
  factors: LinkFactors,
  property: Float64Array,
  links: Links,
): void => {
  const { x, y, z } = grid;
  const [nx, ny, nz] = [x.count, y.count, z.count];
  const plane = nx * ny;
  for (let k = 0; k < nz; k++) {
    for (let j = 0; j < ny; j++) {
      const [acrossX, rowArea] = [y.widths[j] * z.widths[k], y.widths[j]];
      const row = nx * (j + ny * k);
      for (let i = 0; i < nx; i++) {
        const cell = row + i;
        const own = property[cell];
        if (i < nx - 1) {
          const resistance = x.high[i] / own + x.low[i + 1] / property[cell + 1];
          links.x[cell] = (factors.x[cell] * acrossX) / resistance;
        }
        if (j < ny - 1) {
          const resistance = y.high[j] / own + y.low[j + 1] / property[cell + nx];
          links.y[cell] = (factors.y[cell] * x.widths[i] * z.widths[k]) / resistance;
        }
        if (k < nz - 1) {
          const resistance = z.high[k] / own + z.low[k + 1] / property[cell + plane];
          links.z[cell] = (factors.z[cell] * x.widths[i] * rowArea) / resistance;
        }
      }
    }
  }
};
