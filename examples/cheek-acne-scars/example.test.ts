import { expect, test } from 'vitest';
import { depthsInside, ranPlan } from '../plan-example.ts';

test('an unmeasured cheek lets a pen go to half a millimetre', () => {
  expect(depthsInside('cheek-acne-scars')).toEqual([0.25, 0.5]);
});

test('fat begins between 0.8 and 2.0 mm', () => {
  const { toFat } = ranPlan('cheek-acne-scars').skin;
  expect(toFat.low * 1000).toBeCloseTo(0.8, 1);
  expect(toFat.high * 1000).toBeCloseTo(2.0, 1);
});

test('the depth that trials used is outside because tips would leave the dermis', () => {
  const trial = ranPlan('cheek-acne-scars').rejected.filter(
    ({ settings, course, binding }) =>
      settings.depth === 0.0015 &&
      settings.passes === 1 &&
      course.sessions === 3 &&
      binding.limit !== 'interval',
  );
  expect(trial.length).toBeGreaterThan(0);
  for (const { binding } of trial) {
    expect(binding.limit).toBe('tip-leaves-dermis');
    expect(binding.value).toBeGreaterThan(0.5);
  }
});

test('the interval of a trial with two-week sessions is outside', () => {
  const twoWeeks = ranPlan('cheek-acne-scars').rejected.filter(
    ({ course }) => course.interval === 14 * 86400,
  );
  expect(twoWeeks.some(({ binding }) => binding.limit === 'interval')).toBe(true);
});

test('trials lead one to expect the same of every course, with very low certainty', () => {
  const { expectation, candidates } = ranPlan('cheek-acne-scars');
  const [route] = expectation.routes;
  if (route?.status !== 'estimated') throw new Error('expected a figure');
  const half = route.levels.find(({ level }) => level === '50');
  expect(half).toMatchObject({ median: 29, band90: { low: 1, high: 90 }, basis: 'counted' });
  expect(route.certainty.grade).toBe('very low');
  for (const candidate of candidates) expect(candidate).not.toHaveProperty('expectation');
});
