import type { Drawn, DrawJob } from '@percuta/engine';
import { expect, test } from 'vitest';
import { remembering } from './remembering.ts';

// What a pool reads of a job, and no more.
const jobOf = (depth: number, count = 2): DrawJob =>
  Object.assign(Object.create(null), {
    kind: 'healing',
    protocol: { depth },
    sheet: { id: 'pen' },
    overrides: {},
    count,
  });

test('draws of the same session are made once', async () => {
  let made = 0;
  const pool = remembering(new Map(), async ({ count }): Promise<Drawn[]> => {
    made += 1;
    return Array.from({ length: count }, (_, k) => ({ refusedBy: `${made} ${k}` }));
  });
  const first = await pool(jobOf(1), {});
  expect(first).toHaveLength(2);
  expect(await pool(jobOf(1), {})).toBe(first);
  expect(await pool(jobOf(2), {})).not.toEqual(first);
  expect(await pool(jobOf(1, 3), {})).toHaveLength(3);
  expect(made).toBe(3);
});
