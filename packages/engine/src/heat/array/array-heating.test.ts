import { beforeAll, describe, expect, test } from 'vitest';
import { coarseMesh as mesh, rfInput, rfSettings, rfSheet } from '../../testing/rf.ts';
import { heatSkin } from '../heat-skin.ts';
import { heatArray, type ArrayHeating } from './array-heating.ts';
import { heatQuantities } from './heat-quantities.ts';
import { foldOf, needlesOf, outputsOf } from './layout.ts';
import { resistanceSpan, zoneMargins } from './margins.ts';

const solve = (rf: Readonly<Record<string, unknown>> = {}, settings: object = {}): ArrayHeating =>
  heatArray(rfInput(rfSheet(rf), rfSettings(settings)), {}, { mesh });

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const resistance = ({ outputs }: ArrayHeating): number => outputs[0]?.resistance[0] ?? 0;
const energies = ({ needles }: ArrayHeating): number[] => needles.map(({ energy }) => energy);

const foldOfArray = (pattern: string, rows: number, columns: number) =>
  foldOf(
    rfInput(rfSheet({ pattern, array_rows: rows, array_columns: columns }, { needle_count: rows * columns }))
      .energy.array,
  );

describe('mirror planes', () => {
  test.each([
    ['rows', 4, 4, { x: true, y: false }],
    ['rows', 5, 5, { x: false, y: false }],
    ['chessboard', 4, 4, { x: false, y: false }],
    ['monopolar', 4, 2, { x: true, y: true }],
    ['monopolar', 3, 2, { x: true, y: false }],
    ['pairs', 2, 4, { x: false, y: true }],
  ])('%s, %d by %d', (pattern, rows, columns, fold) => {
    expect(foldOfArray(pattern, rows, columns)).toEqual(fold);
  });

  test('every mirrored needle has the same pole as its image', () => {
    for (const pattern of ['rows', 'monopolar']) {
      const { array } = rfInput(
        rfSheet({ pattern, array_rows: 4, array_columns: 4 }, { needle_count: 16 }),
      ).energy;
      const fold = foldOf(array);
      const needles = needlesOf(array);
      for (const { x, y, group } of needles) {
        const [mx, my] = [fold.x ? -x : x, fold.y ? -y : y];
        expect(needles.find((other) => other.x === mx && other.y === my)?.group).toBe(group);
      }
    }
  });

  test('pairs have outputs of their own', () => {
    const { array } = rfInput(rfSheet({ pattern: 'pairs' })).energy;
    expect(outputsOf(array, { x: false, y: false }).map(({ from, to }) => [from, to])).toEqual([
      ['pair 1-1 plus', 'pair 1-1 minus'],
      ['pair 2-1 plus', 'pair 2-1 minus'],
    ]);
  });

  test('the half gives what the whole gives', () => {
    const half = solve();
    const whole = heatArray(rfInput(), {}, { mesh, fold: { x: false, y: false } });
    expect(half.fields.grid.cells).toBeLessThan(0.6 * whole.fields.grid.cells);
    expect(half.energy / whole.energy).toBeCloseTo(1, 9);
    expect(resistance(half) / resistance(whole)).toBeCloseTo(1, 3);
    expect(half.zones.cells.volume / whole.zones.cells.volume).toBeCloseTo(1, 2);
    expect(half.border).toBeCloseTo(whole.border, 2);
  });
});

