import { expect, test } from 'vitest';
import { inThreads } from './in-threads.ts';

const script = new URL('../bench/pair-thread.ts', import.meta.url);

test('members of an ensemble have the same bits on one thread and on two', { timeout: 300_000 }, async () => {
  const members = { script, data: undefined, count: 3 };
  const one = await inThreads<number>(1, members);
  expect(one).toHaveLength(3);
  expect(await inThreads<number>(2, members)).toEqual(one);
});

test('an error of a thread ends the work', { timeout: 300_000 }, async () => {
  const missing = { script: new URL('no-thread.ts', import.meta.url), data: undefined, count: 2 };
  await expect(inThreads(2, missing)).rejects.toThrow('no-thread.ts');
});
