import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { drawCount, type DrawJob, type DrawOutcome, type DrawPool } from '@percuta/engine';
import type { DrawReply } from './draw-worker.ts';

const source = new URL('draw-worker.ts', import.meta.url);

const outcomeOf = (reply: DrawReply): DrawOutcome => {
  if ('outcome' in reply) return reply.outcome;
  const { message, ...kind } = reply.failure;
  throw Object.assign(new Error(message), kind);
};

/** Threads that each heal one draw at a time; replies wait until their turn. */
class DrawThreads {
  readonly #workers: readonly Worker[];
  readonly #replies = new Map<number, DrawReply>();
  #next = 0;
  #failed: Error | undefined;
  #wake: () => void = () => undefined;

  constructor(job: DrawJob, count: number) {
    this.#workers = Array.from({ length: count }, () => this.#start(job));
  }

  #start(job: DrawJob): Worker {
    const worker = new Worker(source, { workerData: job });
    worker.on('message', (reply: DrawReply) => {
      this.#replies.set(reply.k, reply);
      this.#give(worker);
      this.#wake();
    });
    worker.on('error', (error) => this.fail(error instanceof Error ? error : new Error(String(error))));
    this.#give(worker);
    return worker;
  }

  #give(worker: Worker): void {
    if (this.#next < drawCount) worker.postMessage(this.#next);
    this.#next += 1;
  }

  fail(error: Error): void {
    this.#failed = error;
    this.#wake();
  }

  async outcome(k: number): Promise<DrawOutcome> {
    for (;;) {
      if (this.#failed !== undefined) throw this.#failed;
      const reply = this.#replies.get(k);
      this.#replies.delete(k);
      if (reply !== undefined) return outcomeOf(reply);
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
  }

  async stop(): Promise<void> {
    await Promise.all(this.#workers.map((worker) => worker.terminate()));
  }
}

/** Draws on as many threads as the machine has, in the order of their places; all stop when no more are asked for. */
export const drawPool = (threads = availableParallelism()): DrawPool =>
  async function* drawOnThreads(job, signal) {
    const pool = new DrawThreads(job, threads);
    const cancel = (): void => pool.fail(new Error('cancelled'));
    signal?.addEventListener('abort', cancel);
    try {
      for (let k = 0; k < drawCount; k += 1) yield await pool.outcome(k);
    } finally {
      signal?.removeEventListener('abort', cancel);
      await pool.stop();
    }
  };
