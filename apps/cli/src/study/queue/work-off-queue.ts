import { setTimeout as wait } from 'node:timers/promises';
import { BadInput } from '@percuta/engine';
import { chunkProgress, missingChunks, type Done, type Work } from '../work-off.ts';
import { heartbeat, openBoss, type Boss } from './open-boss.ts';
import { queueTrouble } from './queue-trouble.ts';
import { openResultTable, type ResultTable } from './result-table.ts';

/** Where the queue stands and how the study is called in it. */
export interface QueuePlace {
  readonly url: string;
  readonly folder: string;
  /** Hash of everything the results depend on; machines that disagree on it never meet. */
  readonly input: string;
  readonly workers: number;
}

/** Times a chunk may be lost before it is given up until the study is started again. */
const mostRetries = 10;
/** Longest time for one chunk, s. */
const longestChunk = 43_200;
/** Chunks offered in one statement. */
const batch = 1000;
/** Pause before looking again when others hold all that is left, ms. */
const pause = 500;

/** One identity for a chunk wherever it is offered from, in the form of a UUID. */
const jobId = (key: string): string =>
  [key.slice(0, 8), key.slice(8, 12), key.slice(12, 16), key.slice(16, 20), key.slice(20, 32)].join('-');

/** Puts every chunk without a result into the queue; those that wait there, or are at work, stay as they are. */
const offer = async (
  { jobs, isEmbedded }: Boss,
  name: string,
  { chunks }: Work,
  missing: readonly number[],
): Promise<void> => {
  await jobs.createQueue(name, {
    retryLimit: mostRetries,
    expireInSeconds: longestChunk,
    heartbeatSeconds: heartbeat,
  });
  // Nobody else can be at work here: what a killed process held is free at once.
  if (isEmbedded) await jobs.deleteAllJobs(name);
  // A job that was done or given up would bar the way of its chunk, whose result has been lost since.
  else await jobs.deleteStoredJobs(name);
  for (let first = 0; first < missing.length; first += batch) {
    const some = missing.slice(first, first + batch);
    await jobs.insert(
      name,
      some.map((chunk) => ({ id: jobId(chunks.key(chunk)), data: { chunk } })),
    );
  }
};

/** Where the time of the chunks that were run here has gone, s. */
interface Times {
  queue: number;
  work: number;
}

/** A chunk failed by itself, which says nothing about the queue; the cause is what the thread threw. */
class RunFailed extends Error {}

const runChunk = ({ pool }: Work, chunk: number): Promise<readonly string[]> =>
  pool.run(chunk).catch((cause: unknown) => {
    throw new RunFailed(`chunk ${chunk} failed`, { cause });
  });

interface Shift {
  readonly workers: number;
  readonly times: Times;
  readonly boss: Boss;
  readonly name: string;
  readonly table: ResultTable;
  readonly work: Work;
}

/**
 * Runs one chunk with a sign of life while it lasts, unless another has run it already; says whether it did. The
 * result is kept before the job counts as done.
 */
const runJob = async (
  { boss: { jobs }, name, table, work, times }: Shift,
  id: string,
  chunk: number,
): Promise<boolean> => {
  const alive = setInterval(() => void jobs.touch(name, id).catch(() => undefined), (heartbeat / 3) * 1000);
  try {
    const begun = performance.now();
    const there = await table.read(chunk);
    const asked = performance.now();
    const lines = there ?? (await runChunk(work, chunk));
    const worked = performance.now();
    // The folder has it even where the database was lost meanwhile.
    await table.keep(chunk, lines).finally(() => work.folder.keep(chunk, lines));
    await jobs.complete(name, id);
    times.queue += (asked - begun + performance.now() - worked) / 1000;
    times.work += (worked - asked) / 1000;
    return there === undefined;
  } finally {
    clearInterval(alive);
  }
};

