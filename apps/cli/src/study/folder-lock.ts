import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { BadInput } from '@percuta/engine';
import { writing } from '../output.ts';

export interface FolderLock {
  readonly release: () => void;
}

const lockFile = (folder: string): string => join(folder, 'lock.sqlite');

const refusal = (folder: string, error: unknown): BadInput => {
  const message = error instanceof Error ? error.message : String(error);
  if (/locked|busy/i.test(message)) {
    const problem = 'is in the hands of another process';
    const remedy = 'wait for it or stop it, or name another folder; nothing was changed';
    return new BadInput([{ path: '--out', given: folder, problem, remedy }]);
  }
  const remedy = 'remove it while no study runs in the folder, or name another folder; nothing was changed';
  return new BadInput([
    { path: '--out', given: lockFile(folder), problem: `cannot be used as a lock: ${message}`, remedy },
  ]);
};

/**
 * Holds a folder for this process alone, until released or until the process ends, however it ends: the lock is that
 * of the operating system on an SQLite file, so a killed process leaves none behind. Throws BadInput while another
 * process holds it, and where the file is none that SQLite can lock.
 */
export const lockFolder = async (folder: string): Promise<FolderLock> => {
  const { DatabaseSync: Database } = await import('node:sqlite');
  writing(folder, () => mkdirSync(folder, { recursive: true }));
  let file: DatabaseSync | undefined;
  try {
    file = new Database(lockFile(folder));
    file.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE');
  } catch (error) {
    file?.close();
    throw refusal(folder, error);
  }
  const held = file;
  return { release: () => held.close() };
};
