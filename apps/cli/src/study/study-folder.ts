import { createHash } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { BadInput, engineVersion, type Chunks, type Study } from '@percuta/engine';
import { readJson } from '../read-json.ts';
import { jsonText, writeFiles, writing } from '../output.ts';

/** What is known of a study before it has run, and what must not change until it is finished. */
export interface StudyManifest {
  readonly kind: 'percuta study manifest';
  readonly version: 1;
  readonly engine: string;
  readonly hashes: { readonly input: string; readonly results?: string };
  readonly rows: number;
  readonly chunks: number;
  /** The study with everything it names put in: it can be run again from here. */
  readonly study: Study;
}

/** Where the results of a study are kept: a file for each chunk, whole or not at all. */
export interface StudyFolder {
  /** The lines of a chunk; undefined while there are none, or where the file is not as it was kept. */
  readonly read: (chunk: number) => readonly string[] | undefined;
  /** Keeps the lines of a chunk for good; returns after they have reached the disk. */
  readonly keep: (chunk: number, lines: readonly string[]) => void;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

const differing = (there: Record<string, unknown>, manifest: StudyManifest): string[] => {
  const before = isRecord(there['study']) ? there['study'] : {};
  const names = Object.entries(manifest.study)
    .filter(([name, value]) => JSON.stringify(before[name]) !== JSON.stringify(value))
    .map(([name]) => name);
  return names.length > 0 ? names : ['engine, parameters, atlas or devices'];
};

/** Throws BadInput when the folder holds the results of another study, or of another engine. */
const requireSame = (folder: string, manifest: StudyManifest): void => {
  const file = join(folder, 'manifest.json');
  if (!existsSync(file)) return;
  const there = readJson(file);
  const { hashes } = isRecord(there) ? there : {};
  if (isRecord(there) && isRecord(hashes) && hashes['input'] === manifest.hashes.input) return;
  throw new BadInput([
    {
      path: '--out',
      given: folder,
      problem: `holds results of another study; it differs in ${differing(isRecord(there) ? there : {}, manifest).join(', ')}`,
      remedy: 'name another folder, or remove this one; nothing was changed',
    },
  ]);
};

const sync = (path: string): void => {
  const file = openSync(path, 'r');
  fsyncSync(file);
  closeSync(file);
};

/** Writes a file so that it is there whole or not at all, even after a loss of power. */
const writeForGood = (folder: string, name: string, text: string): void => {
  const part = join(folder, `.${name}.${process.pid}.part`);
  const file = openSync(part, 'w');
  try {
    // Unlike writeSync, which may stop short on a disk that runs full.
    writeFileSync(file, text);
    fsyncSync(file);
  } catch (error) {
    rmSync(part, { force: true });
    throw error;
  } finally {
    closeSync(file);
  }
  renameSync(part, join(folder, name));
  // The name is safe only when the folder is. Windows cannot open one, and needs it less.
  if (process.platform !== 'win32') sync(folder);
};

const sumLine = (rows: string): string =>
  `${JSON.stringify({ sha256: createHash('sha256').update(rows).digest('hex') })}\n`;

/** The rows of a chunk, a line each, and a last line that tells whether they are still what was written. */
const chunkText = (lines: readonly string[]): string => {
  const rows = lines.map((line) => `${line}\n`).join('');
  return rows + sumLine(rows);
};

/** The rows of a chunk file; undefined where it was cut short or changed, so that the chunk is run again. */
const linesOf = (text: string): string[] | undefined => {
  const lines = text.split('\n').slice(0, -2);
  return chunkText(lines) === text ? lines : undefined;
};

/** Opens a folder of results for a study; throws BadInput when it holds those of another. */
export const openStudyFolder = (folder: string, manifest: StudyManifest, chunks: Chunks): StudyFolder => {
  requireSame(folder, manifest);
  const kept = join(folder, 'chunks');
  writing(folder, () => mkdirSync(kept, { recursive: true }));
  if (!existsSync(join(folder, 'manifest.json'))) writeFiles(folder, { 'manifest.json': jsonText(manifest) });
  const nameOf = (chunk: number): string =>
    `${String(chunk).padStart(6, '0')}-${chunks.key(chunk).slice(0, 16)}.jsonl`;
  return {
    read: (chunk) => {
      const file = join(kept, nameOf(chunk));
      return existsSync(file) ? linesOf(readFileSync(file, 'utf8')) : undefined;
    },
    keep: (chunk, lines) => writing(folder, () => writeForGood(kept, nameOf(chunk), chunkText(lines))),
  };
};

/** What a study is, before it has run. */
export const manifestOfStudy = (
  study: Study,
  input: string,
  rows: number,
  chunks: number,
): StudyManifest => ({
  kind: 'percuta study manifest',
  version: 1,
  engine: engineVersion,
  hashes: { input },
  rows,
  chunks,
  study,
});
