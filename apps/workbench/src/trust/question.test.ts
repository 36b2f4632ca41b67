import { expect, test } from 'vitest';
import { readTrustQuestion } from './question.ts';

test('the address says which view is open and what is searched for', () => {
  const given = { view: 'parameters', search: 'puncture.' };
  expect(readTrustQuestion(given)).toEqual(given);
});

test('what is not understood is left out', () => {
  expect(readTrustQuestion({ view: 'everything', search: 3 })).toEqual({
    view: undefined,
    search: undefined,
  });
});
