import { expect, test } from 'vitest';
import { planCourse, catalogueSheets, defaultRun } from '@percuta/engine';
import { depthsInside, ranPlan } from '../plan-example.ts';

test('the chest is planned with what other regions document, and says so', () => {
  expect(depthsInside('decolletage-fine-lines')).toEqual([0.25, 0.5]);
  const { notices } = ranPlan('decolletage-fine-lines');
  expect(notices.some((notice) => notice.includes('the cap is that of other regions'))).toBe(true);
});

test('an area beyond the label of the anaesthetic is refused', () => {
  const { given } = ranPlan('decolletage-fine-lines');
  const larger = { ...given, site: { ...given.site, area: 0.03 } };
  const plan = planCourse(larger, catalogueSheets(larger), { ...defaultRun, draws: 64 });
  expect(plan.status).toBe('refused');
});
