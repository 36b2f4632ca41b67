import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chunksOf, readStudy } from '@percuta/engine';
import { afterAll, expect, test } from 'vitest';
import { chunkText } from './chunk-text.ts';
import { lockFolder } from './folder-lock.ts';
import { readStudyFile } from './read-study-file.ts';
import { manifestOfStudy, openStudyFolder } from './study-folder.ts';
import { smallStudy } from './study.testing.ts';

const out = mkdtempSync(join(tmpdir(), 'percuta-study-folder-'));
afterAll(() => rmSync(out, { recursive: true }));

const openSmall = () => {
  const file = join(out, 'study.json');
  writeFileSync(file, JSON.stringify(smallStudy));
  const study = readStudy(readStudyFile(file, []));
  const chunks = chunksOf(study, 'input');
  return openStudyFolder(out, manifestOfStudy(study, 'input', 24, chunks.count), chunks);
};

const folder = openSmall();
const lines = ['{"row":0,"outputs":{"tip":"0.5 mm"}}', '{"row":1,"outputs":{"tip":"0.6 mm"}}'];
folder.keep(0, lines);
const file = join(out, 'chunks', readdirSync(join(out, 'chunks'))[0] ?? '');
const text = readFileSync(file, 'utf8');

test('a chunk comes back as it was kept', () => {
  expect(folder.read(0)).toEqual(lines);
  expect(folder.read(1)).toBeUndefined();
});

test.each([
  ['cut short in a row', text.slice(0, 40)],
  ['without its last row', text.replace(`${lines[1]}\n`, '')],
  ['without its sum', `${lines.join('\n')}\n`],
  ['with one digit changed', text.replace('0.5', '0.7')],
  ['with a row twice', text.replace(`${lines[0]}\n`, `${lines[0]}\n${lines[0]}\n`)],
  ['with its rows in another order', text.replace(lines.join('\n'), lines.toReversed().join('\n'))],
  ['of zeros, as after a loss of power', '\0'.repeat(text.length)],
  ['that is empty', ''],
  ['that is of another chunk', chunkText('another', lines)],
])('a chunk %s counts as missing', (_, damaged) => {
  expect(damaged).not.toBe(text);
  writeFileSync(file, damaged);
  expect(folder.read(0)).toBeUndefined();
  folder.keep(0, lines);
  expect(folder.read(0)).toEqual(lines);
});

const manifest = join(out, 'manifest.json');

test.each([
  ['{"kind": "percuta st', 'remove that file, or name another folder'],
  ['', 'remove that file, or name another folder'],
  ['[]', 'is not the manifest of a study'],
  ['{"kind": "percuta manifest", "hashes": {}}', 'is not the manifest of a study'],
  ['{"kind": "percuta study manifest", "hashes": null}', 'is not the manifest of a study'],
])('a manifest that reads %s is refused by its name, and stays', (there, expected) => {
  const whole = readFileSync(manifest, 'utf8');
  writeFileSync(manifest, there);
  expect(openSmall).toThrow(expected);
  expect(openSmall).toThrow(manifest);
  expect(readFileSync(manifest, 'utf8')).toBe(there);
  rmSync(manifest);
  expect(openSmall().read(0)).toEqual(lines);
  expect(readFileSync(manifest, 'utf8')).toBe(whole);
});

test('a lock that is no lock says which file to remove', async () => {
  writeFileSync(
    join(out, 'lock.sqlite'),
    'no database, but long enough to be read as the head of one. '.repeat(40),
  );
  await expect(lockFolder(out)).rejects.toThrow(/lock\.sqlite.*remove it/);
  rmSync(join(out, 'lock.sqlite'));
  (await lockFolder(out)).release();
});