describe('a shot of energy', () => {
  let low: ArrayHeating;
  let high: ArrayHeating;
  beforeAll(() => {
    low = solve({}, { energy_per_needle: 0.04 });
    high = solve({}, { energy_per_needle: 0.08 });
  }, 60_000);

  test('is delivered whole, and shared out among the needles whole', () => {
    expect(low.energy).toBeCloseTo(0.16, 9);
    // Power fed in and heat made differ by the tolerance of production, 1e-4.
    expect(Math.abs(sum(energies(low)) / low.energy - 1)).toBeLessThan(1e-4);
  });

  test('becomes heat to the part that the solve promises', () => {
    expect(Math.abs(low.balances.joule / low.balances.electric - 1)).toBeLessThan(1e-4);
  });

  test.each([
    ['peak', 1],
    ['cell_death_width', 1],
    ['cell_death_volume', 1],
    ['coagulation_volume', 1],
    ['junction', 1],
    ['border', 1],
    ['cell_death_to_fat', -1],
    ['cell_death_to_epidermis', -1],
    ['resistance_at_end', -1],
  ])('more of it moves %s by the sign %d', (name, sign) => {
    const quantity = heatQuantities.find((each) => each.name === name);
    expect(Math.sign((quantity?.of(high) ?? NaN) - (quantity?.of(low) ?? NaN))).toBe(sign);
  });

  test('coagulation lies inside cell death', () => {
    for (const { zones } of high.needles) {
      expect(zones.collagen?.width ?? 0).toBeLessThan(zones.cells?.width ?? 0);
      expect(zones.collagen?.volume ?? 0).toBeLessThan(zones.cells?.volume ?? 0);
    }
  });

  test('zones of needles add up to the zone of the array', () => {
    const parts = high.needles.map(({ zones }) => zones.cells?.volume ?? 0);
    expect(sum(parts) / high.zones.cells.volume).toBeCloseTo(1, 1);
  });

  test('vapour stands only where tissue boils', () => {
    expect(low.vapour === 0).toBe(low.peak.temperature < 373.15 - 1e-6);
    for (const { vapour, vapourMesh } of [low, high]) {
      expect(vapourMesh > 0).toBe(vapour > 0 && vapour < 1);
      expect(vapourMesh).toBeLessThanOrEqual(Math.min(vapour, 1 - vapour));
    }
    for (const { vapour, hottest } of high.needles) {
      // Fields are kept in single precision, the highest share of a step in double.
      expect(vapour).toBeLessThanOrEqual(high.vapour + 1e-6);
      expect(vapour === 0).toBe(hottest < 373.15 - 1e-6);
    }
    expect(Math.max(...high.needles.map(({ vapour }) => vapour))).toBeGreaterThan(0);
  });

  test('the conductances of the needles of a pole add up to that of the output, step by step', () => {
    const whole = high.outputs[0]?.resistance ?? [];
    const plus = high.needles.filter(({ needle }) => needle.group === 'plus');
    const on = plus[0]?.resistance.flatMap((one, step) => (Number.isFinite(one) ? [step] : [])) ?? [];
    expect(on.length).toBeGreaterThan(5);
    for (const step of on) {
      const conductance = sum(plus.map(({ resistance: own }) => 1 / (own[step] ?? Number.NaN)));
      expect(conductance * (whole[step] ?? Number.NaN)).toBeCloseTo(1, 3);
    }
  });
});

test('close needles merge, far ones do not', () => {
  const near = heatArray(
    rfInput(rfSheet({}, { pitch: '0.6 mm' }), rfSettings({ energy_per_needle: 0.06 })),
    {},
    { mesh },
  );
  expect(near.zones.cells.merged).toBe(near.zones.cells.neighbours);
  expect(near.zones.cells.neighbours).toBe(4);
  expect(near.needles.map(({ merges }) => merges.cells)).toEqual([2, 2, 2, 2]);
  expect(solve().zones.cells.merged).toBe(0);
});

test('two pulses with a pause deliver the same energy and heat less', () => {
  const one = solve({}, { pulse: 0.05 });
  const two = solve({}, { pulse: 0.05, pulses: 2, pause: 0.1 });
  expect(two.energy).toBeCloseTo(one.energy, 6);
  expect(two.peak.temperature).toBeLessThan(one.peak.temperature);
});

test('a pad takes the current of every needle', () => {
  const { needles, outputs, energy } = solve({ pattern: 'monopolar' });
  expect(sum(needles.map(({ current }) => current))).toBeCloseTo(outputs[0]?.current[0] ?? 0, 5);
  expect(sum(needles.map((needle) => needle.energy))).toBeCloseTo(energy, 6);
});

test('a limit of voltage keeps energy back', () => {
  expect(solve({ voltage_max: '20 V' }).energy).toBeLessThan(0.05);
});

test('without energy the skin stays as it was', () => {
  const { energy: _, ...input } = rfInput();
  expect(heatSkin({ ...input, energy: undefined })).toEqual({
    kind: 'unheated',
    temperature: 310.15,
    reason: 'no energy is set',
  });
  expect(heatSkin({ ...rfInput(), depth: 0 })).toMatchObject({ reason: 'no needle enters the skin' });
});

test('a resistance is told at its start, its least and its end; a margin is endless without a zone', () => {
  expect(resistanceSpan([Number.NaN, 5, 3, 4, Number.NaN])).toEqual({ start: 5, least: 3, end: 4 });
  expect(resistanceSpan([Number.NaN])).toEqual({ start: Number.NaN, least: Number.NaN, end: Number.NaN });
  const { skin } = rfInput();
  expect(zoneMargins(undefined, skin)).toEqual({ epidermis: Infinity, fat: Infinity });
  const { epidermis, fat } = zoneMargins({ from: 0, to: skin.epidermis + skin.dermis + 1e-4 }, skin);
  expect([epidermis, fat]).toEqual([-skin.epidermis, expect.closeTo(-1e-4, 9)]);
});
