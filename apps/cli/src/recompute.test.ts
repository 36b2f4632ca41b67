import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runCli } from './run-cli.testing.ts';

const example = 'examples/cheek-acne-scars';
let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'percuta-'));
  runCli('plan', `${example}/case.json`, '--draws', '512', '--out', folder);
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true }));

test('delivered sessions are held against their plan, and the record of it is written', () => {
  const out = join(folder, 'out');
  const args = ['recompute', join(folder, 'plan.json'), '--delivered', `${example}/delivered.json`];
  const told = runCli(...args, '--out', out);
  expect(told).toMatchObject({ code: 0, err: '' });
  expect(told.out).toContain('How to go on');
  const written = JSON.parse(readFileSync(join(out, 'recomputed.json'), 'utf8'));
  const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));
  expect(written.plan.result_hash).toBe(manifest.hashes.result);
  expect(written.sessions).toHaveLength(2);
  expect(runCli(...args, '--json').out).toBe(readFileSync(join(out, 'recomputed.json'), 'utf8'));
});

test('a record that cannot be, and a file that is no plan, leave with 2 and write nothing', () => {
  const bad = join(folder, 'bad.json');
  const record = JSON.parse(readFileSync(`${example}/delivered.json`, 'utf8'));
  writeFileSync(bad, JSON.stringify({ ...record, sessions: [] }));
  const out = join(folder, 'none');
  const plan = join(folder, 'plan.json');
  const refused = runCli('recompute', plan, '--delivered', bad, '--out', out);
  expect(refused).toMatchObject({ code: 2, out: '', err: expect.stringContaining('sessions') });
  const noPlan = runCli('recompute', `${example}/case.json`, '--delivered', bad, '--out', out);
  expect(noPlan).toMatchObject({ code: 2, err: expect.stringContaining('is no plan') });
  expect(readdirSync(folder)).not.toContain('none');
});
