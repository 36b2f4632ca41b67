import type { DrawPool } from '@percuta/engine';
import { exitCode } from '../exit-code.ts';

const signals = ['SIGINT', 'SIGTERM'] as const;

/** A pool that Ctrl-C, and what a system sends before it kills, stop; at other times they end the process as ever. */
export const stoppable =
  (pool: DrawPool): DrawPool =>
  async (job, run) => {
    const controller = new AbortController();
    const abort = (): void => controller.abort();
    for (const signal of signals) process.once(signal, abort);
    try {
      return await pool(job, { ...run, signal: controller.signal });
    } finally {
      for (const signal of signals) process.off(signal, abort);
    }
  };

/** Runs a command whose files are written at its end; where it is stopped before, that is said and nothing is written. */
export const unlessStopped = async (command: () => Promise<number>): Promise<number> => {
  try {
    return await command();
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'AbortError') throw error;
    process.stderr.write('\npercuta: stopped; nothing is written\n');
    return exitCode.stopped;
  }
};
