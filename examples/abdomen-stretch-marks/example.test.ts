import { expect, test } from 'vitest';
import { depthsInside, ranPlan } from '../plan-example.ts';

test('the abdomen lets both pens go to three quarters of a millimetre', () => {
  expect(depthsInside('abdomen-stretch-marks')).toEqual([0.25, 0.5, 0.75]);
  const devices = ranPlan('abdomen-stretch-marks').candidates.map(({ device }) => device);
  expect(new Set(devices)).toEqual(new Set(['skinpen_precision', 'exceed']));
});

test('both uses are named off-label', () => {
  const { notices } = ranPlan('abdomen-stretch-marks');
  expect(notices.filter((notice) => notice.includes('off-label'))).toHaveLength(2);
});
