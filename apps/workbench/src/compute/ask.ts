import type { Problem } from '@percuta/engine';
import type { AnswerTo, Failure, Message, Progress, Question } from './messages.ts';

/** The engine could not answer; `problems` says what is wrong with the input, where it is the input. */
export class NotAnswered extends Error {
  readonly problems: readonly Problem[];

  constructor({ message, problems }: Failure) {
    super(message);
    this.problems = problems;
  }
}

export interface Asking {
  readonly signal?: AbortSignal;
  readonly progress?: (progress: Progress) => void;
}

/** One worker waits for the next question, so that it need not be started again. */
let idle: Worker | undefined;

// Each takes 50 to 60 MB (docs/benchmarks/workbench.md), which a phone has not to spare.
const mostHelpers = 4;
const wide = '(min-width: 48em)';

/** Of what this device computes at once one is for the page; a worker may share its work with as many as are left. */
const helpers = (): string =>
  String(matchMedia(wide).matches ? Math.min(navigator.hardwareConcurrency - 1, mostHelpers) : 0);

const takeWorker = (): Worker => {
  const worker =
    idle ?? new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: helpers() });
  idle = undefined;
  return worker;
};

const release = (worker: Worker): void => {
  worker.onmessage = null;
  worker.onerror = null;
  if (idle === undefined) idle = worker;
  else worker.terminate();
};

/**
 * Asks the engine in a worker. Rejects with NotAnswered, or with the reason of the signal: a computation that is
 * called off ends at once, since its worker ends.
 */
export const ask = <Q extends Question>(
  question: Q,
  { signal, progress }: Asking = {},
): Promise<AnswerTo<Q>> =>
  new Promise((resolve, reject) => {
    if (signal?.aborted === true) {
      reject(signal.reason);
      return;
    }
    const worker = takeWorker();
    const stop = (): void => {
      worker.terminate();
      reject(signal?.reason);
    };
    signal?.addEventListener('abort', stop, { once: true });
    const settle = (work: () => void): void => {
      signal?.removeEventListener('abort', stop);
      release(worker);
      work();
    };
    worker.onmessage = ({ data }: MessageEvent<Message>) => {
      if (data.kind === 'progress') progress?.(data.progress);
      else if (data.kind === 'failure') settle(() => reject(new NotAnswered(data.failure)));
      // The worker answers the kind of question it was asked.
      else settle(() => resolve(data.answer as AnswerTo<Q>));
    };
    worker.onerror = (event) => {
      worker.terminate();
      reject(new NotAnswered({ message: event.message || 'the worker could not be started', problems: [] }));
    };
    worker.postMessage(question);
  });
