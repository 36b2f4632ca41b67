import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { BadInput, engineVersion, type Chunks, type Study } from '@percuta/engine';
import { readJson } from '../read-json.ts';
import { chunkText, linesOfChunk } from './chunk-text.ts';
import { jsonText, writeFiles, writing } from '../output.ts';

const kind = 'percuta study manifest';

/** What is known of a study before it has run, and what must not change until it is finished. */
export interface StudyManifest {
  readonly kind: typeof kind;
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

/** The manifest of a folder; throws BadInput, with what can be done without loss, where it is none of a study. */
const readManifestOf = (file: string): Record<string, unknown> => {
  const refusal = (problem: string, remedy: string): BadInput =>
    new BadInput([{ path: '--out', given: file, problem, remedy }]);
  let there: unknown;
  try {
    there = readJson(file);
  } catch {
    const kept = 'finished chunks are known by their own sums, so that the same command goes on from them';
    throw refusal('cannot be read as JSON', `remove that file, or name another folder; ${kept}`);
  }
  if (isRecord(there) && there['kind'] === kind && isRecord(there['hashes'])) return there;
  throw refusal('is not the manifest of a study', 'name another folder; nothing was changed');
};

/** Throws BadInput when the folder holds the results of another study, or of another engine. */
const requireSame = (folder: string, manifest: StudyManifest): void => {
  const file = join(folder, 'manifest.json');
  if (!existsSync(file)) return;
  const there = readManifestOf(file);
  if (isRecord(there['hashes']) && there['hashes']['input'] === manifest.hashes.input) return;
  throw new BadInput([
    {
      path: '--out',
      given: folder,
      problem: `holds results of another study; it differs in ${differing(there, manifest).join(', ')}`,
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

const isFile = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isFile() === true;

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
      return isFile(file) ? linesOfChunk(chunks.key(chunk), readFileSync(file, 'utf8')) : undefined;
    },
    keep: (chunk, lines) =>
      writing(folder, () => writeForGood(kept, nameOf(chunk), chunkText(chunks.key(chunk), lines))),
  };
};

/** What a study is, before it has run. */
export const manifestOfStudy = (
  study: Study,
  input: string,
  rows: number,
  chunks: number,
): StudyManifest => ({
  kind,
  version: 1,
  engine: engineVersion,
  hashes: { input },
  rows,
  chunks,
  study,
});
