import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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

const launcher = fileURLToPath(new URL('../../../../percuta', import.meta.url));

/**
 * The needle pair as a user has it, from the launcher to the printed result and its files, on the wall, ms: the least of
 * several.
 */
export const coldStart = (runs: number): number => {
  const folder = mkdtempSync(join(tmpdir(), 'percuta-bench-'));
  const args = ['simulate', fileURLToPath(pairFile), '--out', folder];
  const [file, all] =
    process.platform === 'win32' ? [process.execPath, [launcher, ...args]] : [launcher, args];
  try {
    const times = Array.from({ length: runs }, () => {
      const start = performance.now();
      const { status, stderr } = spawnSync(file, all, { encoding: 'utf8' });
      if (status !== 0) throw new Error(`${launcher} failed: ${stderr}`);
      return performance.now() - start;
    });
    return Math.min(...times);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
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
