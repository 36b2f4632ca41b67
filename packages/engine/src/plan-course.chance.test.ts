import { createRandom } from '@percuta/numerics';
import { expect, test } from 'vitest';
import { countFresh } from './testing/fresh-draws.ts';

/** `tools/safety/fresh-draws.ts` does the same for as many as are asked for. */
const plans = 6;

test('no course inside breaks a limit of chance in fresh draws more often than it states', () => {
  const random = createRandom(11);
  let planned = 0;
  for (let tried = 0; planned < plans && tried < 400; tried += 1) {
    const counts = countFresh(random, 256);
    if (counts.length > 0) planned += 1;
    // A course exactly at its bound would be told broken once in a million.
    expect(counts.filter(({ tail }) => tail < 1e-6)).toEqual([]);
  }
  expect(planned).toBe(plans);
}, 120_000);
