import { centralValues } from '@percuta/evidence';
import { toSI } from '@percuta/quantity';
import { describe, expect, test } from 'vitest';
import { BadInput, OutsideModel } from '../error.ts';
import { layerDepths } from './geometry/tissue.ts';
import { heal, healingGrid } from './heal.ts';
import { healParameters } from './heal-stage.ts';
import { noThermalInjury } from './injury/thermal-injury.ts';
import { normalPlace } from './place.ts';
import { inScar, placeOf } from './place-of.ts';
import type { HealInput } from './result/healing.ts';
import { readReference } from './testing/reference.ts';
import { oneSession } from './testing/one-session.ts';

const central = centralValues(healParameters);
const days = (count: number): number => toSI(count, 'd');

const inputOf = (changes: Partial<HealInput> & { readonly layers?: number }): HealInput => {
  const { layers = 1, ...others } = changes;
  const depths = layerDepths(toSI(1.2, 'mm'), { ...central, n_layers: layers });
  return oneSession(central, { depths, ...others });
};

const lastOf = (series: Float64Array): number => series[series.length - 1];

describe('the mass balance', () => {
  test('agrees with that of an independent implementation', () => {
    const { mass_balance: rows, mass_balance_accuracy: accuracy } = readReference();
    const row = rows.find(({ scenario }) => scenario === 'needle-1x200');
    const { balance } = heal(inputOf({}), { ...central, y_Ew: central.y_E });
    expect(Math.abs(lastOf(balance.gain) - (row?.net_gain_365d ?? NaN))).toBeLessThan(accuracy);
    expect(Math.abs(lastOf(balance.bound) - (row?.strict_bound ?? NaN))).toBeLessThan(accuracy);
    expect(Math.abs(lastOf(balance.cut) - (row?.phi_cut ?? NaN))).toBeLessThan(accuracy);
  });

  test('no gain lies above its bound, with every host factor', () => {
    const host = { age: toSI(85, 'years'), smokes: true, hasTypeOneDiabetes: true, phototype: 'IV' as const };
    const place = placeOf(host, central);
    const { balance } = heal(inputOf({ place, sessions: [0, days(30)] }), central);
    balance.gain.forEach((gain, i) => expect(gain).toBeLessThanOrEqual(balance.bound[i] + 1e-6));
  });
});

/** The farthest that anything moves from rest. */
const drift = (changes: Partial<HealInput>): number => {
  const { means, rest } = heal(inputOf({ density: 0, ...changes }), central);
  const ids = Object.keys(rest).filter((id) => id in means);
  return Math.max(
    ...ids.flatMap((id) => {
      // The keys of `rest` are species.
      const one = id as keyof typeof rest;
      return Array.from(means[one], (value) => Math.abs(value - rest[one]));
    }),
  );
};

describe('rest', () => {
  const healthy = {
    age: toSI(25, 'years'),
    smokes: false,
    hasTypeOneDiabetes: false,
    phototype: 'II' as const,
  };
  const all = { age: toSI(85, 'years'), smokes: true, hasTypeOneDiabetes: true, phototype: 'VI' as const };

  test('unwounded skin does not drift in a year', () => expect(drift({})).toBeLessThan(1e-9));
  test.each([
    ['a smoker', { smokes: true }],
    ['a person of 85', { age: all.age }],
    ['a person with diabetes of type 1', { hasTypeOneDiabetes: true }],
    ['dark skin', { phototype: all.phototype }],
    ['one of whom all is true', all],
  ])('nor does that of %s', (_, of) =>
    expect(drift({ place: placeOf({ ...healthy, ...of }, central) })).toBeLessThan(1e-9),
  );
  test.each([
    ['a scar', normalPlace],
    ['a scar of one of whom all is true', placeOf(all, central)],
  ])('nor does %s', (_, place) => expect(drift({ place: inScar(place, central) })).toBeLessThan(1e-9));
});

test('a channel closes when the front arrives, and the barrier follows', () => {
  const { surface, times } = heal(inputOf({ duration: days(10) }), central);
  const closing = toSI(10.25, 'h');
  times.forEach((time, i) => expect(surface.gapRadius[i] > 0).toBe(time < closing));
  times.forEach((time, i) => expect(surface.barrier[i] > 0).toBe(time > closing));
  expect(lastOf(surface.barrier)).toBeGreaterThan(0.99);
});

