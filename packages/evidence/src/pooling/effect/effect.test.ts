import { describe, expect, test } from 'vitest';
import { changeAgainstControl, meanChange, overCorrelations, type Change } from './change.ts';
import { requireEffects } from './effect.ts';
import { meanDifference, standardisedMeanDifference } from './mean-difference.ts';
import {
  arcsineProportion,
  doubleArcsineProportion,
  fromArcsine,
  fromDoubleArcsine,
  fromLogit,
  logitProportion,
} from './proportion.ts';
import { smallSampleFactor } from './small-sample.ts';
import { logOddsRatio, logRiskRatio, riskDifference } from './two-arms.ts';

const change = (correlation: number): Change => ({
  before: { mean: 10, sd: 3 },
  after: { mean: 7, sd: 4 },
  n: 25,
  correlation,
});

describe('means', () => {
  test('a difference by hand', () => {
    const a = { mean: 5, sd: 2, n: 16 };
    const b = { mean: 3, sd: 3, n: 9 };
    expect(meanDifference(a, b)).toEqual({ estimate: 2, variance: 4 / 16 + 1 });
    expect(meanDifference(b, a).estimate).toBe(-2);
    expect(standardisedMeanDifference(a, b).estimate).toBe(-standardisedMeanDifference(b, a).estimate);
  });

  test('the small-sample factor is close to 1 - 3/(4m - 1), and refuses too few', () => {
    expect(smallSampleFactor(2)).toBeCloseTo(1 / Math.sqrt(Math.PI), 14);
    for (const m of [10, 100, 1000])
      expect(Math.abs(smallSampleFactor(m) - 1 + 3 / (4 * m - 1))).toBeLessThan(0.01 / m);
    expect(() => smallSampleFactor(1)).toThrow(RangeError);
  });
});

describe('changes', () => {
  test('a stronger correlation makes the same change surer', () => {
    const results = overCorrelations((r) => meanChange(change(r)));
    expect(results.map(({ correlation }) => correlation)).toEqual([0, 0.5, 0.7]);
    expect(results.map(({ result }) => result.estimate)).toEqual([-3, -3, -3]);
    expect(results[0].result.variance).toBe(1);
    expect(results[1].result.variance).toBeCloseTo(13 / 25, 14);
    expect(() => meanChange(change(1))).toThrow(RangeError);
  });

  test('a control that changes as much leaves nothing', () => {
    const { estimate, variance } = changeAgainstControl(change(0.5), change(0.5));
    expect(estimate).toBe(0);
    expect(variance).toBeCloseTo(26 / 25, 14);
  });
});

describe('two arms', () => {
  const a = { events: 10, total: 30 };
  const b = { events: 4, total: 40 };

  test('by hand, and antisymmetric', () => {
    expect(logOddsRatio(a, b).estimate).toBeCloseTo(Math.LN2 + 0.8109302162163288, 14);
    expect(logRiskRatio(a, b).estimate).toBeCloseTo(-logRiskRatio(b, a).estimate, 14);
    expect(riskDifference(a, b).estimate).toBeCloseTo(1 / 3 - 0.1, 15);
  });

  test('an empty cell is refused, and corrected only when asked', () => {
    const none = { events: 0, total: 40 };
    for (const measure of [logOddsRatio, logRiskRatio]) {
      expect(() => measure(a, none)).toThrow('use a model of the counts');
      expect(measure(a, none, { correction: 0.5 }).variance).toBeGreaterThan(1);
      expect(measure(a, b, { correction: 0.5 })).toEqual(measure(a, b));
    }
    expect(() => riskDifference(none, none)).toThrow(RangeError);
    expect(() => logOddsRatio({ events: 5, total: 4 }, b)).toThrow('not a count');
  });
});

describe('proportions', () => {
  test('every transformation comes back', () => {
    for (const events of [1, 7, 20, 39]) {
      const count = { events, total: 40 };
      expect(fromLogit(logitProportion(count).estimate)).toBeCloseTo(events / 40, 14);
      expect(fromArcsine(arcsineProportion(count).estimate)).toBeCloseTo(events / 40, 14);
      expect(fromDoubleArcsine(doubleArcsineProportion(count).estimate, 40)).toBeCloseTo(events / 40, 12);
    }
    for (const events of [0, 40])
      expect(fromDoubleArcsine(doubleArcsineProportion({ events, total: 40 }).estimate, 40)).toBe(
        events / 40,
      );
  });

  test('no logit of none', () => {
    expect(() => logitProportion({ events: 0, total: 9 })).toThrow('proportionModel');
    expect(logitProportion({ events: 0, total: 9 }, { correction: 0.5 }).estimate).toBeLessThan(-2);
    expect([fromLogit(-800), fromLogit(800), fromArcsine(-1), fromArcsine(2)]).toEqual([0, 1, 0, 1]);
  });
});

test('effects without a usable variance are refused', () => {
  const good = { estimate: 1, variance: 1 };
  expect(() => requireEffects([good], 2)).toThrow('2 or more');
  for (const bad of [
    { estimate: NaN, variance: 1 },
    { estimate: 1, variance: 0 },
    { estimate: 1, variance: Infinity },
  ])
    expect(() => requireEffects([good, bad], 2)).toThrow(RangeError);
});
