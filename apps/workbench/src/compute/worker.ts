import '../shell/no-eval.ts';
import type { Failure, Message, Progress, Question } from './messages.ts';

const send = (message: Message, given: ArrayBuffer[] = []): void =>
  self.postMessage(message, { transfer: given });

/** ms; a progress bar that changes more often shows nothing more. */
const pause = 50;
let last = 0;

const report = (progress: Progress): void => {
  const time = performance.now();
  if (time - last < pause) return;
  last = time;
  send({ kind: 'progress', progress });
};

/** WebAssembly can be switched off, by a policy or a mode that hardens the browser. */
const noKernels =
  'This browser does not run WebAssembly, which computing needs. Switch it on for this page (a hardened mode of the browser switches it off), or open the page in another browser; save what you entered as a file to take it along.';

const failureOf = async (error: unknown): Promise<Failure> => {
  const { isPercutaError } = await import('@percuta/engine');
  return {
    message:
      typeof WebAssembly === 'undefined' ? noKernels : error instanceof Error ? error.message : String(error),
    problems: isPercutaError(error, 'BadInput') ? error.problems : [],
  };
};

// The engine is read after this listener stands: a question asked while a worker still reads would be lost.
self.addEventListener('message', async ({ data }: MessageEvent<Question>) => {
  try {
    const { answer, filmsOf } = await import('./answer.ts');
    const given = await answer(data, report);
    send({ kind: 'answer', answer: given }, filmsOf(given));
  } catch (error) {
    send({ kind: 'failure', failure: await failureOf(error) });
  }
});
