import { describe, expect, test } from 'vitest';
import { axisymmetricMesh, blockMesh, sphericalMesh, type Mesh } from '../grid/mesh.ts';
import { log } from '../math/exponential/log.ts';
import { cos } from '../math/angle/cos.ts';
import { sin } from '../math/angle/sin.ts';
import { exp } from '../math/exponential/exp.ts';
import { createConduction } from './conduction.ts';
import {
  atCentres,
  difference,
  holdSides,
  order,
  potentialOf,
  stretched,
  uniform,
  type Function3,
} from './testing/problems.ts';

interface Manufactured {
  readonly u: Function3;
  readonly sigma: Function3;
  /** -div(σ grad u). */
  readonly source: Function3;
}

const solveManufactured = (
  mesh: Mesh,
  { u, sigma, source }: Manufactured,
  sides: readonly Side[],
): number => {
  const conduction = createConduction(mesh, { build: 'f64' });
  const conductivity = atCentres(mesh, sigma);
  const potential = potentialOf(conduction, conductivity);
  holdSides(mesh, potential, conductivity, Object.fromEntries(sides.map((side) => [side, u])));
  potential.source.write(atCentres(mesh, source).map((value, c) => value * mesh.volumes[c]));
  potential.refresh();
  potential.solve({ tolerance: 1e-11 });
  return difference(mesh, potential.value.read(), atCentres(mesh, u));
};

type Side = keyof Mesh['borders'];
const allSides: readonly Side[] = ['west', 'east', 'north', 'south', 'top', 'bottom'];

// Second order is what the two-point flux has on smooth meshes; 0.1 is the margin for grids this coarse.
const margin = 0.1;

// u = g φ / σ with φ = 0 at the jump: u and the current σ ∂u/∂z = g φ' are both continuous.
const twoLayers: Function3 = (_x, _y, z) => (z < 0.25 ? 0.05 : 1);
const g = (x: number, y: number): number => cos(2 * x) * cos(y);
const phi = (z: number): number => sin(3 * (z - 0.25));

describe('steady conduction is of second order', () => {
  test('with a conductivity that varies in three directions, on a stretched block', () => {
    const manufactured: Manufactured = {
      u: (x, y, z) => sin(2 * x) * cos(3 * y) * exp(z),
      sigma: (x, y, z) => exp(x + y - z),
      // With s = σ: -σ (∇s/s · ∇u + Δu), ∇s/s = (1, 1, -1), Δu = -12 u.
      source: (x, y, z) =>
        -exp(x + y - z) *
        exp(z) *
        (2 * cos(2 * x) * cos(3 * y) - 3 * sin(2 * x) * sin(3 * y) - 13 * sin(2 * x) * cos(3 * y)),
    };
    const errors = [8, 16, 32].map((n) => {
      const mesh = blockMesh(stretched(0, 1, n, 3), uniform(0, 1, n), stretched(0, 1, n, 0.4));
      return solveManufactured(mesh, manufactured, allSides);
    });
    expect(Math.abs(order(errors) - 2)).toBeLessThan(margin);
  });

  test('across a jump of the conductivity by 20', () => {
    const manufactured: Manufactured = {
      u: (x, y, z) => (g(x, y) * phi(z)) / twoLayers(x, y, z),
      sigma: twoLayers,
      source: (x, y, z) => 14 * g(x, y) * phi(z),
    };
    const errors = [8, 16, 32].map((n) => {
      const mesh = blockMesh(uniform(0, 1, n), uniform(0, 1, n), uniform(0, 1, n));
      return solveManufactured(mesh, manufactured, allSides);
    });
    expect(Math.abs(order(errors) - 2)).toBeLessThan(margin);
  });

  test('in rings about an axis and along it', () => {
    // u = r² z², Δu = 4 z² + 2 r².
    const manufactured: Manufactured = {
      u: (r, _y, z) => r * r * z * z,
      sigma: () => 1,
      source: (r, _y, z) => -(4 * z * z + 2 * r * r),
    };
    const errors = [10, 20, 40, 80].map((n) => {
      const mesh = axisymmetricMesh(uniform(0, 1, n), uniform(0, 1, n));
      return solveManufactured(mesh, manufactured, ['east', 'top', 'bottom']);
    });
    expect(Math.abs(order(errors) - 2)).toBeLessThan(margin);
  });
});

const solveBetween = (mesh: Mesh): Float64Array => {
  const conduction = createConduction(mesh, { build: 'f64' });
  const conductivity = new Float64Array(mesh.volumes.length).fill(0.4);
  const potential = potentialOf(conduction, conductivity);
  holdSides(mesh, potential, conductivity, { west: () => 1, east: () => 0 });
  potential.refresh();
  potential.solve({ tolerance: 1e-12 });
  return potential.value.read();
};

describe('closed forms that the links reproduce exactly', () => {
  test.each([
    ['a slab', blockMesh(stretched(1, 4, 20, 5), [0, 1], [0, 1]), (r: number) => (4 - r) / 3],
    ['a tube', axisymmetricMesh(stretched(1, 4, 20, 5), [0, 1]), (r: number) => log(4 / r) / log(4)],
    ['a shell', sphericalMesh(stretched(1, 4, 20, 5)), (r: number) => (1 / r - 0.25) / 0.75],
  ])('%s', (_name, mesh, exact) => {
    const values = solveBetween(mesh);
    atCentres(mesh, exact).forEach((value, c) => expect(Math.abs(values[c] - value)).toBeLessThan(1e-10));
  });
});
