import { createDrawer, type DrawJob, type ZoneDraw } from '@percuta/engine';
import { parentPort, workerData } from 'node:worker_threads';

/** What a thread says of a draw. An error crosses as its message with what the program tells it apart by. */
export type DrawReply =
  | { readonly k: number; readonly outcome: ZoneDraw }
  | {
      readonly k: number;
      readonly failure: { readonly message: string; readonly tag?: string; readonly bound?: string };
    };

const failureOf = (error: unknown) => ({
  message: error instanceof Error ? error.message : String(error),
  ...(error instanceof Error && 'tag' in error ? { tag: String(error.tag) } : {}),
  ...(error instanceof Error && 'bound' in error ? { bound: String(error.bound) } : {}),
});

// The thread is started with a job and nothing else.
const job = workerData as DrawJob;
let drawer: ((k: number) => ZoneDraw) | undefined;

parentPort?.on('message', (k: number) => {
  let reply: DrawReply;
  try {
    drawer ??= createDrawer(job);
    reply = { k, outcome: drawer(k) };
  } catch (error) {
    reply = { k, failure: failureOf(error) };
  }
  parentPort?.postMessage(reply);
});
