import { beforeAll, describe, expect, test } from 'vitest';
import { coarseMesh as mesh, rfInput, rfSettings, rfSheet } from '../../testing/rf.ts';
import { heatArray, type ArrayHeating } from './array-heating.ts';
import { arrayProblem } from './array-problem.ts';
import { heatQuantities } from './heat-quantities.ts';

const sheet = rfSheet({ stops_max: 2 });
// No fat and no epidermis near: a lesion at one depth is that at another.
const skin = { stratumCorneum: 15e-6, epidermis: 80e-6, dermis: 4.5e-3 };

const input = (depth: number, rf: object = {}) =>
  rfInput(sheet, { ...rfSettings({ energy_per_needle: 0.06, ...rf }), depth }, { depth, skin });

const solve = (depth: number, rf: object = {}): ArrayHeating => heatArray(input(depth, rf), {}, { mesh });

const valueOf = (heating: ArrayHeating, name: string): number =>
  heatQuantities.find((quantity) => quantity.name === name)?.of(heating) ?? Number.NaN;

const deep = 3e-3;
const shallow = 1.5e-3;

const nearestTo = (at: number, centres: Float64Array): number =>
  centres.reduce((best, x, n) => (Math.abs(x - at) < Math.abs((centres[best] ?? NaN) - at) ? n : best), 0);

describe('needles that are drawn back and heat again', () => {
  let far: ArrayHeating;
  let [below, above]: ArrayHeating[] = [];
  beforeAll(() => {
    far = solve(deep, { stops: [{ depth: shallow }], retraction: 20 });
    below = solve(deep);
    above = solve(shallow);
  }, 120_000);

  test('give at each depth the energy that is set', () => {
    expect(far.bursts.map(({ energy }) => energy)).toEqual(
      [0.24, 0.24].map((each) => expect.closeTo(each, 6)),
    );
    expect(far.energy).toBeCloseTo(0.48, 6);
  });

  test('keep what the first depth did and add what the second alone would do', () => {
    const [first, second] = [below?.zones.cells, above?.zones.cells];
    // What the shallower needle alone does below its tip and round its cone, where the deeper one has been.
    const { radius, cone } = far.input.energy.array;
    const inTrack = Math.PI * radius * radius * ((second?.depth?.to ?? NaN) - shallow + (2 / 3) * cone);
    const apart = (first?.volume ?? NaN) + (second?.volume ?? NaN) - far.needles.length * inTrack;
    expect(Math.abs(far.zones.cells.volume / apart - 1)).toBeLessThan(0.03);
    expect(Math.abs((far.zones.cells.depth?.to ?? NaN) - (first?.depth?.to ?? NaN))).toBeLessThan(2e-5);
    expect(Math.abs((far.zones.cells.depth?.from ?? NaN) - (second?.depth?.from ?? NaN))).toBeLessThan(2e-5);
  });

  test('start at each depth with the resistance of needles there', () => {
    const [first, second] = far.bursts;
    const alone = [below, above].map((heating) => heating?.bursts[0]?.resistance.start ?? NaN);
    expect((first?.resistance.start ?? NaN) / (alone[0] ?? NaN)).toBeCloseTo(1, 2);
    expect((second?.resistance.start ?? NaN) / (alone[1] ?? NaN)).toBeCloseTo(1, 1);
  });

  test('leave in their track what the metal felt, not whole tissue', () => {
    const { grid, cells, metal } = far.fields;
    const needle = far.fields.part.needles[0];
    const i = nearestTo((needle?.x ?? 0) - far.fields.part.centre.x, grid.x.centres);
    const j = nearestTo((needle?.y ?? 0) - far.fields.part.centre.y, grid.y.centres);
    const k = nearestTo(deep - 3e-4, grid.z.centres);
    const cell = i + grid.x.count * (j + grid.y.count * k);
    expect(metal[cell]).toBe(0);
    expect(cells[cell]).toBeGreaterThan(1);
  });

  test('balance what is put in with what is kept', () => {
    const { joule, electric } = far.balances;
    expect(Math.abs(joule / electric - 1)).toBeLessThan(1e-4);
  });
});

const solveAfter = (retraction: number): ArrayHeating =>
  solve(deep, { stops: [{ depth: deep - 3e-4 }], retraction });

test('a stop close by is hotter the sooner it comes: temperature is kept', () => {
  const [soon, late] = [solveAfter(0.02), solveAfter(2)];
  expect(soon.peak.temperature).toBeGreaterThan(late.peak.temperature + 1);
  expect(valueOf(soon, 'coagulation_volume')).toBeGreaterThan(1.05 * valueOf(late, 'coagulation_volume'));
});

const problemOf = (rf: object) => arrayProblem(input(deep, rf), mesh).problem;

test('the problem is that of a shot at rest but for its moves, its pulses and its cells', () => {
  const [moving, still] = [problemOf({ stops: [{ depth: shallow }], retraction: 0.1 }), problemOf({})];
  expect(still.moves).toEqual([]);
  expect(moving.moves.map((move) => move.at)).toEqual([expect.closeTo(0.15, 12)]);
  expect(moving.moves[0]?.electrodes).toEqual(
    still.electrodes.map(({ shape, ...rest }) => ({
      ...rest,
      shape: {
        ...shape,
        to: shallow,
        exposed: { from: expect.closeTo(shallow - 5e-4, 12), to: shallow },
      },
    })),
  );
  expect(moving.electrodes).toEqual(still.electrodes);
  expect(moving.domain).toEqual(still.domain);
});
