import { assert, integer, property, record } from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  block,
  body,
  boundary,
  electrode,
  gridWish,
  heatProblem,
  needleAt,
  outputs,
  resistance,
  rising,
  skinLike,
  voltage,
} from '../testing/heat-case.ts';
import type { Heating } from './heating.ts';
import type { HeatProblem } from './problem/heat-problem.ts';
import { solveHeat } from './solve-heat.ts';

const between = (min: number, max: number) =>
  integer({ min: 0, max: 1000 }).map((n) => min + ((max - min) * n) / 1000);

/** Needles, layers and a voltage; mm, V. */
const settings = record({
  left: between(-0.8, -0.4),
  right: between(0.35, 0.7),
  y: between(-0.15, 0.15),
  radius: between(0.06, 0.14),
  to: between(0.5, 1.1),
  bare: between(0.15, 0.5),
  sigma: between(0.1, 0.5),
  below: between(0.02, 0.5),
  volts: between(15, 50),
  metal: integer({ min: 0, max: 2 }),
});

type Setting = Parameters<Parameters<typeof settings.map>[0]>[0];

const metals = [
  { kind: 'conducting', thermalConductivity: 16, volumicHeat: 4e6 },
  { kind: 'perfect' },
  { kind: 'insulated' },
] as const;

const kinetics = [
  {
    kind: 'arrhenius' as const,
    name: 'cells',
    branches: [{ logFrequency: 227.8, activation: 75000, below: Infinity }],
  },
];

const water = { temperature: 373.15, fraction: 0.65, latentHeat: 2.2565e6, conductivityLeft: 0.001 };

const layersOf = ({ sigma, below }: Setting): Pick<HeatProblem, 'materials' | 'layers'> => ({
  materials: [
    skinLike({ name: 'upper', conductivity: rising(sigma, 373.15), phaseChange: water }),
    skinLike({ name: 'lower', conductivity: rising(below, 373.15), phaseChange: water }),
  ],
  layers: [
    { name: 'upper', thickness: 0.8e-3, material: 'upper' },
    { name: 'lower', thickness: 1.2e-3, material: 'lower' },
  ],
});

const pairOf = (setting: Setting, differs: Partial<HeatProblem> = {}, side = 1): HeatProblem => {
  const { left, right, y, radius, to, bare, volts, metal } = setting;
  const exposed = { from: (to - bare) * 1e-3, to: to * 1e-3 };
  const at = (x: number, shift: number) => needleAt(side * x, radius, to, { exposed, y: shift * 1e-3 });
  return heatProblem({
    domain: block([2.4, 1.6, 2], boundary(), gridWish(0.07, 1.5, 0.3)),
    ...layersOf(setting),
    electrodes: [electrode('a', at(left, y), metals[metal]), electrode('b', at(right, -y), metals[metal])],
    generator: voltage(volts, 0.02),
    kinetics,
    end: { kind: 'time', at: 0.03 },
    outputs: outputs({
      resistances: [resistance],
      fields: [
        { name: 'T', quantity: { kind: 'temperature' }, times: [0.02] },
        { name: 'damage', quantity: { kind: 'damage', kinetics: 'cells' }, times: [] },
      ],
    }),
    ...differs,
  });
};

/** The same run in double precision with potentials to 1e-9, and as it is in production. */
const strict = (problem: HeatProblem): Heating =>
  solveHeat(problem, {}, { build: 'f64', byLaws: true, tolerances: { potential: 1e-9, conductivity: 0 } });

const few = { numRuns: 2, seed: 11, endOnFailure: true, noBias: true };

const fieldOf = (heating: Heating, name: string): Float64Array => {
  const found = heating.fields.find((field) => field.name === name);
  if (found === undefined) throw new Error(`no field ${name}`);
  return found.values;
};

const ohms = (from: string, to: string) => ({
  name: `${from}${to}`,
  between: [from, to] as const,
  frequency: undefined,
});

const measuresOf = ({ resistances, balances, peaks }: Heating): number[] => [
  resistances[0]?.real ?? NaN,
  balances.electric,
  Math.max(...peaks) - body,
];

const edgesAlongX = ({ grid }: Heating): number[] => Array.from(grid?.x.edges ?? []);

/** Resistance, energy, peak and fields of a run with x turned round, whose grid is turned round with it. */
const expectMirrored = (one: Heating, other: Heating, bound: number): void => {
  const edges = edgesAlongX(other).toReversed();
  expect(edges.length).toBeGreaterThan(10);
  // mm; rounding of the graded edges.
  edgesAlongX(one).forEach((edge, n) => expect(1e3 * (edge + (edges[n] ?? NaN))).toBeCloseTo(0, 10));
  const same = measuresOf(other);
  measuresOf(one).forEach((value, n) => expect(Math.abs((same[n] ?? NaN) / value - 1)).toBeLessThan(bound));
  const [field, turned] = [fieldOf(one, 'T'), fieldOf(other, 'T')];
  const rise = Math.max(...field) - body;
  const columns = edges.length - 1;
  const apart = field.map((value, cell) => {
    const column = cell % columns;
    return Math.abs(value - (turned[cell + columns - 1 - 2 * column] ?? NaN)) / rise;
  });
  expect(Math.max(...apart)).toBeLessThan(bound);
};

