import { dirname, resolve } from 'node:path';
import { setValue } from '@percuta/engine';
import { readProtocolFile } from '../input.ts';
import { readJson } from '../read-json.ts';

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A case or protocol file, with the files a protocol names put in. */
const readBase = (file: string): unknown => {
  const document = readJson(file);
  return isRecord(document) && document['kind'] === 'percuta protocol'
    ? readProtocolFile(file, [])
    : document;
};

/**
 * A study file with `--set` applied and the files it names put in, their paths relative to it; not yet checked.
 */
export const readStudyFile = (file: string, assignments: readonly string[]): unknown => {
  const document = assignments.reduce(setValue, readJson(file));
  if (!isRecord(document)) return document;
  const folder = dirname(resolve(file));
  const { base, sheets } = document;
  const read = (sheet: unknown): unknown =>
    typeof sheet === 'string' ? readJson(resolve(folder, sheet)) : sheet;
  return {
    ...document,
    ...(typeof base === 'string' ? { base: readBase(resolve(folder, base)) } : {}),
    ...(Array.isArray(sheets) ? { sheets: sheets.map(read) } : {}),
  };
};
