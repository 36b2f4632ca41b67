import { expect, test } from 'vitest';
import { blockMesh } from '../grid/mesh.ts';
import { exp } from '../math/exponential/exp.ts';
import type { KernelBuild } from '../kernels/kernels.ts';
import { createConduction } from './conduction.ts';
import { order, uniform } from './testing/problems.ts';

/** A column of cells with a rod of three nodes whose last touches the first cell; heat 1 in the rod's first node. */
const heldHeat = (steps: number, time: number) => {
  const mesh = blockMesh([0, 1], [0, 1], uniform(0, 1, 4));
  const conduction = createConduction(mesh, { build: 'f64' });
  const network = conduction.network();
  const unit = conduction.field();
  unit.write(new Float64Array(4).fill(1));
  conduction.link(unit, network);
  network.anchor.write([2, 0, 0, 0]);
  const flow = conduction.heatFlow(network);
  flow.perHeat.write(new Float64Array(4).fill(4));
  flow.refresh();
  const lump = {
    cells: Int32Array.of(0),
    nodes: Int32Array.of(2),
    conductances: Float64Array.of(2),
    capacities: Float64Array.of(1, 0.5, 0.2),
    along: Float64Array.of(3, 1),
    heat: undefined,
    rises: Float64Array.of(1, 0, 0),
  };
  for (let n = 0; n < steps; n++) flow.advance(time / steps, [lump]);
  const cells = flow.temperature.read();
  const heat = cells.reduce((sum, rise) => sum + rise / 4, 0);
  return {
    cells,
    rises: lump.rises,
    heat: heat + lump.rises.reduce((sum, t, n) => sum + t * lump.capacities[n], 0),
  };
};

test('heat that flows along a rod and out of its end is kept, and ends even', () => {
  expect(heldHeat(7, 0.3).heat).toBeCloseTo(1, 12);
  const { cells, rises, heat } = heldHeat(200, 40);
  expect(heat).toBeCloseTo(1, 12);
  for (const rise of [...cells, ...rises]) expect(rise).toBeCloseTo(1 / 2.7, 6);
});

test('a rod and the cells it touches step together at second order, fast nodes or not', () => {
  const exact = heldHeat(4096, 0.5).rises[2];
  const errors = [8, 16, 32].map((steps) => Math.abs(heldHeat(steps, 0.5).rises[2] - exact));
  expect(Math.abs(order(errors) - 2)).toBeLessThan(0.15);
});

test('two nodes alone come together as an exponential', () => {
  const mesh = blockMesh([0, 1], [0, 1], [0, 1, 2]);
  const conduction = createConduction(mesh, { build: 'f64' });
  const flow = conduction.heatFlow(conduction.network());
  flow.perHeat.write([1, 1]);
  flow.refresh();
  const lump = {
    cells: new Int32Array(0),
    nodes: new Int32Array(0),
    conductances: new Float64Array(0),
    capacities: Float64Array.of(2, 2),
    along: Float64Array.of(1),
    heat: undefined,
    rises: Float64Array.of(1, 0),
  };
  for (let n = 0; n < 200; n++) flow.advance(0.01, [lump]);
  expect(lump.rises[0]).toBeCloseTo(0.5 + exp(-2) / 2, 5);
});

/** Rods in a row of 64 cells, of which two touch the same cells, one of them each cell twice; a third has no capacity. */
const rodsIn = (build: KernelBuild) => {
  const mesh = blockMesh(uniform(0, 1, 64), [0, 1], [0, 1]);
  const conduction = createConduction(mesh, { build });
  const network = conduction.network();
  const flow = conduction.heatFlow(network);
  const anchors = new Float64Array(64);
  const rod = (first: number, cells: readonly number[], capacities: readonly number[]) => {
    const conductances = Float64Array.from(cells, (cell) => 0.3 + ((cell * 7) % 11) / 11);
    cells.forEach((cell, c) => (anchors[cell] += conductances[c]));
    return {
      cells: Int32Array.from(cells),
      nodes: Int32Array.from(cells, (_, c) => (c * capacities.length) / cells.length),
      conductances,
      capacities: Float64Array.from(capacities),
      along: Float64Array.from(capacities.slice(1), (_, n) => 0.2 + n),
      heat: Float64Array.from(capacities, (_, n) => n + first),
      rises: Float64Array.from(capacities, (_, n) => first - n),
    };
  };
  const run = Array.from({ length: 10 }, (_, n) => 5 + n);
  const rods = [rod(1, run, [0.4, 0.7]), rod(2, [...run, ...run], [0.9, 0.3, 0.2]), rod(3, [40, 41], [0])];
  network.anchor.write(anchors);
  const capacities = Float64Array.from({ length: 64 }, (_, cell) => 0.1 + (cell % 5) / 7);
  flow.perHeat.write(capacities.map((capacity) => 1 / capacity));
  flow.refresh();
  for (let n = 0; n < 20; n++) flow.advance(0.05, rods);
  const cells = flow.temperature.read();
  const heat = cells.reduce((sum, rise, cell) => sum + rise * capacities[cell], 0);
  const metal = rods.flatMap((own) => Array.from(own.rises, (rise, n) => rise * own.capacities[n]));
  return { values: [...cells, ...rods.flatMap(({ rises }) => [...rises])], heat, metal };
};

test('rods that touch the same cells keep all heat, with the same bits in JavaScript and WebAssembly', () => {
  const own = rodsIn('f64');
  expect(rodsIn('reference')).toEqual(own);
  // Heat at the beginning, and what one second brings: 1 + 2, 2 + 3 + 4, and 3 W.
  const atStart = 0.4 * 1 + 0.9 * 2 + 0.3 * 1;
  const total = own.metal.reduce((sum, value) => sum + value, own.heat);
  expect(total).toBeCloseTo(atStart + 15, 10);
  const single = rodsIn('f32').values;
  own.values.forEach((value, n) => expect(Math.abs(single[n] - value)).toBeLessThan(1e-5 * (1 + value)));
});
