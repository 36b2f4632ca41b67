import { expect, test } from 'vitest';
import { depthsInside, ranPlan } from '../plan-example.ts';

test('half a millimetre is the deepest setting inside', () => {
  expect(depthsInside('forehead-fine-lines')).toEqual([0.25, 0.5]);
});

test('a structure of unknown depth is named, not given a chance', () => {
  const { notices } = ranPlan('forehead-fine-lines');
  expect(notices.some((notice) => notice.startsWith('Depth unknown, keep away: supraorbital'))).toBe(true);
});

test('no trial counted people here, so the benefit is explained without a figure', () => {
  const [route] = ranPlan('forehead-fine-lines').expectation.routes;
  expect(route).toMatchObject({ status: 'explained only' });
  expect(route).not.toHaveProperty('levels');
});
