import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { BadInput } from '@percuta/engine';
import { writing } from '../output.ts';

export interface FolderLock {
  readonly release: () => void;
}

const isBusy = (error: unknown): boolean => error instanceof Error && /locked|busy/i.test(error.message);

/**
 * Holds a folder for this process alone, until released or until the process ends, however it ends: the lock is that
 * of the operating system on an SQLite file, so a killed process leaves none behind. Throws BadInput while another
 * process holds it.
 */
export const lockFolder = async (folder: string): Promise<FolderLock> => {
  const { DatabaseSync } = await import('node:sqlite');
  const file = writing(folder, () => {
    mkdirSync(folder, { recursive: true });
    return new DatabaseSync(join(folder, 'lock.sqlite'));
  });
  try {
    file.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE');
  } catch (error) {
    file.close();
    if (!isBusy(error)) throw error;
    throw new BadInput([
      {
        path: '--out',
        given: folder,
        problem: 'is in the hands of another process',
        remedy: 'wait for it or stop it, or name another folder; nothing was changed',
      },
    ]);
  }
  return { release: () => file.close() };
};
