import { createRandom } from '@percuta/numerics';
import { describe, expect, test } from 'vitest';
import { pool } from './pool.ts';
import { predictEffect } from './predict-effect.ts';
import { categoricalModerators, regress } from './regress.ts';
import { tau2Methods } from './tau2.ts';

const random = createRandom(11);
const effects = Array.from({ length: 12 }, () => {
  const variance = 0.02 + 0.2 * random.next();
  return { estimate: 0.5 + random.normal() * Math.sqrt(variance + 0.1), variance };
});
const equal = [0.4, 0.4, 0.4, 0.4].map((estimate) => ({ estimate, variance: 0.1 }));

describe('pool', () => {
  test.each(tau2Methods)('%s moves and scales with the data', (method) => {
    const { mean, heterogeneity, weights } = pool(effects, { method });
    const moved = pool(
      effects.map(({ estimate, variance }) => ({ estimate: 3 - 10 * estimate, variance: 100 * variance })),
      { method },
    );
    expect(moved.mean.estimate).toBeCloseTo(3 - 10 * mean.estimate, 9);
    expect(moved.mean.se).toBeCloseTo(10 * mean.se, 9);
    expect(moved.heterogeneity.tau2).toBeCloseTo(100 * heterogeneity.tau2, 7);
    expect(moved.heterogeneity.i2).toBeCloseTo(heterogeneity.i2, 9);
    expect(weights.reduce((sum, w) => sum + w, 0)).toBeCloseTo(1, 14);
  });

  test.each(tau2Methods)('%s finds no spread in equal effects', (method) => {
    const { mean, heterogeneity } = pool(equal, { method, interval: 'normal' });
    expect(heterogeneity.tau2).toBe(0);
    expect(mean.estimate).toBeCloseTo(0.4, 15);
    expect(mean.se).toBeCloseTo(Math.sqrt(0.1 / 4), 15);
  });

  test('the floor keeps Hartung-Knapp from being surer than the model', () => {
    expect(pool(equal).mean.se).toBeLessThan(1e-15);
    expect(pool(equal, { interval: 'hartung-knapp-floored' }).mean.se).toBeCloseTo(Math.sqrt(0.1 / 4), 15);
  });

  test('a prediction interval contains that of the mean and is wider where studies differ', () => {
    const { mean, prediction } = pool(effects);
    expect(prediction?.low).toBeLessThan(mean.interval.low);
    expect(prediction?.high).toBeGreaterThan(mean.interval.high);
    expect(pool(effects.slice(0, 2), { prediction: 'higgins' }).prediction).toBeUndefined();
  });

  test('wrong input is refused', () => {
    expect(() => pool(effects.slice(0, 1))).toThrow(RangeError);
    expect(() => pool(effects, { level: 1.5 })).toThrow('level');
  });

  test('thirty studies take well below 5 ms', () => {
    const many = Array.from({ length: 30 }, (_, i) => effects[i % 12]);
    for (let i = 0; i < 100; i++) pool(many);
    const start = performance.now();
    for (let i = 0; i < 100; i++) pool(many);
    expect((performance.now() - start) / 100).toBeLessThan(5);
  });
});

describe('regress', () => {
  const labels = effects.map((_, i) => ['needling', 'laser', 'peel'][i % 3]);

  test('groups by categories are the groups pooled alone, where nothing is shared', () => {
    const { coefficients } = regress(effects, categoricalModerators('modality', labels, 'needling'), {
      method: 'CE',
    });
    const alone = (label: string) =>
      pool(
        effects.filter((_, i) => labels[i] === label),
        { method: 'CE' },
      ).mean.estimate;
    expect(coefficients.map(({ name }) => name)).toEqual(['intercept', 'modality: laser', 'modality: peel']);
    expect(coefficients[0].estimate).toBeCloseTo(alone('needling'), 12);
    expect(coefficients[0].estimate + coefficients[2].estimate).toBeCloseTo(alone('peel'), 12);
  });

  test('one moderator: the omnibus test is its own test squared', () => {
    const line = regress(effects, [{ name: 'dose', values: effects.map((_, i) => i) }]);
    const [, slope] = line.coefficients;
    expect(line.omnibus?.statistic).toBeCloseTo(slope.statistic ** 2, 10);
    expect(line.omnibus?.p).toBeCloseTo(slope.p, 12);
    expect(predictEffect(line, [0]).mean.estimate).toBeCloseTo(line.coefficients[0].estimate, 14);
    expect(() => predictEffect(line, [])).toThrow(RangeError);
  });

  test('moderators that say the same, or too little, are refused', () => {
    const one = { name: 'one', values: effects.map(() => 1) };
    expect(() => regress(effects, [one])).toThrow('rank deficient');
    expect(() => regress(effects, [{ name: 'short', values: [1] }])).toThrow(RangeError);
    expect(() => categoricalModerators('modality', labels, 'nothing')).toThrow(RangeError);
  });
});
