import { Worker } from 'node:worker_threads';
import type { Reply } from './answer-numbers.ts';

/** Work for threads of one script, whose workerData is `data` and which answers with `answerNumbers`. */
export interface ThreadWork {
  readonly script: URL;
  readonly data: unknown;
  /** Numbers 0 to count - 1 are handed out. */
  readonly count: number;
  readonly progress?: (done: number, total: number) => void;
  /** Ends all threads where they stand. */
  readonly signal?: AbortSignal | undefined;
}

const errorOf = ({ message, ...kind }: Extract<Reply<unknown>, { failure: unknown }>['failure']): Error =>
  Object.assign(new Error(message), kind);

/**
 * Hands numbers to threads, one at a time to whichever is free, and gives the answers in the order of the numbers. Rejects
 * with the first error of a thread, or the reason of the signal, and stops the others.
 */
export const inThreads = async <Answer>(
  threads: number,
  { script, data, count, progress, signal }: ThreadWork,
): Promise<Answer[]> => {
  signal?.throwIfAborted();
  const answers: Answer[] = [];
  let [handed, done] = [0, 0];
  const workers: Worker[] = [];
  const stop = Promise.withResolvers<never>();
  const abort = (): void => stop.reject(signal?.reason);
  signal?.addEventListener('abort', abort);
  const runOne = (): Promise<void> =>
    new Promise((resolve, reject) => {
      const worker = new Worker(script, { workerData: data });
      workers.push(worker);
      let own = -1;
      const next = (): void => {
        if (handed >= count) {
          resolve();
          return;
        }
        own = handed++;
        worker.postMessage(own);
      };
      worker.on('message', (reply: Reply<Answer>) => {
        if ('failure' in reply) {
          reject(errorOf(reply.failure));
          return;
        }
        answers[own] = reply.answer;
        progress?.(++done, count);
        next();
      });
      worker.on('error', reject);
      worker.on('exit', () => reject(new Error('a thread ended before its work did')));
      next();
    });
  try {
    const all = Promise.all(Array.from({ length: Math.min(threads, count) }, runOne));
    await Promise.race([all, stop.promise]);
  } finally {
    signal?.removeEventListener('abort', abort);
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
  return answers;
};
