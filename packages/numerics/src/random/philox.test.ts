import { expect, test } from 'vitest';
import { PHILOX_ANSWERS, wrongPhiloxWords } from './known-answers.ts';
import { philox } from './philox.ts';

test.each(PHILOX_ANSWERS)('known answer for counter $counter', ({ counter, key, block }) => {
  const out = new Uint32Array(4);
  philox(counter, key, out);
  expect([...out]).toEqual([...block]);
});

test('no word of the known answers is wrong', () => {
  expect(wrongPhiloxWords()).toBe(0);
});
