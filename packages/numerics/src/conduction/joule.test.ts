import { describe, expect, test } from 'vitest';
import { axisymmetricMesh, blockMesh, type Mesh } from '../grid/mesh.ts';
import type { KernelBuild } from '../kernels/kernels.ts';
import { createConduction } from './conduction.ts';
import { atCentres, holdSides, stretched, uniform } from './testing/problems.ts';

// The conductivity falls by 30 from one layer to the next.
const sigma = (x: number, _y: number, z: number): number => (z < 0.4 ? 0.9 : 0.03) * (1 + x);

const heated = (mesh: Mesh, build: KernelBuild, tolerance: number) => {
  const conduction = createConduction(mesh, { build });
  const conductivity = conduction.field();
  conductivity.write(atCentres(mesh, sigma));
  const network = conduction.network();
  conduction.link(conductivity, network);
  const potential = conduction.potential(network);
  holdSides(mesh, potential, conductivity.read(), { top: (x) => 10 + x, bottom: () => -3 });
  potential.refresh();
  potential.solve({ tolerance });
  const power = conduction.field();
  conduction.joule(potential, conductivity, power);
  const [anchor, level, value] = [network.anchor.read(), potential.level.read(), potential.value.read()];
  // V I summed over all anchors.
  const fed = anchor.reduce((sum, g, c) => sum + level[c] * g * (level[c] - value[c]), 0);
  return { power: power.read(), total: conduction.total(power), fed };
};

const meshes: readonly [string, Mesh][] = [
  ['a graded block', blockMesh(stretched(0, 1, 14, 4), uniform(0, 1, 11), stretched(0, 1, 17, 0.3))],
  ['rings', axisymmetricMesh(stretched(0.05, 1, 20, 6), uniform(0, 1, 30))],
];

describe.each(meshes)('all power fed in becomes heat: %s', (_name, mesh) => {
  test('to 1e-9 in f64', () => {
    const { total, fed } = heated(mesh, 'f64', 1e-11);
    expect(Math.abs(total / fed - 1)).toBeLessThan(1e-9);
  });

  test('to 1e-4 in f32 with a solve to 1e-5', () => {
    const { total, fed } = heated(mesh, 'f32', 1e-5);
    expect(Math.abs(total / fed - 1)).toBeLessThan(1e-4);
  });

  test('with the same bits in JavaScript and WebAssembly', () => {
    expect(heated(mesh, 'f64', 1e-6)).toEqual(heated(mesh, 'reference', 1e-6));
  });
});

test('in a rod of two materials each cell gets the heat of its own resistance', () => {
  const mesh = blockMesh([0, 1], [0, 1], uniform(0, 1, 10));
  const conduction = createConduction(mesh, { build: 'f64' });
  const conductivity = conduction.field();
  conductivity.write(atCentres(mesh, (_x, _y, z) => (z < 0.5 ? 1 : 0.1)));
  const network = conduction.network();
  conduction.link(conductivity, network);
  const potential = conduction.potential(network);
  holdSides(mesh, potential, conductivity.read(), { top: () => 1, bottom: () => 0 });
  potential.refresh();
  potential.solve({ tolerance: 1e-13 });
  const power = conduction.field();
  conduction.joule(potential, conductivity, power);
  // Resistance 0.5/1 + 0.5/0.1 = 5.5; the cells at the ends share theirs with the half cell at the border.
  const current = 1 / 5.5;
  const heat = power.read();
  expect(heat[3]).toBeCloseTo(current ** 2 * 0.1, 12);
  expect(heat[4]).toBeCloseTo(current ** 2 * 0.1, 12);
  expect(heat[5]).toBeCloseTo(current ** 2 * 1, 12);
  expect(heat[0] + heat[9]).toBeCloseTo(current ** 2 * 1.1, 12);
});
