import { expect, test } from 'vitest';
import { axisymmetricMesh, blockMesh, type Mesh } from '../grid/mesh.ts';
import { createKernels, type KernelBuild, type Kernels, type KernelTable } from '../kernels/kernels.ts';
import { conductionOn } from './conduction.ts';
import { atCentres, holdSides, stretched, uniform } from './testing/problems.ts';

type AnyKernel = (...args: number[]) => number | void;

/** Kernels that do each job in up to three slabs, last slab first. Their last two arguments are the range. */
const inSlabs = (kernels: Kernels): Kernels => {
  const cut =
    (kernel: AnyKernel): AnyKernel =>
    (...args) => {
      const [from, to] = args.slice(-2);
      const cuts = [from, from + Math.floor((to - from) / 3), from + Math.floor((to - from) / 2), to];
      for (const n of [2, 1, 0]) kernel(...args.slice(0, -2), cuts[n], cuts[n + 1]);
    };
  const entries = Object.entries<AnyKernel>(kernels.run).map(([name, kernel]) => [name, cut(kernel)]);
  // The same names with the same signatures.
  const run = Object.fromEntries(entries) as KernelTable;
  return { ...kernels, run, runOver: () => run };
};

/** A rod of two nodes in two cells that no other touches; in every second one the first node has no capacity. */
const rodAt = ({ volumes }: Mesh, n: number) => ({
  cells: Int32Array.of(4 * n, 4 * n + 1, volumes.length - 1 - n),
  nodes: Int32Array.of(0, 0, 1),
  conductances: Float64Array.of(0.01, 0.02, 0.03).map((g) => g * (n + 1)),
  capacities: Float64Array.of(n % 2 === 0 ? 0.002 : 0, 0.001),
  along: Float64Array.of(0.004),
  heat: Float64Array.of(0.5, 0.1 * n),
  rises: Float64Array.of(n, 1),
});

/** A potential, its heat, and a step of it with a dose and four rods. */
const everything = (kernels: Kernels, mesh: Mesh): Float64Array[] => {
  const conduction = conductionOn(kernels, mesh);
  const conductivity = conduction.field();
  conductivity.write(atCentres(mesh, (x, y, z) => 0.1 + x * y + z));
  const network = conduction.network();
  conduction.link(conductivity, network);
  const potential = conduction.potential(network);
  holdSides(mesh, potential, conductivity.read(), { top: (x) => 30 * x, bottom: () => -3 });
  potential.refresh();
  potential.solve({ tolerance: 1e-6 });
  const thermal = conduction.network();
  conduction.link(conductivity, thermal);
  const flow = conduction.heatFlow(thermal, { rise: 20, slope: 1.2 });
  conduction.joule(potential, conductivity, flow.source);
  flow.perHeat.write(mesh.volumes.map((volume) => 0.1 / volume));
  flow.latent.write(10);
  flow.refresh();
  const before = conduction.field();
  const dose = conduction.field(true);
  const rods = [0, 1, 2, 3].map((n) => rodAt(mesh, n));
  flow.advance(0.2, rods);
  const kinetics = { logRate: 20, barrier: 6000, reference: 310, threshold: 1 };
  conduction.addDose(kinetics, { before, after: flow.temperature, dose, dt: 0.2 });
  const cells = [potential.value, flow.enthalpy, flow.temperature, dose].map((field) => field.read());
  return [...cells, ...rods.map(({ rises }) => rises)];
};

test.each<[KernelBuild, string, Mesh]>([
  ['f32', 'block', blockMesh(stretched(0, 1, 13, 5), uniform(0, 1, 9), stretched(0, 1, 17, 0.2))],
  ['f64', 'block', blockMesh(stretched(0, 1, 13, 5), uniform(0, 1, 9), stretched(0, 1, 17, 0.2))],
  ['f32', 'rings', axisymmetricMesh(stretched(0.1, 1, 22, 5), uniform(0, 1, 31))],
])('one slab or three make no difference to any bit (%s, %s)', (build, _name, mesh) => {
  const whole = everything(createKernels(build), mesh);
  expect(everything(inSlabs(createKernels(build)), mesh)).toEqual(whole);
  for (const values of whole) expect(Math.max(...values)).toBeGreaterThan(0);
});
