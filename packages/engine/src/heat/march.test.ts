import { log } from '@percuta/numerics';
import { describe, expect, test } from 'vitest';
import {
  block,
  body,
  boundary,
  electrode,
  gridWish,
  heatProblem,
  millimetre,
  needleAt,
  outputs,
  resistance,
  rising,
  skinLike,
  thermometer,
  voltage,
} from '../testing/heat-case.ts';
import type { Heating } from './heating.ts';
import type { HeatProblem } from './problem/heat-problem.ts';
import { solveHeat } from './solve-heat.ts';

const celsius = (kelvin: number): number => kelvin - 273.15;

/** An endless needle of 0.15 mm, warm on its own, in a tube of 3 mm held at 37 °C (B10). */
const coaxial = (differs: Partial<HeatProblem>, volts: number, duration: number): HeatProblem => {
  const edges = Array.from({ length: 61 }, (_, n) => 0.15 * millimetre * 20 ** (n / 60));
  return heatProblem({
    domain: {
      kind: 'line',
      metric: 'cylinder',
      from: 0.15 * millimetre,
      to: 3 * millimetre,
      sides: {
        start: boundary({ kind: 'insulated' }, { kind: 'group', group: 'a' }),
        end: boundary({ kind: 'fixed', temperature: body }, { kind: 'group', group: 'b' }),
      },
      grid: { ...gridWish(), edges: { x: edges } },
    },
    generator: voltage(volts, duration),
    end: { kind: 'time', at: duration },
    outputs: outputs({ probes: [thermometer(0.3), thermometer(0.6)] }),
    ...differs,
  });
};

const water = { temperature: 373.15, fraction: 0.65, latentHeat: 2.2565e6, conductivityLeft: 0.001 };

describe('a needle in a tube, current and heat coupled (B10), within 0.5 %', () => {
  const cases = [
    {
      name: 'constant sigma, 0.1 s',
      material: skinLike(),
      volts: 40,
      duration: 0.1,
      want: [54.49, 41.21],
      power: 1006.742,
    },
    {
      name: 'constant sigma, 0.5 s',
      material: skinLike(),
      volts: 40,
      duration: 0.5,
      want: [107.46, 62.96],
      power: 1006.742,
    },
    {
      name: 'sigma(T), 0.1 s',
      material: skinLike({ conductivity: rising(0.3) }),
      volts: 40,
      duration: 0.1,
      want: [53.99, 41.66],
      power: 1153.04,
    },
    {
      name: 'sigma(T), 0.5 s',
      material: skinLike({ conductivity: rising(0.3) }),
      volts: 40,
      duration: 0.5,
      want: [103.98, 66.92],
      power: 1506.7,
    },
    {
      name: 'vapour, 0.1 s',
      material: skinLike({ conductivity: rising(0.3, 373.15), phaseChange: water }),
      volts: 60,
      duration: 0.1,
      want: [74.06, 48.31],
      power: 2904.2,
    },
  ];
  test.each(cases)('$name', ({ material, volts, duration, want, power }) => {
    const heating = solveHeat(coaxial({ materials: [material] }, volts, duration));
    heating.probes.forEach(({ values }, n) => {
      expect(Math.abs(celsius(values.at(-1) ?? NaN) / want[n] - 1)).toBeLessThan(0.005);
    });
    // Power holds in the middle of a step: carried on to the end of the last.
    const course = heating.channels[0].power;
    const [before, last] = course.slice(-2);
    expect(Math.abs((last + (last - before) / 2) / power - 1)).toBeLessThan(0.005);
  });
});

/** Energy put out (J), first resistance (ohm), rise of the peak (K), heat that stays (J). */
const measures = ({ channels: [{ energy, resistance }], peaks, balances: { stored } }: Heating) => [
  energy.at(-1) ?? NaN,
  resistance[0],
  Math.max(...peaks) - body,
  stored,
];

