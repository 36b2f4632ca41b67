import { drawHere, drawsOf, type Drawn, type DrawJob, type DrawPool } from '@percuta/engine';
import type { DrawQuestion, Message } from '../messages.ts';

/** How many others this worker may start: the page that started it said so in its name; none where workers start none. */
const workerCount = (): number => (typeof Worker === 'undefined' ? 0 : Number(self.name));

/** Another worker like this one: the same script, which the browser has at hand. */
const startWorker = (): Worker => new Worker(self.location.href, { type: 'module' });

const askFor = (worker: Worker, question: Omit<DrawQuestion, 'kind'>): void =>
  worker.postMessage({ kind: 'draw', ...question } satisfies DrawQuestion);

/** Hands draws out, one at a time to whichever worker is free; the first error of any ends all. */
const drawnBy = (
  workers: readonly Worker[],
  job: DrawJob,
  progress: (done: number) => void,
): Promise<readonly Drawn[]> =>
  new Promise((resolve, reject) => {
    const draws: Drawn[] = [];
    let [handed, done] = [0, 0];
    for (const worker of workers.slice(0, job.count)) {
      let own = handed++;
      worker.onerror = ({ message }) => {
        reject(new Error(message || 'a worker that makes draws could not be started'));
      };
      worker.onmessage = ({ data }: MessageEvent<Message>) => {
        if (data.kind === 'failure') reject(new Error(data.failure.message));
        if (data.kind !== 'answer') return;
        // The worker answers the kind of question it was asked.
        draws[own] = data.answer as Drawn;
        done += 1;
        progress(done);
        if (done === job.count) resolve(draws);
        if (handed >= job.count) return;
        own = handed++;
        askFor(worker, { draw: own });
      };
      askFor(worker, { job, draw: own });
    }
  });

/** Workers without work end after this time, ms; until then the next question finds them warm. */
const patience = 10_000;
let resting:
  | { readonly workers: readonly Worker[]; readonly timer: ReturnType<typeof setTimeout> }
  | undefined;

const end = (workers: readonly Worker[]): void => {
  for (const worker of workers) worker.terminate();
};

const rest = (workers: readonly Worker[]): void => {
  const timer = setTimeout(() => {
    end(workers);
    resting = undefined;
  }, patience);
  resting = { workers, timer };
};

const wake = (): Worker[] => {
  if (resting === undefined) return [];
  clearTimeout(resting.timer);
  const workers = [...resting.workers];
  resting = undefined;
  return workers;
};

/**
 * Lets work share its draws among workers; on a device without room for two they are made here.
 * Draws are the same either way.
 */
export const withDrawPool = async <Result>(work: (pool: DrawPool) => Promise<Result>): Promise<Result> => {
  const workers = wake();
  const pool: DrawPool = async (job, run) => {
    const count = workerCount();
    if (count < 2) return drawHere(job, run);
    while (workers.length < Math.min(count, job.count)) workers.push(startWorker());
    return drawnBy(workers, job, (done) => run.progress?.(done, job.count, drawsOf[job.kind]));
  };
  try {
    const result = await work(pool);
    rest(workers);
    return result;
  } catch (error) {
    // Some may still be at work on what nobody waits for.
    end(workers);
    throw error;
  }
};
