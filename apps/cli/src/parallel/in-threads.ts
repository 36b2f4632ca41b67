import { Worker } from 'node:worker_threads';

/** Work for threads of one script, whose workerData is `data`. It answers each number it is posted with one message. */
export interface ThreadWork {
  readonly script: URL;
  readonly data: unknown;
  /** Numbers 0 to count - 1 are handed out. */
  readonly count: number;
  readonly progress?: (done: number, total: number) => void;
}

/**
 * Hands numbers to threads, one at a time to whichever is free, and gives the answers in the order of the numbers. Rejects
 * with the first error of a thread, and stops the others.
 */
export const inThreads = async <Answer>(
  threads: number,
  { script, data, count, progress }: ThreadWork,
): Promise<Answer[]> => {
  const answers: Answer[] = [];
  let [handed, done] = [0, 0];
  const workers: Worker[] = [];
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
      worker.on('message', (answer: Answer) => {
        answers[own] = answer;
        progress?.(++done, count);
        next();
      });
      worker.on('error', reject);
      worker.on('exit', () => reject(new Error('a thread ended before its work did')));
      next();
    });
  try {
    await Promise.all(Array.from({ length: Math.min(threads, count) }, runOne));
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
  return answers;
};
