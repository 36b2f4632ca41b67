import { Worker } from 'node:worker_threads';
import type { ThreadAnswer, ThreadData } from './study-thread.ts';

/** Threads that run chunks of one study. */
export interface ThreadPool {
  /** Runs a chunk on a thread that is free, or waits for one. Rejects when the thread fails or the pool is closed. */
  readonly run: (chunk: number) => Promise<readonly string[]>;
  /** Stops every thread where it stands. */
  readonly close: () => Promise<void>;
}

interface Waiting {
  readonly chunk: number;
  readonly resolve: (lines: readonly string[]) => void;
  readonly reject: (error: Error) => void;
}

/** Starts threads for a study. The lines of a chunk do not depend on which thread runs it. */
export const openThreads = (count: number, data: ThreadData): ThreadPool => {
  const waiting: Waiting[] = [];
  const idle: Worker[] = [];
  const busy = new Map<Worker, Waiting>();
  let broken: Error | undefined;

  const next = (): void => {
    while (idle.length > 0 && waiting.length > 0) {
      const worker = idle.pop();
      const job = waiting.shift();
      if (worker === undefined || job === undefined) return;
      busy.set(worker, job);
      worker.postMessage(job.chunk);
    }
  };
  const fail = (error: Error): void => {
    broken ??= error;
    for (const job of [...busy.values(), ...waiting.splice(0)]) job.reject(broken);
    busy.clear();
  };
  const start = (): Worker => {
    const worker = new Worker(new URL('study-thread.ts', import.meta.url), { workerData: data });
    worker.on('message', ({ lines }: ThreadAnswer) => {
      busy.get(worker)?.resolve(lines);
      busy.delete(worker);
      idle.push(worker);
      next();
    });
    worker.on('error', (error) => fail(error instanceof Error ? error : new Error(String(error))));
    worker.on('exit', () => fail(new Error('a thread of the study ended')));
    idle.push(worker);
    return worker;
  };
  const workers = Array.from({ length: count }, start);
  return {
    run: (chunk) =>
      new Promise((resolve, reject) => {
        if (broken !== undefined) reject(broken);
        else {
          waiting.push({ chunk, resolve, reject });
          next();
        }
      }),
    close: async () => {
      fail(new Error('the study was stopped'));
      await Promise.all(workers.map((worker) => worker.terminate()));
    },
  };
};
