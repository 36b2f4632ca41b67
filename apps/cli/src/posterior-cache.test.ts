import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { cachedPosterior } from './posterior-cache.ts';

const folder = mkdtempSync(join(tmpdir(), 'percuta-cache-'));
afterAll(() => rmSync(folder, { recursive: true }));

const settings = { seed: 3, draws: 40, warmup: 40 };

test('draws are kept by the hash of what they depend on, and come back to the bit', () => {
  const first = cachedPosterior(settings, folder);
  const second = cachedPosterior(settings, folder);
  expect([first.wasKept, second.wasKept]).toEqual([false, true]);
  expect(second.key).toBe(first.key);
  expect(second.posterior.sample).toEqual(first.posterior.sample);
  expect(second.posterior.diagnostics).toEqual(first.posterior.diagnostics);
  expect(cachedPosterior({ ...settings, seed: 4 }, folder).key).not.toBe(first.key);
});

test('a file that is not whole is fitted again', () => {
  const { key, posterior } = cachedPosterior(settings, folder);
  const file = join(folder, `${key}.posterior`);
  const bytes = readFileSync(file);
  for (const broken of [bytes.subarray(0, bytes.length - 8), Buffer.from('no draws'), flipped(bytes)]) {
    writeFileSync(file, broken);
    const again = cachedPosterior(settings, folder);
    expect(again.wasKept).toBe(false);
    expect(again.posterior.sample).toEqual(posterior.sample);
  }
  expect(readdirSync(folder).filter((name) => name.startsWith('.'))).toEqual([]);
});

test('a folder that cannot be written changes nothing', () => {
  const file = join(folder, 'file');
  writeFileSync(file, '');
  expect(cachedPosterior(settings, join(file, 'inside')).wasKept).toBe(false);
});

/** The last byte of the draws changed. */
function flipped(bytes: Buffer): Buffer {
  const copy = Buffer.from(bytes);
  copy[copy.length - 1] = (copy[copy.length - 1] ?? 0) ^ 1;
  return copy;
}
