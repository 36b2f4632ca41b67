import { describe, expect, test } from 'vitest';
import { MemoryExceeded, SolverFailed } from '../error.ts';
import { blockMesh, type Mesh } from '../grid/mesh.ts';
import { cbrt } from '../math/exponential/cbrt.ts';
import type { KernelBuild } from '../kernels/kernels.ts';
import { createConduction, type Conduction } from './conduction.ts';
import type { Potential } from './potential.ts';
import { atCentres, potentialOf, stretched, uniform } from './testing/problems.ts';

// Three layers of unlike conductivity, as skin has, and two rods held at ±25.
const layered = (_x: number, _y: number, z: number): number => (z < 0.1 ? 0.1 : z < 1.7 ? 0.35 : 0.03);
const rod = (x: number, y: number, z: number): number => {
  if (z < 1 || z > 1.5) return 0;
  if ((x - 1) ** 2 + (y - 1.5) ** 2 < 0.0225) return 25;
  return (x - 2) ** 2 + (y - 1.5) ** 2 < 0.0225 ? -25 : 0;
};

const block = (nx: number, ny: number, nz: number): Mesh =>
  blockMesh(uniform(0, 3, nx), uniform(0, 3, ny), uniform(0, 4, nz));

/** Edges with cells of `least` about 1, 1.5 and 2, growing to `most` elsewhere. */
const around = (length: number, least: number, most: number): number[] => {
  const edges = [0];
  for (let x = 0; x < length;) {
    const distance = Math.min(...[1, 1.5, 2].map((centre) => Math.abs(centre - x)));
    x += Math.min(most, least + 0.25 * Math.max(0, distance - 3 * least));
    edges.push(x);
  }
  return edges.map((edge) => (edge * length) / (edges.at(-1) ?? 1));
};

const rods = (mesh: Mesh, build: KernelBuild): { conduction: Conduction; potential: Potential } => {
  const conduction = createConduction(mesh, { build });
  const potential = potentialOf(conduction, atCentres(mesh, layered));
  const levels = atCentres(mesh, rod);
  potential.level.write(levels);
  potential.network.anchor.write(levels.map((value, c) => (value === 0 ? 0 : 30 * cbrt(mesh.volumes[c]))));
  potential.refresh();
  return { conduction, potential };
};

const small = block(20, 20, 26);

describe('builds', () => {
  const results = (['reference', 'f64', 'f32'] as const).map((build) => {
    const { potential } = rods(small, build);
    const { iterations } = potential.solve({ tolerance: build === 'f32' ? 1e-7 : 1e-9 });
    return { iterations, values: potential.value.read() };
  });
  const [reference, double, single] = results;

  test('JavaScript and WebAssembly give the same bits', () => {
    expect(double).toEqual(reference);
  });

  test('f32 differs from f64 by less than 1e-5 of the range', () => {
    single.values.forEach((value, c) => expect(Math.abs(value - double.values[c])).toBeLessThan(50e-5));
  });
});

describe('the solution', () => {
  const { potential } = rods(small, 'f64');
  potential.solve({ tolerance: 1e-12 });
  const values = potential.value.read();

  test('lies between the fixed levels', () => {
    expect(Math.max(...values)).toBeLessThanOrEqual(25);
    expect(Math.min(...values)).toBeGreaterThanOrEqual(-25);
  });

  test('is odd under the mirror that swaps the rods', () => {
    const { nx } = small;
    values.forEach((value, c) => {
      const mirror = c - (c % nx) + (nx - 1 - (c % nx));
      expect(Math.abs(value + values[mirror])).toBeLessThan(1e-7);
    });
  });

  test('doubles when the levels do', () => {
    potential.level.write(potential.level.read().map((level) => 2 * level));
    potential.solve({ tolerance: 1e-12 });
    potential.value.read().forEach((value, c) => expect(Math.abs(value - 2 * values[c])).toBeLessThan(1e-7));
  });
});

