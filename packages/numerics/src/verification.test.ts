import { expect, test } from 'vitest';
import { verifyNumerics } from './verification.ts';

const checks = verifyNumerics();

test.each(checks)('$id: $value $unit', ({ passed, value, expected, tolerance }) => {
  expect(Math.abs(value - expected)).toBeLessThanOrEqual(tolerance);
  expect(passed).toBe(true);
});

test('every check has a name of its own', () => {
  expect(new Set(checks.map(({ id }) => id)).size).toBe(checks.length);
});
