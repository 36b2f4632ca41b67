import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runCli } from '../../run-cli.testing.ts';
import { interrupt, kept, oneAfterTheOther, results, smallStudy, startStudy } from '../study.testing.ts';

/** URL of a PostgreSQL that a test may fill; without it the tests of a server do not run. */
const server = process.env['PERCUTA_TEST_POSTGRES'];

let folder = '';
let file = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'percuta-queue-'));
  file = join(folder, 'study.json');
  // The title is part of the study's hash, and so of the name of its queue: each run of the tests has its own.
  writeFileSync(file, JSON.stringify({ ...smallStudy, title: `Queue ${folder}` }));
});
afterAll(() => rmSync(folder, { recursive: true }));

test('embedded: killed in the middle, another goes on from the database: every row once, bit for bit', async () => {
  const out = join(folder, 'embedded');
  await interrupt('SIGKILL', file, out, '--queue', 'embedded');
  const before = kept(out).length;
  expect(before).toBeLessThan(12);
  // What was done has to come out of the database.
  rmSync(join(out, 'chunks'), { recursive: true });
  const second = runCli('study', file, '--out', out, '--queue', 'embedded', '--workers', '2', '--json');
  expect(second).toMatchObject({ code: 0, err: '' });
  expect(JSON.parse(second.out).computed).toBeLessThanOrEqual(24 - 2 * before);
  expect(results(out)).toBe(oneAfterTheOther(file));
}, 120_000);

test('a server that does not answer and a queue that is none say so in one line, without the password', () => {
  const dead = 'postgres://percuta:secret@127.0.0.1:1/none';
  const { code, err } = runCli('study', file, '--out', join(folder, 'dead'), '--queue', dead);
  expect(code).toBe(2);
  expect(err).toContain('cannot be reached');
  expect(err).toContain('nothing was lost');
  expect(err).not.toContain('secret');
  expect(err.trim().split('\n')).toHaveLength(1);
  const none = runCli('study', file, '--out', join(folder, 'dead'), '--queue', 'redis://127.0.0.1');
  expect(none).toMatchObject({ code: 2, err: expect.stringContaining('postgres://') });
}, 60_000);

test.runIf(server !== undefined)(
  'PostgreSQL: of two workers one is killed in the middle; the other finishes, every row once, bit for bit',
  async () => {
    const flags = ['--queue', server ?? '', '--workers', '1'];
    const [a, b] = [join(folder, 'a'), join(folder, 'b')];
    const other = startStudy(file, b, ...flags);
    await interrupt('SIGKILL', file, a, ...flags);
    expect(await other.ended).toBe(0);
    const expected = oneAfterTheOther(file);
    expect(results(b)).toBe(expected);
    // The first comes back and finds everything done.
    const back = JSON.parse(runCli('study', file, '--out', a, ...flags, '--json').out);
    expect(back.computed).toBe(0);
    expect(results(a)).toBe(expected);
  },
  180_000,
);