const cold = (mesh: Mesh, tolerance: number): number =>
  rods(mesh, 'f32').potential.solve({ tolerance }).iterations;

describe('iterations', () => {
  test('do not grow with a uniform grid: at most 12 to 1e-5', () => {
    expect([block(30, 30, 40), block(60, 60, 80)].map((mesh) => cold(mesh, 1e-5))).toSatisfy(
      (counts: number[]) => counts.every((count) => count <= 12),
    );
  });

  test('are no more than 15 on graded grids, whose cells are up to 16 times as long as wide', () => {
    const graded = [0.05, 0.025].map((least) =>
      blockMesh(around(3, least, 16 * least), around(3, least, 16 * least), around(4, least, 16 * least)),
    );
    expect(graded.map((mesh) => cold(mesh, 1e-5))).toSatisfy((counts: number[]) =>
      counts.every((count) => count <= 15),
    );
  });

  test('are bounded where all cells are flat, and in one dimension', () => {
    const flat = blockMesh(uniform(0, 1, 24), uniform(0, 1, 24), stretched(0, 0.01, 40, 4));
    const line = blockMesh([0, 1], [0, 1], uniform(0, 1, 300));
    for (const mesh of [flat, line]) {
      const conduction = createConduction(mesh, { build: 'f64' });
      const potential = potentialOf(conduction, new Float64Array(mesh.volumes.length).fill(1));
      mesh.borders.top.cells.forEach((cell, n) =>
        potential.network.anchor.set(cell, mesh.borders.top.faces[n]),
      );
      potential.source.write(mesh.volumes);
      potential.refresh();
      expect(potential.solve({ tolerance: 1e-8 }).iterations).toBeLessThanOrEqual(25);
    }
  });

  test('are no more than 2 for a step of a pulse that heats by 2 % a step, going on from the last two', () => {
    const mesh = block(60, 60, 80);
    const { conduction, potential } = rods(mesh, 'f32');
    const conductivity = conduction.field();
    const heat = atCentres(mesh, (x, y, z) => 0.1 / (0.1 + (x - 1) ** 2 + (y - 1.5) ** 2 + (z - 1.2) ** 2));
    const cold = atCentres(mesh, layered);
    const counts = [1, 2, 3, 4, 5, 6].map((step) => {
      conductivity.write(cold.map((sigma, c) => sigma * (1 + 0.02 * step * heat[c])));
      conduction.link(conductivity, potential.network);
      potential.predict(step);
      return potential.solve({ tolerance: 1e-4 }).iterations;
    });
    for (const count of counts.slice(2)) expect(count).toBeLessThanOrEqual(2);
  });
});

describe('what cannot be solved', () => {
  test('says so with the residuals', () => {
    const { potential } = rods(small, 'f64');
    const solve = () => potential.solve({ tolerance: 1e-9, mostIterations: 3 });
    expect(solve).toThrow(SolverFailed);
    expect(solve).toThrow('potential: not converged');
    expect(solve).toThrow(expect.objectContaining({ residuals: expect.any(Array) }));
    // And a later attempt with more iterations is not spoiled.
    expect(potential.solve({ tolerance: 1e-9 }).errors.at(-1)).toBeLessThan(1e-9);
  });

  test('numbers that are not finite are refused', () => {
    const { potential } = rods(small, 'f64');
    potential.source.set(77, NaN);
    expect(() => potential.solve({ tolerance: 1e-5 })).toThrow('not finite');
  });

  test('a network without levels and sources stays at 0', () => {
    const potential = potentialOf(createConduction(small, { build: 'f64' }), atCentres(small, layered));
    potential.refresh();
    expect(potential.solve({ tolerance: 1e-9 }).iterations).toBe(0);
  });

  test('a grid beyond the memory is refused', () => {
    const large = block(100, 100, 100);
    expect(() => createConduction(large, { build: 'f32', limit: 2 ** 22 })).toThrow(MemoryExceeded);
  });
});