/** Takes chunks from the queue until every chunk has a result, from here or elsewhere. */
const takeTurns = async (shift: Shift, done: () => Promise<boolean>): Promise<number[]> => {
  const { boss, name, work, times } = shift;
  const ran: number[] = [];
  while (!work.signal.aborted) {
    const begun = performance.now();
    const [job] = await boss.jobs.fetch<{ chunk: number }>(name);
    if (job !== undefined) {
      times.queue += (performance.now() - begun) / 1000;
      if (await runJob(shift, job.id, job.data.chunk)) ran.push(job.data.chunk);
      await done();
    } else if (await done()) break;
    else await wait(pause);
  }
  return ran;
};

const milliseconds = (seconds: number): string => `${Number((seconds * 1000).toPrecision(2))} ms`;

/** Threads that keep the queue as long busy as it keeps them: with more, they wait for it. */
const timesText = ({ queue, work }: Times, count: number): string =>
  `Queue: ${milliseconds(queue / count)} a chunk beside ${milliseconds(work / count)} of work; ` +
  `one connection would be full with about ${Math.max(1, Math.floor((work + queue) / queue))} threads`;

/** Brings the results of the database into the folder, and those of the folder into the database. */
const exchange = async (table: ResultTable, { chunks, folder }: Work): Promise<number[]> => {
  const missingHere = new Set(missingChunks({ chunks, folder }));
  const there = await table.present();
  for (let chunk = 0; chunk < chunks.count; chunk += 1) {
    const lines = missingHere.has(chunk) && there.has(chunk) ? await table.read(chunk) : undefined;
    if (lines !== undefined) {
      folder.keep(chunk, lines);
      missingHere.delete(chunk);
    } else if (!missingHere.has(chunk) && !there.has(chunk)) {
      await table.keep(chunk, folder.read(chunk) ?? []);
    }
  }
  return [...missingHere];
};

/** Works at the queue until the folder has every chunk, or until stopped. */
const workOffAll = async (shift: Shift, missing: readonly number[]): Promise<number[]> => {
  const { boss, name, table, work, workers } = shift;
  const total = work.chunks.count;
  const progress = chunkProgress(total, total - missing.length);
  const done = async (): Promise<boolean> => {
    const { size } = await table.present();
    progress.reach(size);
    return size === total;
  };
  const ran: number[] = [];
  try {
    // A result that is damaged in the database shows when it is read: then the chunk is missing once more.
    for (let left = missing; left.length > 0 && !work.signal.aborted; left = await exchange(table, work)) {
      await offer(boss, name, work, left);
      const turns = await Promise.all(Array.from({ length: workers }, () => takeTurns(shift, done)));
      ran.push(...turns.flat());
    }
  } finally {
    progress.end();
  }
  return ran;
};

const keptText = ({ chunks, folder }: Work, path: string): string => {
  const left = missingChunks({ chunks, folder }).length;
  return `${chunks.count - left} of ${chunks.count} chunks are kept in ${path}`;
};

/** An error as it is told: one of the queue says what is kept. Faults of the program stay what they are. */
const told = (error: unknown, work: Work, { url, folder }: QueuePlace): unknown => {
  if (error instanceof RunFailed) return error.cause;
  if (error instanceof BadInput || error instanceof TypeError) return error;
  return queueTrouble(url, error, keptText(work, folder));
};

/**
 * Runs a study together with whoever else works at the same queue, and brings all results into the folder. Returns
 * early, without error, when stopped. A worker that dies is noticed after its
 * heartbeat, and its chunk is run again; a chunk that was run twice still has one result. Throws BadInput where the
 * queue cannot be used or is lost.
 */
export const workOffQueue = async (work: Work, place: QueuePlace): Promise<Done> => {
  const boss = await openBoss(place.url, place.folder);
  const name = `study-${place.input.slice(0, 24)}`;
  try {
    const table = await openResultTable(boss.database, place.input, work.chunks);
    const times: Times = { queue: 0, work: 0 };
    const shift = { boss, name, table, work, times, workers: place.workers };
    const ran = await workOffAll(shift, await exchange(table, work));
    return ran.length === 0 ? { ran } : { ran, note: timesText(times, ran.length) };
  } catch (error) {
    if (work.signal.aborted) return { ran: [] };
    throw told(error, work, place);
  } finally {
    // A server that is gone cannot be taken leave of.
    await boss.close().catch(() => undefined);
  }
};
