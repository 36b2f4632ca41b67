import { checkStudy, chunksOf, readStudy, rowCount, type Chunks, type Study } from '@percuta/engine';
import { exitCode } from '../exit-code.ts';
import { checkFolder, jsonText, print } from '../output.ts';
import { finishStudy, type Finished } from '../study/finish-study.ts';
import { lockFolder } from '../study/folder-lock.ts';
import { readStudyFile } from '../study/read-study-file.ts';
import { manifestOfStudy, openStudyFolder, type StudyFolder } from '../study/study-folder.ts';
import { studyText } from '../study/study-text.ts';
import { openThreads } from '../study/thread-pool.ts';
import { missingChunks, workOff, type Done, type Work } from '../study/work-off.ts';

export interface StudyFlags {
  readonly json?: boolean;
  readonly out: string;
  readonly set: readonly string[];
  readonly workers: number;
  readonly queue?: string;
}

/** Ctrl-C, and what a system sends before it kills, as a signal that stops the work. */
const stopSignal = (stop: () => void): AbortSignal => {
  const controller = new AbortController();
  const abort = (): void => {
    controller.abort();
    stop();
  };
  process.once('SIGINT', abort);
  process.once('SIGTERM', abort);
  return controller.signal;
};

/** A queue brings its own packages: they load only when one is asked for. */
const workOffAny = async (work: Work, input: string, flags: StudyFlags): Promise<Done> => {
  if (flags.queue === undefined) return workOff(work);
  const { workOffQueue } = await import('../study/queue/work-off-queue.ts');
  return workOffQueue(work, { url: flags.queue, folder: flags.out, input, workers: flags.workers });
};

/** Does all that is left to do. */
const runAll = async (
  study: Study,
  input: string,
  { chunks, folder }: { readonly chunks: Chunks; readonly folder: StudyFolder },
  flags: StudyFlags,
): Promise<Done> => {
  const left = missingChunks({ chunks, folder }).length;
  const pool = openThreads(Math.min(flags.workers, left), { study, input });
  const signal = stopSignal(() => void pool.close());
  try {
    return await workOffAny({ chunks, folder, pool, signal }, input, flags);
  } finally {
    await pool.close();
  }
};

interface Told extends Finished {
  /** Rows that were run here. */
  readonly computed: number;
  readonly note: string | undefined;
}

const tell = (title: string, { computed, note, ...finished }: Told, flags: StudyFlags): number => {
  const { summary, hash, rows, files } = finished;
  print(
    flags.json === true
      ? jsonText({ rows: rows.length, computed, hash, note, summary, files })
      : studyText(title, computed, finished, note),
  );
  return rows.some(({ status }) => status === 'failed') ? exitCode.failed : exitCode.planned;
};

/** Runs a study, or what is left of it, and writes its results. */
export const study = async (file: string, flags: StudyFlags): Promise<number> => {
  const given = readStudy(readStudyFile(file, flags.set));
  const input = checkStudy(given);
  const chunks = chunksOf(given, input);
  const manifest = manifestOfStudy(given, input, rowCount(given), chunks.count);
  checkFolder(flags.out);
  const lock = await lockFolder(flags.out);
  try {
    const folder = openStudyFolder(flags.out, manifest, chunks);
    const { ran, note } = await runAll(given, input, { chunks, folder }, flags);
    const left = missingChunks({ chunks, folder }).length;
    if (left === 0) {
      const computed = ran.reduce((sum, chunk) => sum + chunks.rows(chunk).length, 0);
      const finished = finishStudy(flags.out, given, { chunks, folder }, manifest);
      return tell(given.title, { ...finished, computed, note }, flags);
    }
    print(
      `Stopped: ${chunks.count - left} of ${chunks.count} chunks are kept in ${flags.out}. ` +
        'The same command goes on from there.',
    );
    return exitCode.stopped;
  } finally {
    lock.release();
  }
};
