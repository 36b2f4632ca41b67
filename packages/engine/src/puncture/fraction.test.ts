import { expect, test } from 'vitest';
import { puncturingFraction } from './fraction.ts';

test('M5: half of the needles break the surface at the median force', () => {
  expect(puncturingFraction(0.05, 1, 0.05, 0.45)).toBeCloseTo(0.5, 12);
});

test('one spread above the median is one sigma', () => {
  // exp(0.45) = 1.5683; Phi(1) = 0.841345
  expect(puncturingFraction(1, 0.05 * 1.568312, 0.05, 0.45)).toBeCloseTo(0.841345, 6);
});

test('the smaller of hand and support decides', () => {
  expect(puncturingFraction(0.02, 5, 0.05, 0.45)).toBe(puncturingFraction(5, 0.02, 0.05, 0.45));
});

test('no force punctures nothing, much force everything', () => {
  expect(puncturingFraction(1, 0, 0.05, 0.45)).toBe(0);
  expect(puncturingFraction(1, -0.3, 0.05, 0.45)).toBe(0);
  expect(puncturingFraction(100, 100, 0.05, 0.45)).toBeCloseTo(1, 12);
});
