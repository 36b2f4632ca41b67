import { expect, test } from 'vitest';
import { blockMesh } from '../grid/mesh.ts';
import { exp } from '../math/exponential/exp.ts';
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
