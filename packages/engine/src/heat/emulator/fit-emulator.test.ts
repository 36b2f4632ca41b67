import { createRandom } from '@percuta/numerics';
import { expect, test } from 'vitest';
import { statedRank } from './fit-emulator.ts';

/** Chance that at least 95 % lie below the k-th of n: that no more than k - 1 of n lie below the 95 % point. */
const confidenceOf = (rank: number, count: number): number => {
  let term = 0.05 ** count;
  let sum = 0;
  for (let below = 0; below < rank; below += 1) {
    sum += term;
    term *= ((count - below) / (below + 1)) * (0.95 / 0.05);
  }
  return sum;
};

test.each([59, 93, 124, 153, 200])('of %i sizes the least that is sure enough is stated', (count) => {
  const rank = statedRank(count);
  expect(confidenceOf(rank, count)).toBeGreaterThanOrEqual(0.95);
  expect(confidenceOf(rank - 1, count)).toBeLessThan(0.95);
});

test('as published: the largest of 59, the second of 93, the third of 124; the largest of fewer', () => {
  expect([59, 93, 124].map((count) => count - statedRank(count))).toEqual([0, 1, 2]);
  expect([1, 16, 58, 92].map((count) => count - statedRank(count))).toEqual([0, 0, 0, 0]);
});

test('over many sets of runs the error falls short of the 95 % in no more than a twentieth of them', () => {
  const random = createRandom(7);
  const [sets, count] = [500, 256];
  const short = Array.from({ length: sets }, () => {
    const sizes = Float64Array.from({ length: count }, () => random.next()).sort();
    return (sizes[statedRank(count) - 1] ?? Number.NaN) < 0.95;
  }).filter(Boolean).length;
  expect(short / sets).toBeLessThan(0.05 + 3 * Math.sqrt((0.05 * 0.95) / sets));
  expect(short).toBeGreaterThan(0);
});
