import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkStudy, chunksOf, readStudy, type Study } from '@percuta/engine';
import { benchCase } from '../bench-case.ts';
import { openThreads, type ThreadPool } from '../study/thread-pool.ts';
import { manifestOfStudy, openStudyFolder } from '../study/study-folder.ts';

/** How fast a study goes on one thread and on two, and what a queue adds. */
export interface StudyTimings {
  readonly chunks: number;
  /** Chunks a second, medians over the rounds. */
  readonly one: number;
  readonly two: number;
  /** Median of the ratio in each round. */
  readonly ratio: number;
  readonly least: number;
  readonly most: number;
  /** Processor time of a chunk on two threads over that on one, median: what threads cost each other. */
  readonly cost: number;
  /** What the queue of a folder cost, in words; undefined where its packages are not installed. */
  readonly queue: string | undefined;
}

const rounds = 5;
const chunkCount = 16;

const benchStudy = (): Study =>
  readStudy({
    kind: 'percuta study',
    version: 1,
    title: 'bench',
    base: benchCase,
    design: { kind: 'latin hypercube', rows: chunkCount },
    columns: [{ path: 'person.age', from: '20 years', to: '70 years' }],
    outputs: ['skin.dermis.median'],
    draws: 256,
    chunk: 1,
  });

const chunkNumbers = Array.from({ length: chunkCount }, (_, chunk) => chunk);

interface Speed {
  /** Chunks a second. */
  readonly rate: number;
  /** Processor time of all of them, s. */
  readonly cost: number;
}

const runAll = async (pool: ThreadPool): Promise<Speed> => {
  const [begun, used] = [performance.now(), process.cpuUsage()];
  await Promise.all(chunkNumbers.map(pool.run));
  const { user, system } = process.cpuUsage(used);
  return { rate: (chunkCount * 1000) / (performance.now() - begun), cost: (user + system) / 1e6 };
};

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/** Both take turns in every round, on threads that are warm, so that a slow moment falls on both. */
const measureThreads = async (study: Study, input: string) => {
  const pools = [openThreads(1, { study, input }), openThreads(2, { study, input })] as const;
  const speeds: { one: Speed; two: Speed }[] = [];
  try {
    for (let round = -1; round < rounds; round += 1) {
      const one = await runAll(pools[0]);
      const two = await runAll(pools[1]);
      if (round >= 0) speeds.push({ one, two });
    }
  } finally {
    await Promise.all(pools.map((pool) => pool.close()));
  }
  return speeds;
};

const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND';

const measureQueue = async (study: Study, input: string): Promise<string | undefined> => {
  const path = mkdtempSync(join(tmpdir(), 'percuta-bench-'));
  const chunks = chunksOf(study, input);
  const pool = openThreads(2, { study, input });
  try {
    const { workOffQueue } = await import('../study/queue/work-off-queue.ts');
    const folder = openStudyFolder(path, manifestOfStudy(study, input, chunkCount, chunks.count), chunks);
    const { signal } = new AbortController();
    const place = { url: 'embedded', folder: path, input, workers: 2 };
    return (await workOffQueue({ chunks, folder, pool, signal }, place)).note;
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  } finally {
    await pool.close();
    rmSync(path, { recursive: true, force: true });
  }
};

/** Times a study of plans on one thread and on two in turn, then through the queue of a folder. */
export const measureStudy = async (): Promise<StudyTimings> => {
  const study = benchStudy();
  const input = checkStudy(study);
  const speeds = await measureThreads(study, input);
  const ratios = speeds.map(({ one, two }) => two.rate / one.rate);
  return {
    chunks: chunkCount,
    one: median(speeds.map(({ one }) => one.rate)),
    two: median(speeds.map(({ two }) => two.rate)),
    ratio: median(ratios),
    least: Math.min(...ratios),
    most: Math.max(...ratios),
    cost: median(speeds.map(({ one, two }) => two.cost / one.cost)),
    queue: await measureQueue(study, input),
  };
};

/** The same for a screen. */
export const studyTimingsText = ({
  chunks,
  one,
  two,
  ratio,
  least,
  most,
  cost,
  queue,
}: StudyTimings): string =>
  [
    `study of ${chunks} chunks of one plan with 256 draws: ${one.toFixed(1)} chunks/s on one thread, ${two.toFixed(1)} on two`,
    `two threads over one: ${ratio.toFixed(2)} (${least.toFixed(2)} to ${most.toFixed(2)} over ${rounds} rounds); processor time of a chunk on two over on one: ${cost.toFixed(2)}`,
    queue ?? 'The queue was not timed: `percuta study STUDY --queue embedded` installs its packages first.',
  ].join('\n');
