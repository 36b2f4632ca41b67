import { checkStudy, chunksOf, readStudy, rowCount } from '@percuta/engine';
import { exitCode } from '../exit-code.ts';
import { jsonText, print } from '../output.ts';
import { finishStudy } from '../study/finish-study.ts';
import { lockFolder } from '../study/folder-lock.ts';
import { readStudyFile } from '../study/read-study-file.ts';
import { manifestOfStudy, openStudyFolder } from '../study/study-folder.ts';
import { studyText } from '../study/study-text.ts';
import { openThreads } from '../study/thread-pool.ts';
import { missingChunks, workOff } from '../study/work-off.ts';

export interface StudyFlags {
  readonly json?: boolean;
  readonly out: string;
  readonly set: readonly string[];
  readonly workers: number;
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

/** Runs a study, or what is left of it, and writes its results. */
export const study = async (file: string, flags: StudyFlags): Promise<number> => {
  const given = readStudy(readStudyFile(file, flags.set));
  const input = checkStudy(given);
  const chunks = chunksOf(given, input);
  const manifest = manifestOfStudy(given, input, rowCount(given), chunks.count);
  const lock = await lockFolder(flags.out);
  try {
    const folder = openStudyFolder(flags.out, manifest, chunks);
    const before = missingChunks({ chunks, folder });
    const pool = openThreads(Math.min(flags.workers, before.length), { study: given, input });
    const signal = stopSignal(() => void pool.close());
    await workOff({ chunks, folder, pool, signal });
    await pool.close();
    const left = missingChunks({ chunks, folder });
    if (left.length > 0) {
      print(
        `Stopped: ${chunks.count - left.length} of ${chunks.count} chunks are kept in ${flags.out}. ` +
          'The same command goes on from there.',
      );
      return exitCode.stopped;
    }
    const computed = before.reduce((sum, chunk) => sum + chunks.rows(chunk).length, 0);
    const finished = finishStudy(flags.out, given, { chunks, folder }, manifest);
    const { summary, hash, rows, files } = finished;
    print(
      flags.json === true
        ? jsonText({ rows: rows.length, computed, hash, summary, files })
        : studyText(given.title, computed, finished),
    );
    return rows.some(({ status }) => status === 'failed') ? exitCode.failed : exitCode.planned;
  } finally {
    lock.release();
  }
};
