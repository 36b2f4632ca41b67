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

/** What was done here. */
export interface Done {
  /** Chunks that were run here. */
  readonly ran: readonly number[];
  /** What is worth telling of how it went. */
  readonly note?: string;
}

/** Chunks that nobody has run yet. */
export const missingChunks = ({ chunks, folder }: Pick<Work, 'chunks' | 'folder'>): number[] =>
  Array.from({ length: chunks.count }, (_, chunk) => chunk).filter(
    (chunk) => folder.read(chunk)?.length !== chunks.rows(chunk).length,
  );

export interface ChunkProgress {
  /** Tells how many of all chunks are done. */
  readonly reach: (done: number) => void;
  readonly end: () => void;
}

/** A progress line over chunks with the time left; `before` were done when it began. */
export const chunkProgress = (total: number, before: number): ChunkProgress => {
  const line = progressLine();
  const begun = performance.now();
  const reach = (done: number): void => {
    const seconds = (performance.now() - begun) / 1000;
    line.step(done, total, `chunks, ${timeLeft(done - before, total - done, seconds)}`);
  };
  reach(before);
  return { reach, end: line.end };
};

/**
 * Runs every missing chunk on the pool and keeps each as it comes. Returns early, without error, when
 * stopped.
 */
export const workOff = async ({ chunks, folder, pool, signal }: Work): Promise<Done> => {
  const missing = missingChunks({ chunks, folder });
  const before = chunks.count - missing.length;
  const progress = chunkProgress(chunks.count, before);
  const ran: number[] = [];
  const runOne = async (chunk: number): Promise<void> => {
    const lines = await pool.run(chunk);
    folder.keep(chunk, lines);
    ran.push(chunk);
    progress.reach(before + ran.length);
  };
  try {
    await Promise.all(missing.map(runOne));
  } catch (error) {
    if (!signal.aborted) throw error;
  } finally {
    progress.end();
  }
  return { ran };
};