test('times run from the session over a minute to the end, once each', () => {
  const { times, sessions, means, layers } = heal(
    inputOf({ layers: 2, sessions: [0, days(2)], duration: days(3) }),
    central,
  );
  times.forEach((time, i) => expect(i === 0 || time > times[i - 1]).toBe(true));
  expect(times[1]).toBeCloseTo(60, 9);
  expect(times).toContain(sessions[1]);
  expect(lastOf(times)).toBe(days(3));
  expect(means.F.length).toBe(times.length * layers);
});

test('the moment before a session is kept beside the one after it, and shows what was cut', () => {
  const { times, sessions, means, cut } = (({ balance, ...rest }) => ({ ...rest, cut: balance.cut }))(
    heal(inputOf({ sessions: [0, days(2)], duration: days(3) }), central),
  );
  const after = times.indexOf(sessions[1]);
  expect(times[after] - times[after - 1]).toBeCloseTo(1, 6);
  expect(cut[after - 1]).toBe(cut[0]);
  expect(cut[after]).toBeGreaterThan(1.9 * cut[0]);
  expect(means.B[after]).toBeGreaterThan(means.B[after - 1] + 0.01);
});

test('what lies below the tip is changed only by what diffuses down', () => {
  const { means, layers } = heal(
    inputOf({ layers: 3, pierced: Float64Array.of(1, 0.5, 0), duration: days(1) }),
    central,
  );
  expect(means.F[0]).toBeLessThan(means.F[1]);
  expect(means.F[2]).toBe(1);
  expect(means.A[means.A.length - 1]).toBeGreaterThan(0);
  expect(layers).toBe(3);
});

test('heat coagulates, kills and shocks where its damage says so', () => {
  const density = toSI(50, '1/cm2');
  const input = inputOf({ density, duration: days(1) });
  const grid = healingGrid(density, input.depths, central);
  const cell = grid.radial.centres.map((radius) =>
    radius < toSI(0.15, 'mm') ? 8 : radius < toSI(0.3, 'mm') ? 0.2 : 0,
  );
  const collagen = cell.map((omega) => (omega > 1 ? 6 : 0));
  const thermal = { ...input.thermal, cell, collagen };
  const heated = heal({ ...input, thermal }, central);
  const cold = heal(input, central);
  expect(heated.means.Cd[0]).toBeGreaterThan(2 * cold.means.Cd[0]);
  expect(heated.means.HS[0]).toBeGreaterThan(0);
  expect(cold.means.HS[0]).toBe(0);
  expect(heated.surface.gapRadius[0]).toBeGreaterThan(cold.surface.gapRadius[0]);
});

describe('input that cannot be', () => {
  const given = inputOf({});
  test.each([
    [
      'sessions that overlap',
      { sessions: [0, days(30), days(30)] },
      /sessions have to start at 0 days, rise/,
    ],
    ['a negative interval', { sessions: [0, days(30), days(20)] }, /sessions have to start at 0 days, rise/],
    [
      'an end before the last session',
      { sessions: [0, days(400)] },
      /sessions have to start at 0 days, rise/,
    ],
    ['layers that do not fit', { pierced: Float64Array.of(1, 1) }, /the layers do not fit together/],
    ['a density that is none', { density: -1 }, /no number of channels/],
  ])('%s: one clear error', (_, changes, message) => {
    expect(() => heal({ ...given, ...changes }, central)).toThrow(BadInput);
    expect(() => heal({ ...given, ...changes }, central)).toThrow(message);
  });

  test('damage on another grid', () => {
    const other = noThermalInjury(healingGrid(2 * given.density, given.depths, central));
    expect(() => heal({ ...given, thermal: other }, central)).toThrow(/another grid/);
  });

  test('channels that overlap, and channels with no neighbours', () => {
    const dense = inputOf({ density: toSI(20_000, '1/cm2') });
    expect(() => heal(dense, central)).toThrow(OutsideModel);
    expect(() => heal(dense, central)).toThrow(/overlap/);
    expect(() => heal(inputOf({ density: toSI(1, '1/cm2') }), central)).toThrow(/too sparse/);
  });
});

test('a run that finds no answer says when, at which step, in which ring, layer and species', () => {
  expect(() => heal(inputOf({ duration: days(1) }), { ...central, D_A: 1e300 })).toThrow(
    /^heal found no answer at [\d.e-]+ s: \w+ in ring \d+ of layer 0 did not settle at a step of [\d.e-]+ s$/,
  );
});
