import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { BadInput, hashOf, readManifest, type ReplayableManifest } from '@percuta/engine';
import { readJson } from '../read-json.ts';

const fieldOf = (document: unknown, name: string): unknown =>
  typeof document === 'object' && document !== null ? Reflect.get(document, name) : undefined;

/** What a document says of itself, and what its manifest says of it; undefined for a document of another kind. */
const sumsOf = (
  document: unknown,
  { hashes }: ReplayableManifest,
): readonly [unknown, string | undefined] | undefined => {
  const kind = fieldOf(document, 'kind');
  if (kind === 'percuta plan') return [hashOf(document), hashes.stages['plan']];
  if (kind === 'percuta simulation') return [hashOf(document), hashes.stages['simulation']];
  // A course is one of several that may be chosen of a plan, and names the plan it is of.
  if (kind === 'percuta course') return [fieldOf(fieldOf(document, 'plan'), 'result_hash'), hashes.result];
  return undefined;
};

/** Throws BadInput, naming the file, where a document is not the one that a manifest was written with. */
export const checkRecorded = (file: string, manifest: ReplayableManifest, beside: string): void => {
  const document = readJson(file);
  const sums = sumsOf(document, manifest);
  if (sums === undefined || sums[0] === sums[1]) return;
  throw new BadInput([
    {
      path: file,
      given: String(sums[0]).slice(0, 64),
      problem: `is not the document that ${beside} was written with`,
      allowed: `the hash ${sums[1] ?? 'of a plan, which that manifest does not have'}`,
      remedy: 'bring back both files, or plan again; to change a plan, change its case',
    },
  ]);
};

/**
 * The manifest that lies beside a plan or a chosen course; undefined where none does. Throws BadInput, naming the file,
 * where the two do not belong together.
 */
export const manifestBeside = (file: string): ReplayableManifest | undefined => {
  const beside = join(dirname(file), 'manifest.json');
  if (!existsSync(beside)) return undefined;
  const manifest = readManifest(readJson(beside));
  checkRecorded(file, manifest, beside);
  return manifest;
};

const resultFiles = { plan: 'plan.json', simulate: 'simulation.json' } as const;

/** Holds the result beside a manifest, if it still lies there, against the manifest; throws BadInput as above. */
export const checkBeside = (file: string, manifest: ReplayableManifest): void => {
  const other = join(dirname(file), resultFiles[manifest.command]);
  if (existsSync(other)) checkRecorded(other, manifest, file);
};