describe('energy', () => {
  const problem = heatProblem({
    domain: block([4, 3, 3], boundary(), gridWish(0.06, 1.4, 0.6)),
    materials: [skinLike({ conductivity: rising(0.3, 373.15), phaseChange: water })],
    electrodes: [-0.5, 0.5].map((x) =>
      electrode(x < 0 ? 'a' : 'b', needleAt(x, 0.125, 1.5, { exposed: { from: 1e-3, to: 1.5e-3 } }), {
        kind: 'conducting',
        thermalConductivity: 16,
        volumicHeat: 4e6,
      }),
    ),
    generator: voltage(80, 0.05),
    end: { kind: 'time', at: 0.1 },
  });
  const single = solveHeat(problem);
  const double = solveHeat(problem, {}, { build: 'f64' });
  const { balances, vapour } = single;

  test('fields in single precision give what those in double give, to 1e-4', () => {
    const [got, want] = [measures(single), measures(double)];
    got.forEach((value, n) => expect(Math.abs(value / want[n] - 1)).toBeLessThan(1e-4));
    expect(single.effort.iterations).toBeLessThan(double.effort.iterations);
  });

  test('in double is kept to 1e-6', () => {
    expect(Math.abs(double.balances.joule / double.balances.electric - 1)).toBeLessThan(1e-6);
    expect(Math.abs(double.balances.stored / double.balances.joule - 1)).toBeLessThan(1e-12);
  });

  test('that cells take from currents is that of the generator to 1e-6, however loosely potentials are solved', () => {
    expect(Math.abs(balances.joule / balances.electric - 1)).toBeLessThan(1e-6);
    const loose = solveHeat(problem, {}, { tolerances: { potential: 1e-2, conductivity: 1e-4 } }).balances;
    expect(Math.abs(loose.joule / loose.electric - 1)).toBeLessThan(1e-6);
    expect(Math.abs(loose.electric / balances.electric - 1)).toBeLessThan(1e-3);
  });

  test('is the same where heat is stepped by the laws of materials in place of kernels', () => {
    const byLaws = solveHeat(problem, {}, { build: 'f64', byLaws: true });
    measures(byLaws).forEach((value, n) => {
      expect(Math.abs(value / measures(double)[n] - 1)).toBeLessThan(1e-4);
    });
    for (const name of ['vapour', 'vapourSlacks'] as const) {
      expect(Math.abs(Math.max(...byLaws[name]) - Math.max(...double[name]))).toBeLessThan(1e-3);
    }
  });

  test('goes into vapour most of all in one cell, of which the fall to the next is told', () => {
    const most = vapour.indexOf(Math.max(...vapour));
    const slack = single.vapourSlacks[most] ?? NaN;
    expect(slack).toBeGreaterThan(0);
    expect(slack).toBeLessThanOrEqual(Math.min(vapour[most], 1 - vapour[most]));
    expect(single.vapourSlacks).toHaveLength(vapour.length);
  });

  test('stays in tissue and metal to 1e-6 where nothing leads it off, water boiling or not', () => {
    expect(Math.max(...vapour)).toBeGreaterThan(0.01);
    expect(Math.abs(balances.stored / balances.joule - 1)).toBeLessThan(1e-6);
  });
});

test('water boils off on a plateau: 100 °C at 0.2369 s, half dry when half the latent heat is in (D4)', () => {
  const dry = 1.863482;
  const onset = 0.236884;
  const heating = solveHeat(
    heatProblem({
      domain: {
        kind: 'line',
        metric: 'slab',
        from: 0,
        to: 1e-3,
        sides: { start: boundary(), end: boundary() },
        grid: { ...gridWish(), edges: { z: [0, 5e-4, 1e-3] } },
      },
      materials: [skinLike({ phaseChange: water })],
      sources: [{ kind: 'uniform', name: 'q', density: 1e9, layer: undefined, on: [{ from: 0, to: 10 }] }],
      end: { kind: 'time', at: 2 },
      outputs: outputs({
        probes: [
          { ...thermometer(0, 0.5), times: [onset, (onset + dry) / 2, 2] },
          {
            name: 'vapour',
            at: { x: 0, y: 0, z: 5e-4 },
            quantity: { kind: 'vapour' },
            times: [(onset + dry) / 2],
          },
        ],
      }),
    }),
  );
  const [boiling, halfway, after] = heating.probes[0].values;
  expect(celsius(boiling)).toBeCloseTo(100, 3);
  expect(celsius(halfway)).toBeCloseTo(100, 9);
  expect(celsius(after)).toBeCloseTo(100 + (2 - dry) / (onset / 63), 2);
  expect(heating.probes[1].values[0]).toBeCloseTo(0.5, 5);
});

