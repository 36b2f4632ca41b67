import { centralValues, sampleValue } from '@percuta/evidence';
import { createRandom, exp } from '@percuta/numerics';
import { toSI } from '@percuta/quantity';
import { describe, expect, test } from 'vitest';
import { heal } from '../heal.ts';
import { healParameters, type HealValues } from '../heal-stage.ts';
import type { HealInput, Healing } from '../result/healing.ts';
import { brokenGain, unresolved } from './broken-rule.ts';
import { contractileGain, inflammatoryGain } from './loop-gains.ts';
import { oneSession } from '../testing/one-session.ts';

const central = centralValues(healParameters);
const perDay = (value: number): number => toSI(value, '1/d');

const healOnce = (values: HealValues, changes: Partial<HealInput> = {}): Healing =>
  heal(oneSession(values, changes), values);

const gain = ({ balance }: Healing): number => balance.gain[balance.gain.length - 1];

describe('loop gains', () => {
  test('at the central values', () => {
    expect(inflammatoryGain(central)).toBeCloseTo(0.564, 3);
    expect(contractileGain(central, 15)).toBeCloseTo(0.216, 3);
    expect(contractileGain({ ...central, sigma: 1 }, 15)).toBeCloseTo(0.865, 3);
    expect(contractileGain({ ...central, sigma: 1 }, 25)).toBeCloseTo(1.441, 3);
    expect(brokenGain(central)).toBeUndefined();
  });

  const inflamed = { ...central, p_AN: perDay(1), p_AM: perDay(1.2), d_A: perDay(3) };

  test('a draw above the limit is refused with the rule named', () => {
    expect(inflammatoryGain(inflamed)).toBeCloseTo(1.9, 1);
    expect(brokenGain(inflamed)?.text).toMatch(/^G_A: .* is 1\.9\d?, to be below 0\.7$/);
    expect(brokenGain({ ...central, sigma: 1, p_TY: perDay(0.6) })?.rule).toBe('G_Y');
  });

  test('and rightly: its inflammation never ends and takes elastin with it', () => {
    const healing = healOnce(inflamed);
    expect(unresolved(healing)?.text).toMatch(/^RESOLVE: .* is 0\.12/);
    expect(healing.means.E.at(-1)).toBeLessThan(0.85);
  });

  test('the central values resolve within a year', () => {
    expect(unresolved(healOnce(central))).toBeUndefined();
  });
});

test('without the drive of the deficit a wound stops before it is full', () => {
  const still = { ...central, w_D: 0, A_D: 0, p_TD: 0, k_MD: 0, p_PD: 0 };
  // A wide gap, all of its matrix lost: what is left to refill is its share of the area.
  const wide = { f_lost: 1, f_cut: 0 };
  const driven = healOnce({ ...central, ...wide });
  const lost = driven.balance.cut[0];
  expect(gain(healOnce({ ...still, ...wide }))).toBeLessThan(-0.5 * lost);
  expect(gain(driven)).toBeGreaterThan(-0.2 * lost);
});

test('draws that pass keep every state finite, none below 0, no gain above its bound', () => {
  const random = createRandom(12);
  let passed = 0;
  for (let trial = 0; trial < 12; trial += 1) {
    const drawn = Object.fromEntries(
      Object.entries(healParameters).map(([name, one]) => [
        name,
        one.spread.kind === 'fixed' || name === 'phi3b'
          ? sampleValue(one, 0.5)
          : sampleValue(one, random.next()),
      ]),
    );
    const values = { ...central, ...drawn, d_m: central.d_m * exp(random.next()), n_layers: 1 };
    if (brokenGain(values) !== undefined) continue;
    passed += 1;
    const healing = healOnce(values, { density: toSI(400, '1/cm2'), duration: toSI(60, 'd') });
    for (const series of Object.values(healing.means)) {
      expect(series.every((value) => Number.isFinite(value) && value >= 0)).toBe(true);
    }
    healing.balance.gain.forEach((gain, i) =>
      expect(gain).toBeLessThanOrEqual(healing.balance.bound[i] + 1e-5),
    );
  }
  expect(passed).toBeGreaterThan(2);
});
