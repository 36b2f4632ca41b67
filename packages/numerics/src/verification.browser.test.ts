import { expect, test } from 'vitest';
import { verifyNumerics } from './verification.ts';

test('every check passes in the browser, the fingerprint of all bits among them', () => {
  expect(verifyNumerics().filter(({ passed }) => !passed)).toEqual([]);
});
