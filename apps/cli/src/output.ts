import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Writes files into a folder so that each is there whole or not at all. Returns their paths. */
export const writeFiles = (folder: string, files: Readonly<Record<string, string>>): string[] => {
  mkdirSync(folder, { recursive: true });
  const names = Object.keys(files);
  for (const name of names) writeFileSync(join(folder, `.${name}.part`), files[name] ?? '');
  for (const name of names) renameSync(join(folder, `.${name}.part`), join(folder, name));
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
