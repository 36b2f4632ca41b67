import { exp, log } from '@percuta/numerics';
import type { HeatGrid } from '../grid/heat-grid.ts';
import type { Point, Quantity } from '../problem/heat-problem.ts';
import { temperatureAt } from './probe-temperature.ts';
import { quantityField } from './quantities.ts';
import type { Shown } from './quantities.ts';
import { sampled } from './sample.ts';

// Damage that counts as none, so that its logarithm is finite.
export const LEAST_DAMAGE = 1e-30;

const unknown = { kind: 'unknown' } as const;

/** A field between the centres of cells of one filling; a potential goes by its flux where two meet. */
const between = (
  grid: HeatGrid,
  values: Float64Array,
  at: Point,
  { setting, tried }: Shown,
  kind: Quantity['kind'],
) => {
  const { metal } = setting.embedding;
  const { ofCell } = setting.heat.medium;
  const isPotential = kind === 'potential';
  const sigma = isPotential ? tried?.electric?.sigma : undefined;
  return sampled(
    {
      grid,
      nodeOf: (cell) => {
        if (metal[cell] > 0 && !isPotential) return undefined;
        const filling = metal[cell] > 0 ? -metal[cell] : ofCell[cell];
        const conductivity = metal[cell] > 0 ? NaN : (sigma?.[cell] ?? NaN);
        return { value: values[cell], filling, conductivity };
      },
      faceOf: () => unknown,
    },
    at,
  );
};

/** Value of a quantity at a point, SI. Damage is read by its logarithm, as it falls as an exponential. */
export const probeValue = (quantity: Quantity, grid: HeatGrid, shown: Shown, at: Point): number => {
  if (quantity.kind === 'temperature') return temperatureAt(shown.setting, shown.fields, at);
  const values = quantityField(grid, quantity, shown);
  if (quantity.kind === 'damage') {
    const logs = values.map((value) => log(Math.max(value, LEAST_DAMAGE)));
    const found = exp(between(grid, logs, at, shown, quantity.kind));
    return found <= LEAST_DAMAGE * 2 ? 0 : found;
  }
  const found = between(grid, values, at, shown, quantity.kind);
  return quantity.kind === 'vapour' ? Math.min(1, Math.max(0, found)) : found;
};
