import { deviceSheet, phototypes, riskEvents, site, type RiskEvent, type SiteId } from '@percuta/evidence';
import { expect, test } from 'vitest';
import { caseWith } from '../testing/case.ts';
import { penSheet } from '../testing/sheet.ts';
import { risksOf, routesOf, type RouteRisks } from './risks.ts';

const riskAt = (phototype: string, id: SiteId, route: 'needling' | 'rf' = 'needling'): RouteRisks => {
  const [risks] = risksOf(caseWith(`person.phototype=${phototype}`), site(id), [route]).routes;
  if (risks === undefined) throw new Error('no route');
  return risks;
};

const harm = (event: RiskEvent, { harms }: RouteRisks) => {
  const found = harms.find((answer) => answer.event === event);
  if (found === undefined) throw new Error(`nothing is said of ${event}`);
  return found;
};

const counts = (event: RiskEvent, risks: RouteRisks) => {
  const { rates } = harm(event, risks);
  return rates === 'not quantified' ? rates : rates.map(({ k, n }) => [k, n]);
};

test('every harm is answered, at every site and phototype', () => {
  for (const phototype of phototypes) {
    expect(riskAt(phototype, 'thigh_anterior').harms.map(({ event }) => event)).toEqual([...riskEvents]);
  }
});

test('dark marks on the cheek in phototype IV: 5 of 30 and none of 39, each with its exact interval', () => {
  const risks = riskAt('IV', 'cheek');
  expect(counts('pih', risks)).toEqual([
    [5, 30],
    [0, 39],
  ]);
  const { rates } = harm('pih', risks);
  if (rates === 'not quantified') throw new Error('expected counts');
  expect(rates[0]?.interval).toMatchObject({ level: 0.95 });
  // The printed interval of the record, 5.6 to 34.7 %; and none of 39 still leaves room for 9 %.
  expect(rates[0]?.interval.low).toBeCloseTo(0.056, 3);
  expect(rates[0]?.interval.high).toBeCloseTo(0.347, 3);
  expect(rates[1]?.interval.high).toBeCloseTo(1 - 0.025 ** (1 / 39), 10);
  expect(rates.map(({ counted }) => counted.source.key)).toEqual(['dogra2014', 'alqarqaz2018']);
});

test('what was counted in others is shown and not lent', () => {
  for (const [phototype, id] of [
    ['VI', 'cheek'],
    ['IV', 'abdomen'],
    ['IV', 'neck'],
  ] as const) {
    const risks = riskAt(phototype, id);
    expect(counts('pih', risks)).toBe('not quantified');
    expect(harm('pih', risks).elsewhere.map(({ counted }) => counted.id)).toContain('pih-dogra');
  }
});

test('reports stay words, and only needles with current have them', () => {
  const { signals, rates } = harm('fat-loss', riskAt('IV', 'cheek', 'rf'));
  expect(rates).toBe('not quantified');
  expect(signals.map(({ source }) => source.key)).toContain('fda2025');
  expect(riskAt('IV', 'cheek').harms.flatMap((answer) => answer.signals)).toEqual([]);
});

test('recovery and pain are those of the same needles', () => {
  for (const route of ['needling', 'rf'] as const) {
    const { recoveries, pains } = riskAt('IV', 'cheek', route);
    expect(recoveries.length).toBeGreaterThan(0);
    expect([...recoveries, ...pains].filter(({ modality }) => modality !== route)).toEqual([]);
  }
});

test('the routes are those of the devices asked for', () => {
  expect(routesOf([penSheet()])).toEqual(['needling']);
  expect(routesOf([deviceSheet('morpheus8'), penSheet()])).toEqual(['needling', 'rf']);
  expect(routesOf([deviceSheet('morpheus8')])).toEqual(['rf']);
  expect(risksOf(caseWith(), site('cheek')).routes.map(({ route }) => route)).toEqual(['needling']);
});
