import { expect, test } from 'vitest';
import { powerOfTwo } from '../float/scale.ts';
import { cbrt } from './cbrt.ts';

test('limits', () => {
  expect([cbrt(0), cbrt(Infinity), cbrt(-Infinity), cbrt(NaN)]).toEqual([0, Infinity, -Infinity, NaN]);
  expect(cbrt(-0)).toBe(-0);
});

test('cubes of integers have exact roots, of either sign', () => {
  for (let n = 1; n < 2000; n++) expect([cbrt(n * n * n), cbrt(-n * n * n)]).toEqual([n, -n]);
});

test('powers of eight have exact roots, subnormal ones too', () => {
  for (let k = -358; k <= 341; k++) expect(cbrt(powerOfTwo(3 * k))).toBe(powerOfTwo(k));
});
