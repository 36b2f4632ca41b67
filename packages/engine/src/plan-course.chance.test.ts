import { createRandom } from '@percuta/numerics';
import { expect, test } from 'vitest';
import { countFresh } from './testing/fresh-draws.ts';

/** `tools/safety/fresh-draws.ts` does the same for as many as are asked for, with more draws. */
const plans = 50;
const leastJudged = 10_000;
const draws = { planned: 128, fresh: 512 };

test('no course inside breaks a limit of chance in fresh draws more often than it states', () => {
  const random = createRandom(11);
  let planned = 0;
  let judged = 0;
  for (let tried = 0; planned < plans && tried < 2000; tried += 1) {
    const found = countFresh(random, draws);
    if (found === undefined) continue;
    planned += 1;
    judged += found.judged;
    // A course exactly at its bound would be told broken once in a million.
    expect(found.counts.filter(({ tail }) => tail < 1e-6)).toEqual([]);
  }
  expect(planned).toBe(plans);
  expect(judged).toBeGreaterThan(leastJudged);
}, 240_000);