describe('any two needles in two layers', () => {
  test('mirrored have the same resistance, energy, peak and fields', () => {
    assert(
      property(settings, (setting) => {
        // Production follows potentials to 1e-4, and heat to twice that.
        const pairs = [
          [strict(pairOf(setting)), strict(pairOf(setting, {}, -1)), 1e-7],
          [solveHeat(pairOf(setting)), solveHeat(pairOf(setting, {}, -1)), 2e-4],
        ] as const;
        for (const [one, other, bound] of pairs) expectMirrored(one, other, bound);
      }),
      few,
    );
  });

  test('take in cells and metal what the generator puts out, to 1e-6, and to 1e-4 in production', () => {
    assert(
      property(settings, (setting) => {
        for (const [heating, bound] of [
          [strict(pairOf(setting)), 1e-6],
          [solveHeat(pairOf(setting)), 1e-4],
        ] as const) {
          const { electric, joule, stored } = heating.balances;
          expect(Math.abs(joule / electric - 1)).toBeLessThan(bound);
          expect(Math.abs(stored / joule - 1)).toBeLessThan(bound);
        }
      }),
      few,
    );
  });

  test('are hotter and more damaged everywhere at a higher voltage, and nowhere colder than at first', () => {
    assert(
      property(settings, (setting) => {
        const [less, more] = [1, 1.25].map((factor) =>
          solveHeat(pairOf({ ...setting, volts: factor * setting.volts })),
        );
        if (less === undefined || more === undefined) throw new Error('two runs');
        for (const name of ['T', 'damage']) {
          const [low, high] = [fieldOf(less, name), fieldOf(more, name)];
          // Single precision of a rise of tens of kelvin.
          const rounding = name === 'T' ? 1e-4 : 1e-12;
          low.forEach((value, cell) => expect(high[cell] ?? NaN).toBeGreaterThanOrEqual(value - rounding));
        }
        expect(Math.min(...fieldOf(less, 'T'))).toBeGreaterThan(body - 1e-3);
      }),
      few,
    );
  });

  test('have one resistance whichever way the current goes, and reciprocal currents with a third', () => {
    assert(
      property(settings, (setting) => {
        const { electrodes } = pairOf(setting);
        const third = electrode('c', needleAt(0, setting.radius, setting.to / 2, { y: 0.5e-3 }), metals[1]);
        const pairs = [ohms('a', 'b'), ohms('b', 'a'), ohms('a', 'c'), ohms('b', 'c')];
        const solve = (order: readonly number[]): number[] => {
          const all = [...electrodes, third];
          return solveHeat(
            pairOf(setting, {
              electrodes: order.flatMap((n) => all[n] ?? []),
              generator: undefined,
              end: { kind: 'potential' },
              outputs: outputs({ resistances: pairs }),
            }),
          ).resistances.map(({ real }) => real);
        };
        const [found, again] = [solve([0, 1, 2]), solve([2, 0, 1])];
        expect((found[1] ?? NaN) / (found[0] ?? NaN)).toBeCloseTo(1, 9);
        // The order of groups says which potentials are solved for: reciprocity makes them the same network.
        found.forEach((value, n) => expect((again[n] ?? NaN) / value).toBeCloseTo(1, 6));
        // Resistances between floating terminals are a metric.
        expect(found[0]).toBeLessThan((found[2] ?? NaN) + (found[3] ?? NaN));
      }),
      few,
    );
  });
});

const fixed = (temperature: number) => boundary({ kind: 'fixed', temperature });

const blobs = record({
  x: between(-0.8, 0.8),
  z: between(0.2, 1.8),
  size: between(0.1, 0.5),
  peak: between(-20, 40),
});

test('without sources no temperature leaves the range of the start and of the sides', () => {
  assert(
    property(settings, blobs, (setting, { x, z, size, peak }) => {
      const sides = { top: 290, bottom: 320 };
      const domain = block([2.4, 1.6, 2], boundary(), gridWish(0.07, 1.5, 0.3));
      if (domain?.kind !== 'block') throw new Error('a block');
      const heating = solveHeat(
        pairOf(setting, {
          domain: {
            ...domain,
            sides: { ...domain.sides, top: fixed(sides.top), bottom: fixed(sides.bottom) },
          },
          generator: undefined,
          initial: {
            temperature: body,
            layers: {},
            profile: undefined,
            blobs: [
              {
                kind: 'gaussian',
                centre: { x: x * 1e-3, y: 0, z: z * 1e-3 },
                deviation: size * 1e-3,
                peak,
              },
            ],
          },
          end: { kind: 'time', at: 0.5 },
          outputs: outputs({
            fields: [{ name: 'T', quantity: { kind: 'temperature' }, times: [0.001, 0.05, 0.5] }],
          }),
        }),
      );
      const low = Math.min(sides.top, body + Math.min(0, peak)) - 1e-3;
      const high = Math.max(sides.bottom, body + Math.max(0, peak)) + 1e-3;
      for (const { values } of heating.fields) {
        expect(Math.min(...values)).toBeGreaterThan(low);
        expect(Math.max(...values)).toBeLessThan(high);
      }
    }),
    few,
  );
});
