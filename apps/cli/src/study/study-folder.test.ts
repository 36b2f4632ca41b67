import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chunksOf, readStudy } from '@percuta/engine';
import { afterAll, expect, test } from 'vitest';
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
])('a chunk %s counts as missing', (_, damaged) => {
  expect(damaged).not.toBe(text);
  writeFileSync(file, damaged);
  expect(folder.read(0)).toBeUndefined();
  folder.keep(0, lines);
  expect(folder.read(0)).toEqual(lines);
});
