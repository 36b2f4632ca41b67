import { describe, expect, test } from 'vitest';
import { caseWith } from '../testing/case.ts';
import { problemsOf } from '../testing/problems.ts';
import { subjectWith } from '../testing/subject.ts';
import { adjustmentsOf, boundInForce, boundText, type Adjustment } from './adjustments.ts';
import { assessSafety } from './envelope.ts';
import { limits } from './limits.ts';

const override = (limit: string, value: string, i = 0) => [
  `overrides[${i}].limit=${limit}`,
  `overrides[${i}].value=${value}`,
  `overrides[${i}].reason=a reason of ten letters`,
  `overrides[${i}].name=Dr A. Example`,
];
const tightened = (limit: string, value: string, i = 0) => [
  `limits[${i}].limit=${limit}`,
  `limits[${i}].value=${value}`,
];

test('limits and overrides of a case are read in SI', () => {
  const given = caseWith(...tightened('indication-cap', '1 mm'), ...override('label-age', '18 years'));
  expect(adjustmentsOf(given)).toEqual([
    { limit: 'indication-cap', value: 0.001 },
    {
      limit: 'label-age',
      value: 18 * 365.25 * 86_400,
      override: { reason: 'a reason of ten letters', name: 'Dr A. Example' },
    },
  ]);
  expect(adjustmentsOf(caseWith())).toEqual([]);
});

describe('refusals', () => {
  const locked = limits.filter(({ isOverridable }) => !isOverridable);

  test('the zones that nothing may touch are locked', () => {
    expect(locked.map(({ id }) => id)).toEqual(['exclusion-zone']);
  });

  test.each(locked.map(({ id }) => id))('an override of %s is refused', (id) => {
    const given = caseWith(...override('label-age', '18 years'), ...override(id, '"1"', 1));
    expect(problemsOf(() => adjustmentsOf(given))).toMatchObject([
      { path: 'overrides[1].limit', given: id, problem: 'cannot be overridden' },
    ]);
  });

  test.each([
    [tightened('tip-leaves-skin', '1 %'), 'limits[0].limit', 'is not a limit'],
    [override('tip-leaves-skin', '1 %'), 'overrides[0].limit', 'is not a limit'],
    [tightened('indication-cap', '3 s'), 'limits[0].value', 'is a time, expected a length'],
    [override('passes', '3 mm'), 'overrides[0].value', 'is a length, expected a fraction'],
    [tightened('interval', 'soon'), 'limits[0].value', 'soon'],
    [tightened('coverage', '-5 %'), 'limits[0].value', 'is no share'],
    [override('coverage', '120 %'), 'overrides[0].value', 'is no share'],
  ])('%j', (assignments, path, words) => {
    const [problem] = problemsOf(() => adjustmentsOf(caseWith(...assignments)));
    expect(problem?.path).toBe(path);
    expect(problem?.problem).toContain(words);
    expect(problem?.remedy).toMatch(/\S/);
  });

  test('a limit under both limits and overrides is one clear error', () => {
    const given = caseWith(
      ...tightened('tip-leaves-dermis', '1 %'),
      ...override('label-age', '18 years'),
      ...override('tip-leaves-dermis', '10 %', 1),
    );
    expect(problemsOf(() => adjustmentsOf(given))).toEqual([
      {
        path: 'overrides[1].limit',
        given: 'tip-leaves-dermis (10 %)',
        problem: 'is also set under limits[0], to 1 %',
        remedy: expect.stringContaining('keep the one that is meant'),
      },
    ]);
  });

  test('a tightened limit that is looser is told what it may be, and where loosening belongs', () => {
    const given = caseWith(...tightened('tip-leaves-dermis', '10 %'));
    expect(problemsOf(() => assessSafety(subjectWith({ given }), adjustmentsOf(given)))).toMatchObject([
      {
        path: 'limits (tip-leaves-dermis)',
        given: '10 %',
        allowed: 'at most 5 %',
        remedy: expect.stringContaining('overrides'),
      },
    ]);
  });
});

const own = (limit: string, value: number): Adjustment => ({ limit, value });

const named = (limit: string, value: number): Adjustment => ({
  limit,
  value,
  override: { reason: 'a reason of ten letters', name: 'Dr A. Example' },
});

