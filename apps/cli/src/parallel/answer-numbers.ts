import { parentPort } from 'node:worker_threads';

/** What a thread says of a number. An error crosses as its message with what the program tells it apart by. */
export type Reply<Answer> =
  | { readonly answer: Answer }
  | { readonly failure: { readonly message: string; readonly tag?: string; readonly bound?: string } };

const failureOf = (error: unknown) => ({
  message: error instanceof Error ? error.message : String(error),
  ...(error instanceof Error && 'tag' in error ? { tag: String(error.tag) } : {}),
  ...(error instanceof Error && 'bound' in error ? { bound: String(error.bound) } : {}),
});

/** Answers the numbers that `inThreads` hands to this thread; `start` makes what answers when the first one comes. */
export const answerNumbers = <Answer>(start: () => (number: number) => Answer): void => {
  let answerOf: ((number: number) => Answer) | undefined;
  parentPort?.on('message', (number: number) => {
    let reply: Reply<Answer>;
    try {
      answerOf ??= start();
      reply = { answer: answerOf(number) };
    } catch (error) {
      reply = { failure: failureOf(error) };
    }
    parentPort?.postMessage(reply);
  });
};
