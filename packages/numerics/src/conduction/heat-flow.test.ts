import { describe, expect, test } from 'vitest';
import { axisymmetricMesh, blockMesh, sphericalMesh, type Mesh } from '../grid/mesh.ts';
import { exp } from '../math/exponential/exp.ts';
import type { KernelBuild } from '../kernels/kernels.ts';
import { createConduction, type Conduction } from './conduction.ts';
import type { HeatFlow, Plateau } from './heat-flow.ts';
import type { Lump } from './lump.ts';
import type { Network } from './network.ts';
import { stagesFor, stageFactors } from './super-step.ts';
import { atCentres, difference, order, stretched, uniform, type Function3 } from './testing/problems.ts';

interface Warm {
  readonly conduction: Conduction;
  readonly network: Network;
  readonly flow: HeatFlow;
}

const none: Plateau = { rise: Infinity, slope: 1 };

/** Conductivity `k` and heat capacity 1 per volume, without anchors. */
const warm = (
  mesh: Mesh,
  build: KernelBuild,
  start: Function3,
  k: Function3 = () => 1,
  plateau = none,
): Warm => {
  const conduction = createConduction(mesh, { build });
  const conductivity = conduction.field();
  conductivity.write(atCentres(mesh, k));
  const network = conduction.network();
  conduction.link(conductivity, network);
  const flow = conduction.heatFlow(network, plateau);
  flow.perHeat.write(mesh.volumes.map((volume) => 1 / volume));
  flow.enthalpy.write(atCentres(mesh, start));
  flow.settle();
  flow.refresh();
  return { conduction, network, flow };
};

describe('a Gaussian that spreads freely', () => {
  const width = 0.15;
  const time = 0.01;
  // (1 + 4 t / w²)^(-dimensions / 2) exp(-r² / (w² + 4 t))
  const spread = (dimensions: number, t: number) => (r: number) =>
    (1 + (4 * t) / width ** 2) ** (-dimensions / 2) * exp(-(r ** 2) / (width ** 2 + 4 * t));

  test.each([
    [1, 'block', (n: number) => blockMesh(uniform(0, 1, n), [0, 1], [0, 1])],
    [2, 'rings', (n: number) => axisymmetricMesh(uniform(0, 1, n), [0, 1])],
    [3, 'shells', (n: number) => sphericalMesh(uniform(0, 1, n))],
  ])('in %i dimensions, in %s, is met to second order', (dimensions, _name, meshOf) => {
    const errors = [16, 32, 64].map((n) => {
      const mesh = meshOf(n);
      const { flow } = warm(mesh, 'f64', spread(dimensions, 0));
      for (let step = 0; step < n; step++) flow.advance(time / n);
      return difference(mesh, flow.temperature.read(), atCentres(mesh, spread(dimensions, time)));
    });
    expect(Math.abs(order(errors) - 2)).toBeLessThan(0.1);
  });
});

const bump: Function3 = (x, y, z) => exp(-20 * ((x - 0.4) ** 2 + (y - 0.5) ** 2 + (z - 0.3) ** 2));
const hotCorner: Function3 = (r, _y, z) => 100 * exp(-10 * (r * r + z * z));

describe('steps', () => {
  const mesh = blockMesh(stretched(0, 1, 12, 3), uniform(0, 1, 8), stretched(0, 1, 16, 0.3));
  const run = (build: KernelBuild, steps: number): Float64Array => {
    const { flow } = warm(mesh, build, bump, (x) => 1 + x);
    flow.source.write(mesh.volumes.map((volume) => 3 * volume));
    for (let step = 0; step < steps; step++) flow.advance(0.08 / steps);
    return flow.temperature.read();
  };

  test('are of second order in time', () => {
    const exact = run('f64', 1024);
    const errors = [16, 32, 64].map((steps) => difference(mesh, run('f64', steps), exact));
    expect(Math.abs(order(errors) - 2)).toBeLessThan(0.1);
  });

  test('have the same bits in JavaScript and WebAssembly; f32 differs by less than 1e-5', () => {
    const reference = run('reference', 6);
    expect(run('f64', 6)).toEqual(reference);
    run('f32', 6).forEach((rise, c) => expect(Math.abs(rise - reference[c])).toBeLessThan(1e-5));
  });

  test('take as many stages as stability asks', () => {
    for (const ratio of [0.1, 1, 10, 333, 5000]) {
      const s = stagesFor(ratio);
      expect((s * s + s - 2) / 4).toBeGreaterThanOrEqual(ratio);
      expect(s % 2).toBe(1);
      expect(s === 3 || ((s - 2) ** 2 + s - 4) / 4 < ratio).toBe(true);
    }
    const { mu, nu, now, start } = stageFactors(2, 5);
    [1.5, -0.5, 1.5 / 7, -1 / 7].forEach((factor, n) =>
      expect([mu, nu, now, start][n]).toBeCloseTo(factor, 14),
    );
  });

  test('stay within what they began with, where nothing feeds', () => {
    const { flow } = warm(mesh, 'f32', bump);
    for (let step = 0; step < 30; step++) flow.advance(0.01);
    const rises = flow.temperature.read();
    expect(Math.min(...rises)).toBeGreaterThanOrEqual(-1e-6);
    expect(Math.max(...rises)).toBeLessThanOrEqual(1);
  });
});

