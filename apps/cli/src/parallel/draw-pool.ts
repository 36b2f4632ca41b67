import { availableParallelism } from 'node:os';
import type { DrawPool, ZoneDraw } from '@percuta/engine';
import { inThreads } from './in-threads.ts';

const script = new URL('draw-worker.ts', import.meta.url);

/** Makes draws of healing on as many threads as the machine has. The outcomes are those of a single thread. */
export const drawPool =
  (threads = availableParallelism()): DrawPool =>
  (job, { signal, progress }) =>
    inThreads<ZoneDraw>(threads, {
      script,
      data: job,
      count: job.count,
      signal,
      progress: (done, total) => progress?.(done, total, 'draws of healing'),
    });
