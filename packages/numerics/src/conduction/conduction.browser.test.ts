import { expect, test } from 'vitest';
import { blockMesh } from '../grid/mesh.ts';
import type { KernelBuild } from '../kernels/kernels.ts';
import { createConduction } from './conduction.ts';

/** A potential in a block with a held cell at two corners. */
const solve = (build: KernelBuild): Float64Array => {
  const edges = Array.from({ length: 13 }, (_, i) => i / 12);
  const conduction = createConduction(blockMesh(edges, edges, edges), { build });
  const conductivity = conduction.field();
  conductivity.write(1);
  const network = conduction.network();
  conduction.link(conductivity, network);
  const potential = conduction.potential(network);
  for (const [cell, level] of [
    [0, 1],
    [12 ** 3 - 1, -1],
  ]) {
    network.anchor.set(cell, 0.5);
    potential.level.set(cell, level);
  }
  potential.refresh();
  potential.solve({ tolerance: 1e-6 });
  return potential.value.read();
};

test('a browser without cross-origin isolation runs the kernels, with the bits of JavaScript in f64', () => {
  expect(globalThis.crossOriginIsolated).toBe(false);
  const reference = solve('reference');
  expect(solve('f64')).toEqual(reference);
  solve('f32').forEach((value, c) => expect(Math.abs(value - reference[c])).toBeLessThan(1e-5));
});
