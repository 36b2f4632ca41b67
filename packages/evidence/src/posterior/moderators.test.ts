import { expect, test } from 'vitest';
import { study } from '../study/studies.ts';
import { moderatorsFor } from './moderators.ts';

const scars = { indication: 'atrophic-acne-scars', modality: 'needling' } as const;

test('no trial separates 2.5 from 1.5 mm, and none compares numbers of sessions', () => {
  const [length, sessions] = moderatorsFor(scars);
  expect(length).toMatchObject({
    isSupported: false,
    compared: [{ study: 'iraq-depth', found: 'not reported' }],
  });
  expect(length?.statement).toMatch(/^No trial separates 2.5 from 1.5 mm/);
  expect(sessions).toMatchObject({ isSupported: false, compared: [], used: { low: 1, high: 7 } });
});

test('a trial that finds a difference would support it', () => {
  const depth = study('iraq-depth');
  const arms = depth.arms.map((arm) => ({
    ...arm,
    outcomes: arm.outcomes.map((outcome) => ({
      ...outcome,
      reading: { against: 'needle-length', result: 'better' } as const,
    })),
  }));
  const [length] = moderatorsFor(scars, [{ ...depth, arms }]);
  expect(length).toMatchObject({ isSupported: true, compared: [{ found: 'difference' }] });
});

test('without arms nothing is used and nothing supported', () => {
  for (const { isSupported, used } of moderatorsFor({ indication: 'enlarged-pores', modality: 'needling' }))
    expect([isSupported, used]).toEqual([false, undefined]);
});
