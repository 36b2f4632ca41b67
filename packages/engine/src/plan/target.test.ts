import { indicationIds } from '@percuta/evidence';
import { expect, test } from 'vitest';
import { caseWith } from '../testing/case.ts';
import { problemsOf } from '../testing/problems.ts';
import { reachedShare, targetOf, type Target } from './target.ts';

const target = (...intervals: [number, number, number][]): Target => ({
  lesions: [],
  intervals: intervals.map(([weight, min, max]) => ({ weight, min, max })),
});

test('each interval fills evenly with depth', () => {
  const two = target([0.25, 0, 1e-3], [0.75, 1e-3, 2e-3]);
  expect([0, 0.5e-3, 1e-3, 1.5e-3, 2e-3, 9e-3].map((depth) => reachedShare(two, depth))).toEqual([
    0, 0.125, 0.25, 0.625, 1, 1,
  ]);
});

test.each(indicationIds)('%s: weights add up to one, deeper reaches more, deep enough all', (indication) => {
  const found = targetOf(caseWith(`concern.indication=${indication}`));
  if (found === undefined) return;
  expect(found.intervals.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 12);
  const reached = Array.from({ length: 40 }, (_, k) => reachedShare(found, k * 1e-4));
  expect(reached.every((share, i) => i === 0 || share >= (reached[i - 1] ?? 0))).toBe(true);
  expect(reached.at(-1)).toBeCloseTo(1, 12);
});

test('shares stated in the case take the place of the usual ones', () => {
  const found = targetOf(caseWith('concern.subtypes.icepick=30 %', 'concern.subtypes.rolling=10 %'));
  const [icepick, ...rest] = found?.intervals ?? [];
  expect(icepick).toEqual({ weight: expect.closeTo(0.75, 12), min: 1e-3, max: 2e-3 });
  expect(rest.map(({ weight }) => weight)).toEqual([0, 0, expect.closeTo(0.25, 12)]);
});

test.each(['laxity', 'surgical-burn-or-traumatic-scar', 'rejuvenation'])(
  '%s has no documented depth',
  (indication) => {
    expect(targetOf(caseWith(`concern.indication=${indication}`))).toBeUndefined();
  },
);

test('an unknown subtype is refused with those there are', () => {
  expect(problemsOf(() => targetOf(caseWith('concern.subtypes.ice=30 %')))).toMatchObject([
    {
      path: 'concern.subtypes.ice',
      problem: 'is not a subtype of atrophic-acne-scars',
      allowed: expect.stringContaining('icepick'),
    },
  ]);
});
