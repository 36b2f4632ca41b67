import { deviceSheet, type DeviceId } from '@percuta/evidence';
import { describe, expect, test } from 'vitest';
import { planCourse } from '../plan-course.ts';
import { manifestOfPlan } from '../receipts/manifest.ts';
import { caseWith } from '../testing/case.ts';
import { writePlan } from './write-plan.ts';

const run = { draws: 64, seed: 7, overrides: {} };
const planOf = (assignments: readonly string[], ids: readonly DeviceId[] = ['skinpen_precision']) =>
  planCourse(
    caseWith(...assignments),
    ids.map((id) => deviceSheet(id)),
    run,
  );

const risksOf = (assignments: readonly string[], ids?: readonly DeviceId[]) => {
  const written = writePlan(planOf(assignments, ids));
  if (!('risks' in written)) throw new Error('expected a plan that was worked out');
  return written.risks;
};

const four = risksOf(['person.phototype=IV']);
const harmOf = (harm: string, { routes } = four) => routes[0]?.harms.find((one) => one.harm === harm);

describe('risks in plan.json', () => {
  test('counts are numbers, shares are text with their unit', () => {
    expect(harmOf('pih')?.rates).toMatchObject([
      { k: 5, n: 30, share: '16.6667 %', level: '95 %', source: 'dogra2014', phototypes: ['IV', 'V'] },
      { k: 0, n: 39, high: '9.02511 %', source: 'alqarqaz2018' },
    ]);
  });

  test('no event is an upper bound, never a share or a lower end of nothing', () => {
    const counts = four.routes.flatMap(({ harms }) =>
      harms.flatMap(({ rates, elsewhere }) => [...(rates === 'not quantified' ? [] : rates), ...elsewhere]),
    );
    expect(counts.filter(({ k }) => k === 0).length).toBeGreaterThan(2);
    for (const count of counts) {
      expect('share' in count).toBe(count.k > 0);
      expect('low' in count).toBe(count.k > 0);
      expect(Number.parseFloat(count.high)).toBeGreaterThan((100 * count.k) / count.n);
    }
  });

  test('what nobody has counted in people like this is not quantified', () => {
    for (const harm of ['prolonged-redness', 'burn', 'fat-loss', 'nerve-injury']) {
      expect(harmOf(harm)).toMatchObject({ rates: 'not quantified', elsewhere: [] });
    }
    const six = risksOf(['person.phototype=VI']);
    expect(harmOf('pih', six)?.rates).toBe('not quantified');
    expect(harmOf('pih', six)?.elsewhere.map(({ source }) => source)).toContain('dogra2014');
  });

  test('reports after current stand there only where a device with current was asked for', () => {
    expect(JSON.stringify(four)).not.toContain('fda2025');
    const both = risksOf(['person.phototype=IV'], ['morpheus8', 'skinpen_precision']);
    expect(both.routes.map(({ route }) => route)).toEqual(['needling', 'rf']);
    const burn = both.routes[1]?.harms.find(({ harm }) => harm === 'burn');
    expect(burn?.signals[0]).toMatchObject({ source: 'fda2025', says: expect.stringContaining('burns') });
    for (const signal of both.routes[1]?.harms.flatMap(({ signals }) => signals) ?? []) {
      expect(Object.keys(signal)).not.toEqual(expect.arrayContaining(['k']));
      expect(Object.keys(signal)).not.toEqual(expect.arrayContaining(['share']));
    }
  });

  test('a refused plan has none; the hash of a plan follows them', () => {
    expect('risks' in writePlan(planOf(['screening.keloid=yes']))).toBe(false);
    const plan = planOf([]);
    if (plan.status === 'refused') throw new Error('expected a plan that was worked out');
    const hashOf = (of: typeof plan): string | undefined =>
      manifestOfPlan(of, [], run, { document: {}, sheets: [] }, 'any').hashes.stages['plan'];
    expect(hashOf({ ...plan, risks: { ...plan.risks, rareHarms: [] } })).not.toBe(hashOf(plan));
  });
});
