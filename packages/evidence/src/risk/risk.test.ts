import { expect, test } from 'vitest';
import { phototypes } from '../course/indication.ts';
import { exactInterval } from './exact-interval.ts';
import { incidenceSchema, signalSchema, type RiskEvent } from './risk-schema.ts';
import { risksFor, type RiskQuery } from './risks-for.ts';
import {
  harmComparisons,
  incidence,
  pains,
  pihModifiers,
  rareHarms,
  recoveries,
  rfHarmPatterns,
  rfSignals,
} from './risks.ts';

test('nothing was lost', () => {
  const counts = [incidence, harmComparisons, pihModifiers, rareHarms, rfSignals, rfHarmPatterns].map(
    (list) => list().length,
  );
  expect(counts).toEqual([20, 6, 5, 6, 5, 4]);
  expect([recoveries().length, pains().length]).toEqual([6, 6]);
});

test.each(incidence().map((record) => [record.id, record] as const))(
  'the printed interval of %s is the exact one',
  (_, { k, n, interval, rounded_rate }) => {
    const exact = exactInterval(k, n);
    expect(Math.abs(exact.low - interval.low)).toBeLessThanOrEqual(0.0005 + 1e-12);
    expect(Math.abs(exact.high - interval.high)).toBeLessThanOrEqual(0.0005 + 1e-12);
    expect(Math.abs(k / n - rounded_rate)).toBeLessThanOrEqual(0.00005 + 1e-12);
  },
);

/** P(X ≤ k) of n people at rate p, term by term. */
function binomialTail(k: number, n: number, p: number): number {
  let term = (1 - p) ** n;
  let sum = term;
  for (let i = 1; i <= k; i++) {
    term *= ((n - i + 1) / i) * (p / (1 - p));
    sum += term;
  }
  return sum;
}

test.each([
  [5, 30],
  [2, 30],
  [3, 15],
  [4, 10],
  [13, 15],
])('at the ends of the interval of %i in %i the tails are 2.5 per cent', (k, n) => {
  const { low, high } = exactInterval(k, n);
  expect(binomialTail(k, n, high)).toBeCloseTo(0.025, 12);
  expect(1 - binomialTail(k - 1, n, low)).toBeCloseTo(0.025, 12);
});

test('no event in n is not no risk: the upper end is near 3/n', () => {
  const { low, high } = exactInterval(0, 40);
  expect(low).toBe(0);
  // Two-sided at 95 %, so a little above the one-sided rule of three: 1 - 0.025^(1/40).
  expect(high).toBeCloseTo(1 - 0.025 ** (1 / 40), 12);
  expect(high).toBeGreaterThan(3 / 40);
  expect(exactInterval(40, 40).high).toBe(1);
  expect(() => exactInterval(3, 2)).toThrow(/3 of 2/);
});

const about = (event: RiskEvent, query: RiskQuery) =>
  risksFor(query).find((answer) => answer.event === event);
const ids = (event: RiskEvent, query: RiskQuery) => {
  const rates = about(event, query)?.rates;
  return Array.isArray(rates) ? rates.map(({ counted }) => counted.id) : rates;
};

test('dark marks after needling of the face in phototype V: 5 of 30, and none of 39', () => {
  const query = { modality: 'needling', phototype: 'V', region: 'face' } as const;
  expect(ids('pih', query)).toEqual(['pih-dogra', 'pih-qarqaz']);
  const answer = about('pih', query);
  expect(Array.isArray(answer?.rates) && answer.rates[0]).toMatchObject({ k: 5, n: 30, rate: 5 / 30 });
});

test('the rate of the face is not lent to the body, nor that of phototype V to VI', () => {
  const body = { modality: 'needling', phototype: 'V', region: 'body' } as const;
  expect(ids('pih', body)).toBe('not quantified');
  expect(about('pih', body)?.elsewhere.map(({ counted }) => counted.id)).toContain('pih-dogra');
  for (const modality of ['needling', 'rf'] as const) {
    expect(ids('pih', { modality, phototype: 'VI' })).toBe('not quantified');
  }
});

test('needles with something else do not count as needles alone', () => {
  expect(ids('pih', { modality: 'needling', region: 'body' })).toEqual(['pih-kaur-mn']);
});

test('the abdomen after RF: 4 of 10, shown for the body as well', () => {
  expect(ids('pih', { modality: 'rf', region: 'abdomen' })).toEqual(['pih-nimrf-abd']);
  expect(ids('pih', { modality: 'rf', region: 'body' })).toEqual(['pih-nimrf-abd']);
});

test.each([undefined, ...phototypes])(
  'nobody has counted fat loss or nerve injury (phototype %s)',
  (phototype) => {
    for (const modality of ['needling', 'rf'] as const) {
      for (const event of ['fat-loss', 'nerve-injury', 'prolonged-redness'] as const) {
        expect(ids(event, { modality, phototype })).toBe('not quantified');
      }
    }
  },
);

test('the notice on RF needles stands beside the gap, as words', () => {
  const rf = about('fat-loss', { modality: 'rf' });
  expect(rf?.signals.map(({ source }) => source.key)).toContain('fda2025');
  expect(about('fat-loss', { modality: 'needling' })?.signals).toEqual([]);
});

test('a signal cannot hold a rate, a count of events not more events than people', () => {
  const signal = { about: ['burn'], says: 'burns', source: 'fda2025', read: 'second-hand' };
  expect(signalSchema.safeParse(signal).success).toBe(true);
  expect(signalSchema.safeParse({ ...signal, k: 11, n: 55 }).success).toBe(false);
  expect(signalSchema.safeParse({ ...signal, rate: 0.2 }).success).toBe(false);
  const [record] = incidence();
  const file = {
    ...record,
    source: 'dogra2014',
    interval: { low: 0, high: 1, level: '95 %', read: 'computed here' },
  };
  expect(incidenceSchema.safeParse(file).success).toBe(true);
  expect(incidenceSchema.safeParse({ ...file, k: 31 }).success).toBe(false);
});

test('removing the study removes the answer', () => {
  const without = incidence().filter(({ id }) => id !== 'pih-nimrf-abd');
  const query = { modality: 'rf', region: 'abdomen' } as const;
  expect(risksFor(query, without).find(({ event }) => event === 'pih')?.rates).toBe('not quantified');
});

const comparisonOf = (id: string) => harmComparisons().find((comparison) => comparison.id === id);

test('days and ratios of the comparisons', () => {
  expect(comparisonOf('cmp-pih-co2-mnrf')).toMatchObject({
    value: 4.44,
    interval: { low: 2.39, high: 8.26 },
  });
  expect(comparisonOf('cmp-ery-co2-mnrf')?.value).toBeCloseTo(1.72 * 86_400, 6);
});
