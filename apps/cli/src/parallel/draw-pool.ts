import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { DrawJob, DrawPool, ZoneDraw } from '@percuta/engine';
import type { DrawReply } from './draw-worker.ts';

const source = new URL('draw-worker.ts', import.meta.url);

const errorOf = ({ message, ...kind }: Extract<DrawReply, { failure: unknown }>['failure']): Error =>
  Object.assign(new Error(message), kind);

interface Told {
  /** An outcome has come; draw `k` of the job. */
  readonly outcome: (k: number, outcome: ZoneDraw) => void;
  readonly failed: (error: Error) => void;
}

/** Starts a thread on a job that takes the next draw whenever it is free. */
const startThread = (job: DrawJob, next: () => number | undefined, told: Told): Worker => {
  const worker = new Worker(source, { workerData: job });
  const give = (): void => {
    const k = next();
    if (k !== undefined) worker.postMessage(k);
  };
  worker.on('message', (reply: DrawReply) => {
    if ('failure' in reply) {
      told.failed(errorOf(reply.failure));
      return;
    }
    told.outcome(reply.k, reply.outcome);
    give();
  });
  worker.on('error', (error) => told.failed(error instanceof Error ? error : new Error(String(error))));
  give();
  return worker;
};

/**
 * Makes draws on as many threads as the machine has. The outcomes are those of a single thread, in the order of the
 * draws. The first failure, or the signal, ends all threads where they stand.
 */
export const drawPool =
  (threads = availableParallelism()): DrawPool =>
  async (job, { signal, progress }) => {
    signal?.throwIfAborted();
    const outcomes = new Map<number, ZoneDraw>();
    const { promise, resolve, reject } = Promise.withResolvers<undefined>();
    let given = 0;
    const next = (): number | undefined => (given < job.count ? given++ : undefined);
    const outcome = (k: number, one: ZoneDraw): void => {
      outcomes.set(k, one);
      progress?.(outcomes.size, job.count, 'draws of healing');
      if (outcomes.size === job.count) resolve(undefined);
    };
    const stop = (): void => reject(signal?.reason);
    signal?.addEventListener('abort', stop);
    const workers = Array.from({ length: Math.min(threads, job.count) }, () =>
      startThread(job, next, { outcome, failed: reject }),
    );
    try {
      await promise;
    } finally {
      signal?.removeEventListener('abort', stop);
      await Promise.all(workers.map((worker) => worker.terminate()));
    }
    return [...outcomes].sort(([a], [b]) => a - b).map(([, one]) => one);
  };
