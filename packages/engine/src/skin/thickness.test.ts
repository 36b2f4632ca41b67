import { exp, log, normalCdf, normalQuantile } from '@percuta/numerics';
import { describe, expect, test } from 'vitest';
import { priorThickness, rangeOf, thicknessQuantile, withMeasurement } from './thickness.ts';

const dermis = { median: 1.2e-3, low: 0.85e-3, high: 2.1e-3, factors: [1], logSds: [0.12] };
const shares = Array.from({ length: 199 }, (_, k) => (k + 1) / 200);

describe('prior', () => {
  test('quantiles rise with the share', () => {
    const prior = priorThickness(dermis);
    const quantiles = shares.map((u) => thicknessQuantile(prior, u));
    expect(quantiles.every((value, i) => i === 0 || value > (quantiles[i - 1] ?? Infinity))).toBe(true);
  });

  test('is the two-piece lognormal of the methods when people hardly differ', () => {
    const prior = priorThickness({ ...dermis, logSds: [0.02] });
    for (const u of [0.1, 0.25, 0.5, 0.75, 0.9]) {
      const z = normalQuantile(u) / normalQuantile(0.95);
      const exact = 1.2e-3 * exp(z < 0 ? -z * log(0.85 / 1.2) : z * log(2.1 / 1.2));
      // 24 midpoints stand for the methods: their quantiles are off by at most half a midpoint distance.
      expect(thicknessQuantile(prior, u) / exact).toBeCloseTo(1, 1);
      expect(Math.abs(thicknessQuantile(prior, u) / exact - 1)).toBeLessThan(0.02);
    }
  });

  test('is the lognormal of people when methods agree', () => {
    const prior = priorThickness({ ...dermis, low: 1.1999e-3, high: 1.2001e-3, logSds: [0.2] });
    for (const u of [0.05, 0.3, 0.5, 0.8, 0.95]) {
      // A cell is 0.2 x 12/320 = 0.0075 wide in ln t; linear within it, so a tenth of that at the most.
      expect(thicknessQuantile(prior, u) / (1.2e-3 * exp(0.2 * normalQuantile(u)))).toBeCloseTo(1, 3);
    }
  });

  test('conflicting studies enter with equal weight', () => {
    const prior = priorThickness({
      ...dermis,
      low: 1.199e-3,
      high: 1.201e-3,
      factors: [1, 2],
      logSds: [0.05],
    });
    // Half of the probability lies near 1.2 mm and half near 2.4 mm, none between.
    expect(thicknessQuantile(prior, 0.499)).toBeLessThan(1.5e-3);
    expect(thicknessQuantile(prior, 0.501)).toBeGreaterThan(1.9e-3);
  });

  test('adds up to one', () => {
    const { mass } = priorThickness(dermis);
    expect(mass.reduce((sum, value) => sum + value, 0)).toBeCloseTo(1, 12);
  });

  test('a spread that is no number is no knowledge', () => {
    for (const logSds of [[0], [Number.NaN]]) {
      expect(() => priorThickness({ ...dermis, logSds })).toThrow('total probability');
    }
  });
});

describe('measurement', () => {
  /** Normal prior as good as lognormal: a spread of 2 %. */
  const narrow = priorThickness({ ...dermis, low: 1.19999e-3, high: 1.20001e-3, logSds: [0.02] });
  const sd = 0.02 * 1.2e-3;

  test.each([
    [1.224e-3, sd],
    [1.15e-3, 2 * sd],
    [1.26e-3, sd / 2],
  ])('of %d m ± %d m: mean and spread of the conjugate normal', (value, error) => {
    const weight = (sd * sd) / (sd * sd + error * error);
    const mean = 1.2e-3 + weight * (value - 1.2e-3);
    const spread = sd * Math.sqrt(1 - weight);
    const after = withMeasurement(narrow, value, error, 0);
    const [low, median, high] = [0.05, 0.5, 0.95].map((u) => thicknessQuantile(after, u));
    // A 2 % lognormal has a skewness of 0.06, which moves quantiles by a few hundredths of its sd.
    const tolerance = 0.06 * sd;
    expect(Math.abs((median ?? 0) - mean)).toBeLessThan(tolerance);
    expect(Math.abs((high ?? 0) - (low ?? 0) - 2 * 1.6449 * spread)).toBeLessThan(2 * tolerance);
  });

  const prior = priorThickness(dermis);
  const width = (density: typeof prior) =>
    thicknessQuantile(density, 0.95) - thicknessQuantile(density, 0.05);

  test('narrows and moves towards the reading', () => {
    const after = withMeasurement(prior, 1.8e-3, 0.1e-3, 0.1);
    expect(width(after)).toBeLessThan(width(prior) / 2);
    const median = thicknessQuantile(after, 0.5);
    expect(median).toBeGreaterThan(1.5e-3);
    expect(median).toBeLessThan(1.8e-3);
  });

  test('so imprecise that it says nothing changes nothing', () => {
    const after = withMeasurement(prior, 1.8e-3, 20e-3, 0.157);
    for (const u of [0.05, 0.5, 0.95]) {
      expect(thicknessQuantile(after, u) / thicknessQuantile(prior, u)).toBeCloseTo(1, 3);
    }
  });

  test('a finer probe helps no further than the layer varies under it', () => {
    const fine = width(withMeasurement(prior, 1.3e-3, 1e-6, 0.15));
    const finest = width(withMeasurement(prior, 1.3e-3, 1e-9, 0.15));
    expect(finest / fine).toBeCloseTo(1, 3);
    expect(finest).toBeGreaterThan(0.15 * 1.3e-3);
  });

  test('the order of two readings does not matter', () => {
    const there = withMeasurement(withMeasurement(prior, 1.5e-3, 1e-4, 0.1), 1.2e-3, 2e-4, 0.1);
    const back = withMeasurement(withMeasurement(prior, 1.2e-3, 2e-4, 0.1), 1.5e-3, 1e-4, 0.1);
    expect(thicknessQuantile(back, 0.5)).toBeCloseTo(thicknessQuantile(there, 0.5), 12);
  });

  test('the density reaches from the implausibly thin to the implausibly thick', () => {
    const { least, most } = rangeOf(prior);
    expect(least).toBeGreaterThan(0.1e-3);
    expect(least).toBeLessThan(thicknessQuantile(prior, 0.001));
    expect(most).toBeGreaterThan(thicknessQuantile(prior, 0.999));
    expect(most).toBeLessThan(20e-3);
  });
});

test('quantiles invert the distribution they are drawn from', () => {
  const prior = priorThickness({ ...dermis, low: 1.1999e-3, high: 1.2001e-3, logSds: [0.2] });
  for (const u of [0.02, 0.4, 0.97]) {
    const t = thicknessQuantile(prior, u);
    expect(normalCdf(log(t / 1.2e-3) / 0.2)).toBeCloseTo(u, 3);
  }
});
