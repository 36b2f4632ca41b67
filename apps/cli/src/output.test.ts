import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { checkFolder, writeFiles, writing } from './output.ts';
import { readJson } from './read-json.ts';

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'percuta-output-'));
});
afterEach(() => rmSync(root, { recursive: true }));

describe('writeFiles', () => {
  test('makes folders, writes every file whole and leaves those of others alone', () => {
    const folder = join(root, 'a/b');
    writeFiles(folder, { 'one.txt': 'old', 'two.txt': '2' });
    writeFileSync(join(folder, 'own.txt'), 'own');
    expect(writeFiles(folder, { 'one.txt': 'new' })).toEqual([join(folder, 'one.txt')]);
    expect(readdirSync(folder).sort()).toEqual(['one.txt', 'own.txt', 'two.txt']);
    expect(readFileSync(join(folder, 'one.txt'), 'utf8')).toBe('new');
  });

  test('that fails in the middle takes back what it wrote, and the folders that it made', () => {
    const files = { 'one.txt': '1', 'no/such/folder.txt': '2' };
    expect(() => writeFiles(join(root, 'a/b'), files)).toThrow(
      /^--out: cannot be written to.*name another folder/,
    );
    expect(readdirSync(root)).toEqual([]);
    mkdirSync(join(root, 'kept'));
    expect(() => writeFiles(join(root, 'kept'), files)).toThrow(/^--out/);
    expect(readdirSync(join(root, 'kept'))).toEqual([]);
  });
});

test.each([
  ['a file', 'file', /is a file, or lies below one/],
  ['a path below a file', 'file/below/it', /is a file, or lies below one/],
])('%s is told as no folder before anything is computed', (_, path, message) => {
  writeFileSync(join(root, 'file'), '');
  expect(() => checkFolder(join(root, path))).toThrow(message);
});

test('a folder that is not there yet is in order, and not made', () => {
  checkFolder(join(root, 'a/b/c'));
  expect(existsSync(join(root, 'a'))).toBe(false);
  expect(() => checkFolder('')).toThrow(/no folder is named.*given: nothing/);
});

test('a file that begins with the mark of its byte order is read', () => {
  writeFileSync(join(root, 'marked.json'), '\uFEFF{ "a": 1 }');
  expect(readJson(join(root, 'marked.json'))).toEqual({ a: 1 });
});

test('what the system does not let write is told about the folder, and what it gives is handed on', () => {
  const full = Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC' });
  const write = (): number => {
    throw full;
  };
  expect(() => writing('results', write)).toThrow(
    '--out: is on a disk that is full (given: results); make room, or name a folder elsewhere',
  );
  expect(writing('results', () => 3)).toBe(3);
});
