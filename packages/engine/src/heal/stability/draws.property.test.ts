import { createRandom } from '@percuta/numerics';
import { toSI } from '@percuta/quantity';
import { describe, expect, test } from 'vitest';
import { acceptedDraws } from '../calibration/accepted-draws.ts';
import { checkBound } from '../course/failure.ts';
import { calibratedValues } from '../ensemble/draw.ts';
import { valuesAtDraw } from '../ensemble/draw-values.ts';
import { heal } from '../heal.ts';
import type { HealValues } from '../heal-stage.ts';
import type { Healing } from '../result/healing.ts';
import { brokenGain, unresolved } from './broken-rule.ts';
import { contractileGain, inflammatoryGain } from './loop-gains.ts';
import { oneSession } from '../testing/one-session.ts';

const mesh = { N_r: 12, n_layers: 1 };

const healOnce = (values: HealValues, perArea: number): Healing =>
  heal(oneSession(values, { density: toSI(perArea, '1/cm2') }), values);

/** Places of accepted draws that are tried; each heals for a year. */
const places = Array.from({ length: 5 }, (_, i) => Math.floor((i * acceptedDraws.length) / 5));

describe('any draw of the prior', () => {
  const draws = Array.from({ length: 300 }, (_, i) => valuesAtDraw(99, i, {}));

  test('is refused by the gain that is too large, the inflammatory one first, and by no other', () => {
    for (const values of draws) {
      const [inflammatory, contractile] = [inflammatoryGain(values), contractileGain(values, 15)];
      const expected = inflammatory >= 0.7 ? 'G_A' : contractile >= 1 ? 'G_Y' : undefined;
      expect(brokenGain(values)?.rule).toBe(expected);
    }
    const refused = draws.filter((values) => brokenGain(values) !== undefined).length;
    expect(refused).toBeGreaterThan(draws.length / 10);
    expect(refused).toBeLessThan((draws.length * 9) / 10);
  });

  test('has gains that grow with what drives the loop and fall with what ends it', () => {
    const random = createRandom(3);
    for (const values of draws.slice(0, 50)) {
      const more = 1 + random.next();
      expect(inflammatoryGain({ ...values, p_AN: more * values.p_AN, p_AM: more * values.p_AM })).toBeCloseTo(
        more * inflammatoryGain(values),
        9,
      );
      expect(contractileGain({ ...values, p_TY: more * values.p_TY }, 15)).toBeCloseTo(
        more * contractileGain(values, 15),
        9,
      );
      expect(inflammatoryGain({ ...values, d_A: 2 * values.d_A })).toBeCloseTo(
        inflammatoryGain(values) / 2,
        9,
      );
    }
  });
});

describe('every accepted draw', () => {
  test('keeps the loop gains', () => {
    acceptedDraws.forEach((_, k) => expect(brokenGain(calibratedValues(k, {}))).toBeUndefined());
  });

  test.each(places)(
    'draw %i resolves within a year, stays below its bound, and refills less without the deficit',
    (k) => {
      const values = calibratedValues(k, mesh);
      const healing = healOnce(values, 200);
      expect(unresolved(healing)).toBeUndefined();
      const { gain, bound } = healing.balance;
      gain.forEach((value, t) => expect(value).toBeLessThanOrEqual(bound[t] + 1e-5));
      const wide = { ...values, f_lost: 1, f_cut: 0 };
      const still = { ...wide, w_D: 0, A_D: 0, p_TD: 0, k_MD: 0, p_PD: 0 };
      const left = (one: HealValues): number => healOnce(one, 200).balance.gain.at(-1) ?? 0;
      expect(left(still)).toBeLessThan(left(wide));
    },
  );

  test.each(places)('draw %i does not drift where there is no wound', (k) => {
    const { means, rest } = healOnce(calibratedValues(k, mesh), 0);
    for (const [id, series] of Object.entries(means)) {
      const at = Object.entries(rest).find(([name]) => name === id)?.[1] ?? 0;
      for (const value of series) expect(Math.abs(value - at)).toBeLessThan(1e-9);
    }
  });
});

test('a gain above its bound is an error of ours that names layer and amounts', () => {
  const balance = {
    gain: Float64Array.of(0, 0, 0.01, 0.03),
    bound: Float64Array.of(0, 0, 0.02, 0.02),
    cut: new Float64Array(2),
  };
  const [times, layers] = [Float64Array.of(0, toSI(1, 'd')), 2];
  expect(() => checkBound({ balance, times, layers })).toThrow('0.03 in layer 1, above its bound 0.02');
  expect(() => checkBound({ balance: { ...balance, bound: balance.gain }, times, layers })).not.toThrow();
});
