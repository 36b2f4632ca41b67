import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { inThreads } from '../parallel/in-threads.ts';
import { pairFile } from './pair-document.ts';

/** 49 needles in a process of their own. */
export interface ArrayTiming {
  /** ms of the processor, from a cold start. */
  readonly processor: number;
  /** Bytes, the most that the process held. */
  readonly memory: number;
  readonly imbalance: number;
  readonly cells: readonly [number, number, number];
  readonly steps: number;
  readonly solves: number;
  readonly iterations: number;
}

const pathOf = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

const output = (args: readonly string[]): string => {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 1e9 });
  if (status !== 0) throw new Error(`${args[0]} failed: ${stderr}`);
  return stdout;
};

export const arrayTiming = (): ArrayTiming => JSON.parse(output([pathOf('array-child.ts')]));

/** The command line from nothing to the printed result of the needle pair, on the wall, ms: the least of several. */
export const coldStart = (runs: number): number => {
  const times = Array.from({ length: runs }, () => {
    const start = performance.now();
    output([pathOf('../main.ts'), 'simulate', fileURLToPath(pairFile), '--json']);
    return performance.now() - start;
  });
  return Math.min(...times);
};

/** Members of an ensemble a second, on the wall. */
export interface EnsembleTiming {
  readonly members: number;
  readonly one: number;
  readonly two: number;
  /** Whether both gave the same bits. */
  readonly isSame: boolean;
}

const timed = async (threads: number, members: number) => {
  const start = performance.now();
  const energies = await inThreads<number>(threads, {
    script: new URL('pair-thread.ts', import.meta.url),
    data: undefined,
    count: members,
  });
  return { energies, rate: (1000 * members) / (performance.now() - start) };
};

/** An ensemble of the needle pair on one thread and on two. */
export const ensembleTiming = async (members: number): Promise<EnsembleTiming> => {
  const one = await timed(1, members);
  const two = await timed(2, members);
  const isSame = one.energies.every((energy, member) => energy === two.energies[member]);
  return { members, one: one.rate, two: two.rate, isSame };
};
