import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { BadInput } from '@percuta/engine/heat';

const problems: Readonly<Record<string, string>> = {
  EEXIST: 'is a file, or lies below one',
  ENOTDIR: 'is a file, or lies below one',
  EACCES: 'may not be written to',
  EPERM: 'may not be written to',
  EROFS: 'is on a disk that cannot be written to',
  ENOSPC: 'is on a disk that is full',
  EDQUOT: 'is on a disk that is full',
};

const unwritable = (folder: string, code: string, message: string): BadInput =>
  new BadInput([
    {
      path: '--out',
      given: folder === '' ? 'nothing' : folder,
      problem: problems[code] ?? `cannot be written to: ${message}`,
      remedy: code === 'ENOSPC' ? 'make room, or name a folder elsewhere' : 'name another folder',
    },
  ]);

const asBadInput = (folder: string, error: unknown): BadInput => {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return unwritable(folder, code, error instanceof Error ? error.message : String(error));
};

/** What `write` gives; throws BadInput, about the folder, where the system does not let it write. */
export const writing = <T>(folder: string, write: () => T): T => {
  try {
    return write();
  } catch (error) {
    throw asBadInput(folder, error);
  }
};

/** Folders of a path that are not there yet, the outermost first. */
const missingFolders = (folder: string): string[] =>
  existsSync(folder) || dirname(folder) === folder ? [] : [...missingFolders(dirname(folder)), folder];

/** Throws BadInput where a folder cannot be written to, before anything is computed for it. Makes nothing. */
export const checkFolder = (folder: string): void => {
  if (folder === '') throw unwritable(folder, '', 'no folder is named');
  const [outermost] = missingFolders(resolve(folder));
  const nearest = outermost === undefined ? resolve(folder) : dirname(outermost);
  if (!statSync(nearest).isDirectory()) throw unwritable(folder, 'ENOTDIR', '');
  writing(folder, () => accessSync(nearest, constants.W_OK));
};

/**
 * Writes files into a folder so that each is there whole or not at all. Returns their paths. Throws BadInput where that
 * cannot be done, and leaves nothing behind.
 */
export const writeFiles = (folder: string, files: Readonly<Record<string, string>>): string[] => {
  checkFolder(folder);
  const names = Object.keys(files);
  const made = missingFolders(resolve(folder));
  try {
    for (const one of made) mkdirSync(one);
    for (const name of names) writeFileSync(join(folder, `.${name}.part`), files[name] ?? '');
    for (const name of names) renameSync(join(folder, `.${name}.part`), join(folder, name));
  } catch (error) {
    for (const name of names) rmSync(join(folder, `.${name}.part`), { force: true });
    if (made[0] !== undefined) rmSync(made[0], { recursive: true, force: true });
    throw asBadInput(folder, error);
  }
  return names.map((name) => join(folder, name));
};

const numbers = /\[\s+-?\d[\d.e+-]*(?:,\s+-?\d[\d.e+-]*)*\s+\]/g;

/** JSON with two spaces a level, and lists of numbers on one line each. */
export const jsonText = (content: unknown): string =>
  `${JSON.stringify(content, undefined, 2).replace(numbers, (list) => list.replace(/\s+/g, ' '))}\n`;

export const print = (text: string): void => {
  process.stdout.write(text.endsWith('\n') ? text : `${text}\n`);
};

const lineOf = (value: unknown): string =>
  Array.isArray(value) && value.length > 0
    ? `[\n${value.map((item) => `  ${JSON.stringify(item)}`).join(',\n')}\n ]`
    : JSON.stringify(value);

/** JSON with one line for each field and for each item of its lists: short, and still readable in a diff. */
export const jsonLines = (content: Readonly<Record<string, unknown>>): string =>
  `{\n${Object.entries(content)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${JSON.stringify(key)}: ${lineOf(value)}`)
    .join(',\n')}\n}\n`;
