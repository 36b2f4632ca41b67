import { Worker } from 'node:worker_threads';
import type { StartHelper } from '@percuta/numerics';

const script = new URL('kernel-thread.ts', import.meta.url);

/** Starts a thread that takes part in large calls of kernels, and keeps no process alive. */
export const startHelper: StartHelper = (task) => {
  const worker = new Worker(script, { workerData: task });
  // Without it the work is done by one thread alone, with the same result.
  worker.on('error', () => undefined);
  worker.unref();
};

/** What a run of so many threads has besides: a helper for more than one. */
export const helperOf = (threads = 1): { readonly helper?: StartHelper } =>
  threads > 1 ? { helper: startHelper } : {};