test('a pulse ends at the energy it is given, and the run tells how far it is and can be ended', () => {
  const generator = voltage(40, 0.1);
  const [channel] = generator.channels;
  const problem = coaxial(
    { generator: { ...generator, channels: [{ ...channel, energyPerPulse: 30 }] } },
    40,
    0.1,
  );
  const told: number[] = [];
  const heating = solveHeat(problem, { progress: (done) => told.push(done) });
  expect(heating.balances.electric).toBeCloseTo(30, 6);
  expect(told.at(-1)).toBe(1000);
  // Seven words before the first step, and one for each.
  expect(told).toHaveLength(7 + heating.effort.steps);
  expect(() => solveHeat(problem, { signal: AbortSignal.abort() })).toThrow('aborted');
});

/** A material of the layered block. */
const layer = (name: string, sigma: number, [k, rhoC]: readonly [number, number]) =>
  skinLike({
    name,
    conductivity: rising(sigma, 373.15),
    thermalConductivity: { kind: 'constant', value: k },
    density: 1,
    specificHeat: { kind: 'constant', value: rhoC },
  });

describe('two needles in layered skin, bottom third bare, 50 V for 100 ms, at 50 µm', () => {
  // Reference: second-order finite elements of a quarter of the block, three meshes with a rim of 6 µm. Cells of
  // 50 µm are allowed 1 % of G and E, 3 % of the damaged volume and 4 K of the peak.
  const metal = { kind: 'conducting', thermalConductivity: 16, volumicHeat: 4e6 } as const;
  const exposed = { from: 1e-3, to: 1.5e-3 };
  const heating = solveHeat(
    heatProblem({
      domain: block([3, 3, 4], boundary(), gridWish(0.05, 1.3, 0.2)),
      materials: [
        layer('e', 0.1, [0.3, 3.8e6]),
        layer('d', 0.35, [0.45, 3.9e6]),
        layer('f', 0.03, [0.2, 2.1e6]),
      ],
      layers: [
        { name: 'epidermis', thickness: 1e-4, material: 'e' },
        { name: 'dermis', thickness: 1.6e-3, material: 'd' },
        { name: 'fat', thickness: 2.3e-3, material: 'f' },
      ],
      electrodes: [
        electrode('a', needleAt(-0.5, 0.125, 1.5, { exposed }), metal),
        electrode('b', needleAt(0.5, 0.125, 1.5, { exposed }), metal),
      ],
      generator: voltage(50, 0.1),
      end: { kind: 'time', at: 1.1 },
      kinetics: [
        {
          kind: 'arrhenius',
          name: 'henriques',
          branches: [{ logFrequency: log(3.1e98), activation: 6.28e5 / 8.314462618, below: Infinity }],
        },
      ],
      outputs: outputs({
        resistances: [resistance],
        contours: [
          { name: 'damaged', quantity: { kind: 'damage', kinetics: 'henriques' }, level: 1, times: [] },
        ],
      }),
    }),
  );

  test('conductance and energy', () => {
    expect(Math.abs(1 / heating.resistances[0].real / 0.4358e-3 - 1)).toBeLessThan(0.01);
    expect(Math.abs(heating.balances.electric / 0.13455 - 1)).toBeLessThan(0.01);
  });

  test('damaged volume, that has grown together, and the peak', () => {
    const [damaged] = heating.contours;
    expect(Math.abs(damaged.volume / 0.2385e-9 - 1)).toBeLessThan(0.03);
    expect(damaged.zones).toHaveLength(1);
    const [{ x, z }] = damaged.zones;
    expect(x.to - x.from).toBeCloseTo(1.4e-3, 4);
    expect(z.from).toBeCloseTo(0.9e-3, 4);
    expect(z.to).toBeCloseTo(1.62e-3, 4);
    expect(Math.abs(Math.max(...heating.peaks) - 273.15 - 95.25)).toBeLessThan(4);
  });
});
