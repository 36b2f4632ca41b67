import type { Quantity } from '../problem/heat-problem.ts';
import { cellVolumes } from '../grid/heat-grid.ts';
import type { HeatGrid } from '../grid/heat-grid.ts';
import { superpose } from '../potential/potential.ts';
import type { Fields, Tried } from '../march/progress.ts';
import type { Setting } from '../march/setting.ts';

/** What fields are shown from: the state, and the electric side of the step that led to it. */
export interface Shown {
  readonly fields: Fields;
  readonly tried: Tried | undefined;
  readonly setting: Setting;
}

const potentialOf = ({ fields, tried, setting }: Shown): Float64Array => {
  const { electric, groupVolts } = tried ?? {};
  const cells = fields.temperatures.length;
  if (electric === undefined || groupVolts === undefined || groupVolts.length === 0)
    return new Float64Array(cells);
  const out = superpose(electric.bases, groupVolts);
  const { groups } = setting.potential.terminals;
  const volts = setting.electrodes.map(({ group }) =>
    group === undefined ? 0 : groupVolts[groups.indexOf(group)],
  );
  setting.embedding.metal.forEach((metal, cell) => {
    if (metal > 0) out[cell] = volts[metal - 1];
  });
  return out;
};

/** Slope along one axis: the mean over the cell's two links of that axis. */
const slopeAlong = (
  { centres, count }: HeatGrid['x'],
  potential: Float64Array,
  { n, cell, step }: { readonly n: number; readonly cell: number; readonly step: number },
): number => {
  const slopes: number[] = [];
  if (n > 0) slopes.push((potential[cell] - potential[cell - step]) / (centres[n] - centres[n - 1]));
  if (n < count - 1) slopes.push((potential[cell + step] - potential[cell]) / (centres[n + 1] - centres[n]));
  return slopes.length === 0 ? 0 : slopes.reduce((sum, slope) => sum + slope, 0) / slopes.length;
};

const strengthOf = (grid: HeatGrid, potential: Float64Array): Float64Array => {
  const [nx, nxy] = [grid.x.count, grid.x.count * grid.y.count];
  return potential.map((_, cell) => {
    const x = slopeAlong(grid.x, potential, { n: cell % nx, cell, step: 1 });
    const y = slopeAlong(grid.y, potential, { n: Math.floor(cell / nx) % grid.y.count, cell, step: nx });
    const z = slopeAlong(grid.z, potential, { n: Math.floor(cell / nxy), cell, step: nxy });
    return Math.sqrt(x * x + y * y + z * z);
  });
};

/** A quantity in every cell, SI. */
export const quantityField = (grid: HeatGrid, quantity: Quantity, shown: Shown): Float64Array => {
  const { fields, tried } = shown;
  switch (quantity.kind) {
    case 'temperature':
      return fields.temperatures;
    case 'vapour':
      return fields.vapour;
    case 'damage':
      return fields.damage.get(quantity.kinetics) ?? new Float64Array(grid.cells);
    case 'heat': {
      const volumes = cellVolumes(grid);
      return volumes.map((volume, cell) => (tried?.joule?.cells[cell] ?? 0) / volume);
    }
    case 'potential':
      return potentialOf(shown);
    case 'field-strength':
      return strengthOf(grid, potentialOf(shown));
  }
};