describe('heat', () => {
  const mesh = axisymmetricMesh(uniform(0, 1, 20), uniform(0, 1, 20));

  test('is conserved while it spreads over a plateau', () => {
    const { conduction, flow } = warm(mesh, 'f64', hotCorner, () => 1, { rise: 40, slope: 1.5 });
    flow.latent.write(25);
    flow.settle();
    const heat = () => mesh.volumes.reduce((sum, volume, c) => sum + volume * flow.enthalpy.read()[c], 0);
    const before = heat();
    for (let step = 0; step < 10; step++) flow.advance(0.01);
    expect(Math.abs(heat() / before - 1)).toBeLessThan(1e-12);
    expect(conduction.total(flow.temperature)).toBeGreaterThan(0);
  });

  test('fed evenly raises the temperature to the plateau, holds it there, and raises it again by the slope', () => {
    const { flow } = warm(
      mesh,
      'f64',
      () => 0,
      () => 1,
      { rise: 40, slope: 1.5 },
    );
    flow.latent.write(25);
    flow.source.write(mesh.volumes.map((volume) => 10 * volume));
    const rises = Array.from({ length: 9 }, () => {
      flow.advance(1);
      return flow.temperature.get(37);
    });
    [10, 20, 30, 40, 40, 40, 47.5, 62.5, 77.5].forEach((rise, n) => expect(rises[n]).toBeCloseTo(rise, 9));
  });

  test('flows to a level as fast as its anchor allows', () => {
    const { conduction, network, flow } = warm(mesh, 'f64', () => 5);
    // Everywhere 2 per second of the heat capacity, towards a rise of 1: 1 + 4 exp(-2 t).
    flow.level.write(1);
    conduction.link(conduction.field(), network);
    network.anchor.write(mesh.volumes.map((volume) => 2 * volume));
    flow.refresh();
    for (let step = 0; step < 100; step++) flow.advance(0.005);
    expect(flow.temperature.get(3)).toBeCloseTo(1 + 4 * exp(-1), 4);
  });
});

describe('a lump', () => {
  const mesh = blockMesh(uniform(0, 1, 6), uniform(0, 1, 5), uniform(0, 1, 4));
  const cells = Int32Array.of(40, 41, 46, 47, 70, 71);
  const nodes = Int32Array.of(0, 0, 0, 0, 1, 1);
  const conductances = new Float64Array(6).fill(0.7);
  const lumpOf = (
    capacities: readonly number[],
    rises: readonly number[],
    heat?: readonly number[],
  ): Lump => ({
    cells,
    nodes,
    conductances,
    capacities: Float64Array.from(capacities),
    heat: heat === undefined ? undefined : Float64Array.from(heat),
    rises: Float64Array.from(rises),
  });
  const joined = (build: KernelBuild): Warm => {
    const own = warm(mesh, build, hotCorner);
    cells.forEach((cell, n) => own.network.anchor.set(cell, conductances[n]));
    own.flow.refresh();
    return own;
  };
  const heatIn = ({ flow }: Warm, { capacities, rises }: Lump): number =>
    flow.enthalpy.read().reduce((sum, rise, cell) => sum + rise * mesh.volumes[cell], 0) +
    rises.reduce((sum, rise, node) => sum + rise * capacities[node], 0);

  test('shares heat with its cells and loses none', () => {
    const own = joined('f64');
    const lump = lumpOf([0.2, 0.1], [80, -20]);
    const before = heatIn(own, lump);
    for (let step = 0; step < 200; step++) own.flow.advance(0.02, [lump]);
    expect(Math.abs(heatIn(own, lump) / before - 1)).toBeLessThan(1e-12);
    const rest = own.flow.temperature.get(0);
    lump.rises.forEach((rise) => expect(rise / rest).toBeCloseTo(1, 2));
  });

  test('without capacity gives all that it is heated with', () => {
    const own = joined('f64');
    const lump = lumpOf([0, 0], [0, 0], [3, 2]);
    const before = heatIn(own, lump);
    for (let step = 0; step < 10; step++) own.flow.advance(0.01, [lump]);
    expect(heatIn(own, lump) - before).toBeCloseTo(5 * 0.1, 10);
  });

  test('has the same bits in JavaScript and WebAssembly', () => {
    const runs = (['reference', 'f64'] as const).map((build) => {
      const own = joined(build);
      const lump = lumpOf([0.2, 0], [80, 0], [1, 2]);
      for (let step = 0; step < 5; step++) own.flow.advance(0.02, [lump]);
      return [...own.flow.temperature.read(), ...lump.rises];
    });
    expect(runs[1]).toEqual(runs[0]);
  });

  test('tells what the step has changed', () => {
    const own = joined('f64');
    const before = own.flow.enthalpy.read();
    own.flow.advance(0.01);
    const after = before.slice();
    own.flow.taken().addTo(after, new Float64Array(after.length).fill(1));
    own.flow.enthalpy.read().forEach((rise, cell) => expect(after[cell]).toBeCloseTo(rise, 12));
  });
});
