import type { Chunks } from '@percuta/engine';
import { progressLine } from '../progress.ts';
import type { StudyFolder } from './study-folder.ts';
import type { ThreadPool } from './thread-pool.ts';
import { timeLeft } from './time-left.ts';

/** What a study has to do and where it goes. */
export interface Work {
  readonly chunks: Chunks;
  readonly folder: StudyFolder;
  readonly pool: ThreadPool;
  readonly signal: AbortSignal;
}

/** Chunks that nobody has run yet. */
export const missingChunks = ({ chunks, folder }: Pick<Work, 'chunks' | 'folder'>): number[] =>
  Array.from({ length: chunks.count }, (_, chunk) => chunk).filter(
    (chunk) => folder.read(chunk)?.length !== chunks.rows(chunk).length,
  );

/** A progress line over chunks with the time left; `step` counts one more. */
export const chunkProgress = (
  total: number,
  before: number,
): { readonly step: () => void; readonly end: () => void } => {
  const line = progressLine();
  const begun = performance.now();
  let done = 0;
  const show = (): void => {
    const seconds = (performance.now() - begun) / 1000;
    line.step(before + done, total, `chunks, ${timeLeft(done, total - before - done, seconds)}`);
  };
  show();
  return {
    step: () => {
      done += 1;
      show();
    },
    end: line.end,
  };
};

/** Runs every missing chunk on the pool and keeps each as it comes. Returns early, without error, when stopped. */
export const workOff = async ({ chunks, folder, pool, signal }: Work): Promise<number> => {
  const missing = missingChunks({ chunks, folder });
  const progress = chunkProgress(chunks.count, chunks.count - missing.length);
  let done = 0;
  const runOne = async (chunk: number): Promise<void> => {
    const lines = await pool.run(chunk);
    folder.keep(chunk, lines);
    done += 1;
    progress.step();
  };
  try {
    await Promise.all(missing.map(runOne));
  } catch (error) {
    if (!signal.aborted) throw error;
  } finally {
    progress.end();
  }
  return done;
};
