import { expect, test } from 'vitest';
import { isUnverified, reads } from './read.ts';

test('unverified is what nobody has looked up', () => {
  expect(reads.filter(isUnverified)).toEqual(['recalled (unverified)', 'estimate', 'clinical judgement']);
});
