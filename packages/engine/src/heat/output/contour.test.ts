import { expect, test } from 'vitest';
import { axisOf } from '../grid/axis.ts';
import { cellVolumes, heatGrid } from '../grid/heat-grid.ts';
import type { HeatGrid } from '../grid/heat-grid.ts';
import { contourOf } from './contour.ts';

/** A block from -1 to 1 whose cells grow outwards by a fifth of their place. */
const blockOf = (count: number): HeatGrid => {
  const edges = Array.from({ length: 2 * count + 1 }, (_, n) => (n - count) / count).map(
    (u) => u * (0.8 + 0.2 * Math.abs(u)),
  );
  const axis = axisOf('slab', edges);
  return heatGrid(axis, axis, axis);
};

const valuesOf = (
  { x, y, z, cells }: HeatGrid,
  of: (x: number, y: number, z: number) => number,
): Float64Array =>
  Float64Array.from({ length: cells }, (_, cell) =>
    of(
      x.centres[cell % x.count],
      y.centres[Math.floor(cell / x.count) % y.count],
      z.centres[Math.floor(cell / (x.count * y.count))],
    ),
  );

const measured = (grid: HeatGrid, values: Float64Array, level: number) =>
  contourOf(grid, values, level, { metal: new Uint8Array(grid.cells), volumes: cellVolumes(grid) });

test('an ellipsoid of three cells across is met where the field bends as a parabola', () => {
  const grid = blockOf(6);
  const found = measured(
    grid,
    valuesOf(grid, (x, y, z) => 1 - (x * x) / 0.36 - (y * y) / 0.25 - (z * z) / 0.16),
    0,
  );
  // Along lines of centres, which lie beside the middle: to the shift of the surface there.
  expect(found.zones[0].x.to).toBeGreaterThan(0.56);
  expect(found.zones[0].x.to).toBeLessThan(0.6);
  expect(found.volume / ((4 / 3) * Math.PI * 0.6 * 0.5 * 0.4)).toBeCloseTo(1, 2);
});

test('widths are those of the parabola along a line of centres', () => {
  const grid = blockOf(7);
  const [middle] = grid.x.centres.filter((centre) => centre > 0);
  const found = measured(
    grid,
    valuesOf(grid, (x) => 0.3 - x * x),
    0,
  );
  expect(middle).toBeGreaterThan(0);
  expect(found.zones[0].x.to).toBeCloseTo(Math.sqrt(0.3), 4);
  expect(found.zones[0].x.from).toBeCloseTo(-Math.sqrt(0.3), 4);
});

test('two zones beside metal are two, and metal does not count', () => {
  const grid = blockOf(5);
  const values = valuesOf(grid, (x) => (Math.abs(x) > 0.3 ? 1 : 0));
  const metal = new Uint8Array(grid.cells);
  metal.fill(1, 0, grid.x.count);
  const all = measured(grid, values, 0.5);
  const volumes = cellVolumes(grid).map((volume, cell) => (metal[cell] > 0 ? 0 : volume));
  const found = contourOf(grid, values, 0.5, { metal, volumes });
  expect(all.zones).toHaveLength(2);
  expect(found.volume).toBeLessThan(all.volume);
});
