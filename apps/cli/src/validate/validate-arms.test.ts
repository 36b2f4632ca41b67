import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test, vi } from 'vitest';
import { runCli } from '../run-cli.testing.ts';

const folder = mkdtempSync(join(tmpdir(), 'percuta-validate-'));
// Draws are kept there and not in the cache of whoever runs the tests.
vi.stubEnv('XDG_CACHE_HOME', folder);
afterAll(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

const example = 'validation/evidence/example-arms.json';

test('arms are predicted, scored where people are counted, and refused with their reason', () => {
  const { code, out } = runCli('validate', example, '--json');
  expect(code).toBe(0);
  const { checks, arms } = JSON.parse(out);
  expect(checks).toEqual([]);
  const [{ predicted, refused, coverage, diagnostics }] = arms;
  expect(predicted.map(({ arm }: { arm: string }) => arm)).toEqual([
    'planned-scars',
    'read-scars',
    'read-stretch-marks',
  ]);
  expect(predicted[1].scored).toMatchObject({ cut: '50', n: 24, observed: 9 });
  expect(predicted[1].scored.intervals.map(({ level }: { level: number }) => level)).toEqual([
    0.5, 0.8, 0.95,
  ]);
  expect(coverage.arms).toBe(1);
  expect(refused).toEqual([
    {
      study: 'example-without-outcome',
      arm: 'planned-combination',
      reason: 'the role is combination: the model speaks of needles alone',
    },
  ]);
  expect(diagnostics.isSound).toBe(true);
  expect(readdirSync(join(folder, 'percuta'))).toHaveLength(1);
}, 120_000);

test('the text has the predictions, the score and what is left out', () => {
  const { out } = runCli('validate', example);
  expect(out).toMatch(/planned-scars +\d+ \(\d+ to \d+\)/);
  expect(out).toMatch(/read-scars +50 +9 of 24/);
  expect(out).toContain('Of 1 scored: the 50 % interval holds');
  expect(out).toContain('Not predicted: example-without-outcome, planned-combination');
}, 120_000);

test('an arm that is no record is bad input, named by its place', () => {
  const file = join(folder, 'wrong.json');
  writeFileSync(file, JSON.stringify([{ id: 'a', arms: [{ id: 'b', role: 'needles' }] }]));
  const { code, err } = runCli('validate', file);
  expect(code).toBe(2);
  expect(err).toContain('[0].arms[0].role');
});
