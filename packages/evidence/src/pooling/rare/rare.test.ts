import { describe, expect, test } from 'vitest';
import { exactRate, ruleOfThree } from './exact.ts';
import { exactOddsRatio } from './exact-odds-ratio.ts';
import { oddsRatioModel } from './odds-ratio-model.ts';
import { proportionModel } from './proportion-model.ts';

describe('exact rates', () => {
  test('no event is a bound, never 0', () => {
    const rate = exactRate({ events: 0, total: 60 });
    expect(rate).toMatchObject({ kind: 'at most', level: 0.95 });
    expect(rate).not.toHaveProperty('estimate');
    expect(rate.kind === 'at most' && rate.bound).toBeCloseTo(1 - 0.05 ** (1 / 60), 14);
    expect(ruleOfThree(60)).toBe(0.05);
    expect(ruleOfThree(2)).toBe(1);
    expect(exactRate({ events: 7, total: 7 }).kind).toBe('at least');
  });

  test('the rule of three is near the exact bound from 30 people on', () => {
    for (const n of [30, 100, 1000]) {
      const rate = exactRate({ events: 0, total: n });
      const bound = rate.kind === 'at most' ? rate.bound : NaN;
      expect(ruleOfThree(n) / bound).toBeGreaterThan(1);
      expect(ruleOfThree(n) / bound).toBeLessThan(1.06);
    }
  });

  test('5 of 20 as in the tables', () => {
    const rate = exactRate({ events: 5, total: 20 });
    if (rate.kind !== 'between') throw new Error('an interval is expected');
    expect([rate.interval.low, rate.interval.high].map((x) => x.toFixed(4))).toEqual(['0.0866', '0.4910']);
    expect(() => exactRate({ events: 3, total: 2 })).toThrow(RangeError);
  });
});

describe('pooled rates', () => {
  test('studies without events take part; all of them without give a bound', () => {
    const counts = [0, 0, 1, 3].map((events) => ({ events, total: 40 }));
    const pooled = proportionModel(counts);
    expect(pooled).toMatchObject({ kind: 'rate', events: 4, total: 160 });
    const none = proportionModel(counts.map(({ total }) => ({ events: 0, total })));
    expect(none).toEqual({ kind: 'bound', of: exactRate({ events: 0, total: 160 }) });
  });

  test('equal studies are one study', () => {
    const pooled = proportionModel([1, 2, 3].map(() => ({ events: 10, total: 40 })));
    if (pooled.kind !== 'rate') throw new Error('a rate is expected');
    expect(pooled.tau2).toBeLessThan(1e-12);
    expect(pooled.median).toBeCloseTo(0.25, 10);
    expect(pooled.average).toBeCloseTo(0.25, 10);
    expect(pooled.logit.se).toBeCloseTo(Math.sqrt(1 / 30 + 1 / 90), 8);
  });

  test('where studies differ the mean rate lies nearer to a half than the median', () => {
    const pooled = proportionModel([1, 4, 20, 2, 30].map((events) => ({ events, total: 60 })));
    if (pooled.kind !== 'rate') throw new Error('a rate is expected');
    expect(pooled.average).toBeGreaterThan(pooled.median);
    expect(pooled.prediction.high).toBeGreaterThan(pooled.interval.high);
  });
});

const arms = (a: number, c: number, n = 50) => ({
  treated: { events: a, total: n },
  control: { events: c, total: n },
});

describe('pooled odds ratios', () => {
  const studies = [arms(6, 2), arms(4, 0), arms(9, 5), arms(0, 0), arms(3, 1)];

  test.each(['conditional', 'study-intercepts', 'random-intercepts'] as const)(
    '%s: empty cells need no help',
    (model) => {
      const pooled = oddsRatioModel(studies, { model, heterogeneity: 'common' });
      if (pooled.kind !== 'ratio') throw new Error('a ratio is expected');
      expect(pooled.informative).toBe(4);
      expect(pooled.logOddsRatio.estimate).toBeGreaterThan(0.7);
      expect(pooled.logOddsRatio.estimate).toBeLessThan(1.4);
    },
  );

  test('a study without any event changes nothing', () => {
    const without = oddsRatioModel(
      studies.filter(({ treated, control }) => treated.events + control.events > 0),
    );
    expect(without).toEqual(oddsRatioModel(studies));
  });

  test('an arm without events in all studies leaves a bound', () => {
    const pooled = oddsRatioModel([arms(0, 3), arms(0, 2)]);
    if (pooled.kind !== 'bound' || pooled.of.kind !== 'at most') throw new Error('a bound is expected');
    // All five events in the control arms at this ratio have chance 5 %.
    expect(pooled.of.logBound).toBeLessThan(0);
    expect(exactOddsRatio([arms(3, 0), arms(2, 0)])).toMatchObject({ kind: 'at least' });
    expect(exactOddsRatio([arms(0, 0)])).toMatchObject({ kind: 'none' });
  });

  test('studies that contradict each other completely have no spread to estimate', () => {
    const split = [arms(3, 0), arms(0, 3), arms(2, 0)];
    expect(oddsRatioModel(split)).toMatchObject({ kind: 'no estimate' });
    expect(oddsRatioModel(split, { heterogeneity: 'common' })).toMatchObject({ kind: 'ratio' });
  });

  test('the exact interval of one table covers its ratio and mirrors', () => {
    const one = exactOddsRatio([arms(6, 2)]);
    const other = exactOddsRatio([arms(2, 6)]);
    if (one.kind !== 'between' || other.kind !== 'between') throw new Error('intervals are expected');
    expect(one.interval.low).toBeCloseTo(-other.interval.high, 10);
    expect(one.interval.low).toBeLessThan(Math.LN2 * 1.7);
    expect(one.interval.high).toBeGreaterThan(Math.LN2 * 1.7);
  });
});
