import { expect, test } from 'vitest';
import { readTrustQuestion } from './question.ts';

test('the address says which view is open and what is searched for', () => {
  const given = { view: 'reports', page: 'benchmarks/heat', search: 'puncture.' };
  expect(readTrustQuestion(given)).toEqual(given);
});

test('what is not understood is left out', () => {
  expect(readTrustQuestion({ view: 'everything', page: '../secret', search: 3 })).toEqual({
    view: undefined,
    page: undefined,
    search: undefined,
  });
});
