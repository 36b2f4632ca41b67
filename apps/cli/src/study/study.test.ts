import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runCli } from '../run-cli.testing.ts';
import { lockFolder } from './folder-lock.ts';
import { interrupt, kept, oneAfterTheOther, results, smallStudy } from './study.testing.ts';

let folder = '';
let file = '';
let inOrder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'percuta-study-'));
  file = join(folder, 'study.json');
  writeFileSync(file, JSON.stringify(smallStudy));
  inOrder = oneAfterTheOther(file);
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true }));

test('killed in the middle and a chunk damaged, another goes on: every row once, bit for bit as one process', async () => {
  const out = join(folder, 'killed');
  await interrupt('SIGKILL', file, out);
  const before = kept(out);
  expect(before.length).toBeGreaterThanOrEqual(3);
  expect(before.length).toBeLessThan(12);
  // Still JSON, line by line: only a sum can tell.
  const damaged = join(out, 'chunks', before[0] ?? '');
  const whole = readFileSync(damaged, 'utf8');
  writeFileSync(damaged, whole.replace('"tip":"', '"tip":"9'));
  expect(readFileSync(damaged, 'utf8')).not.toBe(whole);
  const second = runCli('study', file, '--out', out, '--workers', '2', '--json');
  expect(second).toMatchObject({ code: 0, err: '' });
  expect(JSON.parse(second.out)).toMatchObject({ rows: 24, computed: 24 - 2 * (before.length - 1) });
  expect(kept(out)).toHaveLength(12);
  expect(results(out)).toBe(inOrder);
  const again = JSON.parse(runCli('study', file, '--out', out, '--json').out);
  expect(again).toMatchObject({ computed: 0, hash: JSON.parse(second.out).hash });
}, 120_000);

test('Ctrl-C leaves what was done, says so, and the same command goes on', async () => {
  const out = join(folder, 'stopped');
  expect(await interrupt('SIGINT', file, out)).toBe(130);
  expect(readdirSync(out)).not.toContain('results.jsonl');
  expect(runCli('study', file, '--out', out, '--workers', '1').out).toContain('24 rows');
  expect(results(out)).toBe(inOrder);
  const csv = readFileSync(join(out, 'results.csv'), 'utf8').split('\r\n');
  expect(csv[0]).toBe('row,status,device.depth [mm],case.person.age [years],tip [mm],problem');
  expect(csv).toHaveLength(1 + 24 + 1);
}, 120_000);

test('results of another study are left alone', () => {
  const out = join(folder, 'stale');
  const shorter = ['--set', 'columns[1].steps=2', '--out', out];
  expect(runCli('study', file, ...shorter).code).toBe(0);
  const before = results(out);
  const other = runCli('study', file, ...shorter, '--set', 'draws=32');
  expect(other).toMatchObject({ code: 2, err: expect.stringContaining('differs in draws') });
  const manifest = JSON.parse(readFileSync(join(out, 'manifest.json'), 'utf8'));
  writeFileSync(join(out, 'manifest.json'), JSON.stringify({ ...manifest, hashes: { input: 'older' } }));
  expect(runCli('study', file, ...shorter).err).toContain('engine, parameters, atlas or devices');
  expect(results(out)).toBe(before);
}, 120_000);

test('a bad column and an unknown output say what to do and write nothing', () => {
  const out = join(folder, 'bad');
  const bad = runCli('study', file, '--out', out, '--set', 'columns[0].path=device.dept');
  expect(bad).toMatchObject({ code: 2, out: '' });
  expect(bad.err).toContain('did you mean "depth"?');
  expect(bad.err.trim().split('\n')).toHaveLength(1);
  expect(runCli('study', file, '--out', out, '--set', 'outputs[0].path=zones[0].outcom').err).toContain(
    'did you mean "outcome"?',
  );
  expect(readdirSync(folder)).not.toContain('bad');
});

test('two processes do not work in one folder', async () => {
  const out = join(folder, 'held');
  const lock = await lockFolder(out);
  const second = runCli('study', file, '--out', out);
  expect(second).toMatchObject({ code: 2, err: expect.stringContaining('another process') });
  lock.release();
});