describe('the bound in force', () => {
  const [most] = limits.filter(({ id }) => id === 'passes');
  const [least] = limits.filter(({ id }) => id === 'interval');
  if (most === undefined || least === undefined) throw new Error('no such limits');

  test.each([
    ['nothing set', most, [], 10],
    ['tightened', most, [own('passes', 4)], 4],
    ['tightened twice', most, [own('passes', 4), own('passes', 6)], 4],
    ['another limit tightened', most, [own('coverage', 0.01)], 10],
    ['overridden', most, [named('passes', 14)], 14],
    ['overridden and tightened', most, [named('passes', 14), own('passes', 8)], 8],
    ['overridden by two, who differ', most, [named('passes', 14), named('passes', 12)], 12],
    ['tightened to the default itself', most, [own('passes', 10)], 10],
    ['at least: tightened', least, [own('interval', 20)], 20],
    ['at least: overridden by two', least, [named('interval', 2), named('interval', 5)], 5],
  ])('%s', (_, limit, adjustments, bound) => {
    expect(boundInForce(limit, 10, adjustments)).toBe(bound);
  });

  test.each([
    [most, 11],
    [least, 9],
  ])('loosened is refused', (limit, looser) => {
    expect(problemsOf(() => boundInForce(limit, 10, [own(limit.id, looser)]))).toMatchObject([
      { path: `limits (${limit.id})`, problem: 'is looser than the limit it replaces' },
    ]);
    // Not even between two that are tighter, and not beside an override.
    const tighter = own(limit.id, 10);
    const beside = [tighter, own(limit.id, looser), named(limit.id, looser)];
    expect(problemsOf(() => boundInForce(limit, 10, beside))).toHaveLength(1);
  });

  test('an override is marked on its margin and on no other', () => {
    const given = caseWith(...override('passes', '"12"'));
    const margins = assessSafety(subjectWith({ given }), adjustmentsOf(given));
    expect(margins.filter(({ isOverridden }) => isOverridden)).toMatchObject([
      { limit: 'passes', bound: 12 },
    ]);
  });
});

describe('one bound in the case for several devices', () => {
  const perDevice = limits.filter(({ isPerDevice }) => isPerDevice);

  test('is one of their labels', () => {
    expect(perDevice.map(({ id }) => id)).toEqual(['label-age', 'label-phototype', 'label-depth']);
  });

  test.each(perDevice.map((limit) => [limit.id, limit] as const))(
    '%s: the tightest of it and the default holds',
    (id, limit) => {
      const [looser, tighter] = limit.direction === 'at most' ? [12, 8] : [8, 12];
      expect(boundInForce(limit, 10, [own(id, looser)])).toBe(10);
      expect(boundInForce(limit, 10, [own(id, tighter)])).toBe(tighter);
      expect(boundInForce(limit, 10, [own(id, looser), own(id, tighter)])).toBe(tighter);
      // A named override takes the place of the default; the bound in the case still holds.
      const [furthest] = limit.direction === 'at most' ? [14] : [6];
      expect(boundInForce(limit, 10, [named(id, furthest ?? 10), own(id, looser)])).toBe(looser);
    },
  );
});

describe('a bound in the case without a default', () => {
  const alone = limits.filter(({ standsAlone }) => standsAlone);

  test('holds for an age and for depths', () => {
    expect(alone.map(({ id }) => id)).toEqual([
      'label-age',
      'label-depth',
      'indication-cap',
      'phototype-cap',
    ]);
  });

  test.each(alone.map((limit) => [limit.id, limit] as const))('%s: the tightest set holds', (id, limit) => {
    const [tighter, looser] = limit.direction === 'at most' ? [1, 2] : [2, 1];
    expect(boundInForce(limit, undefined, [own(id, looser)])).toBe(looser);
    expect(boundInForce(limit, undefined, [own(id, looser), own(id, tighter)])).toBe(tighter);
    expect(boundInForce(limit, undefined, [own('passes', 1)])).toBeUndefined();
    // An override loosens a default; without one it has nothing to loosen.
    expect(boundInForce(limit, undefined, [named(id, looser)])).toBeUndefined();
  });

  test.each(limits.filter((limit) => !alone.includes(limit)).map((limit) => [limit.id, limit] as const))(
    '%s still does not apply',
    (id, limit) => {
      expect(boundInForce(limit, undefined, [own(id, 1), named(id, 1)])).toBeUndefined();
    },
  );
});

test('bounds are shown in the unit of their limit without dust', () => {
  expect(boundText({ unit: 'mm' }, 0.0015)).toBe('1.5 mm');
  expect(boundText({ unit: 'mm' }, 0.1 * 3 * 1e-3)).toBe('0.3 mm');
  expect(boundText({ unit: '%' }, 0.05)).toBe('5 %');
  expect(boundText({ unit: '1' }, 10)).toBe('10');
});
