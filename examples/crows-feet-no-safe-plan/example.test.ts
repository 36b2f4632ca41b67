import { expect, test } from 'vitest';
import { ranPlan } from '../plan-example.ts';

test('no course is inside, and one limit says why', () => {
  const plan = ranPlan('crows-feet-no-safe-plan');
  expect(plan.status).toBe('no safe plan');
  expect(new Set(plan.rejected.map(({ binding }) => binding.limit))).toEqual(new Set(['tip-leaves-dermis']));
  expect(Math.min(...plan.rejected.map(({ binding }) => binding.value))).toBeGreaterThan(0.9);
});

test('the deepest needle that would be inside is well below the one at hand', () => {
  const [facts] = ranPlan('crows-feet-no-safe-plan').devices;
  expect(facts?.maximumSafeDepth).toBeGreaterThan(0.0001);
  expect(facts?.maximumSafeDepth).toBeLessThan(0.0005);
});
