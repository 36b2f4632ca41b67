import { expect, test } from 'vitest';
import { shallowTrack, subjectWith } from '../../testing/subject.ts';
import { tipLeavesDermis } from './tip-leaves-dermis.ts';

const assess = (...ceilings: number[]) =>
  tipLeavesDermis.assess(subjectWith({ tracks: ceilings.map((ceiling) => ({ ...shallowTrack, ceiling })) }));

test('half of the tips pass a border that lies at their depth', () => {
  expect(assess(1.3e-3).value).toBeCloseTo(0.5, 12);
});

test('the value is the mean over the draws, the band that of the draws', () => {
  const { value, low, high } = assess(1.3e-3, 1e-6);
  expect(value).toBeCloseTo(0.25, 6);
  expect([low, high]).toEqual([expect.closeTo(0.025, 6), expect.closeTo(0.475, 6)]);
});

test('one standard deviation short of the border, 16 % pass', () => {
  // 1.3 mm exp(−0.15) = 1.118920 mm; Phi(−1) = 0.158655
  expect(assess(1.11892e-3).value).toBeCloseTo(0.158655, 4);
});
