import { availableParallelism } from 'node:os';
import { drawsOf, type Drawn, type DrawPool } from '@percuta/engine';
import { inThreads } from './in-threads.ts';

const script = new URL('draw-worker.ts', import.meta.url);

/** Makes draws on as many threads as the machine has. The outcomes are those of a single thread. */
export const drawPool =
  (threads = availableParallelism()): DrawPool =>
  (job, { signal, progress }) =>
    inThreads<Drawn>(threads, {
      script,
      data: job,
      count: job.count,
      signal,
      progress: (done, total) => progress?.(done, total, drawsOf[job.kind]),
    });
