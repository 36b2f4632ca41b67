import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  catalogueSheet,
  defaultRun,
  readProtocol,
  simulateHealing,
  simulateHealingWith,
  simulateHeating,
  simulateHeatingWith,
  type Run,
} from '@percuta/engine';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { simulate as simulateCommand } from '../commands/simulate.ts';
import { exitCode } from '../exit-code.ts';
import { readProtocolFile, sheetOf } from '../input.ts';
import { runCli } from '../run-cli.testing.ts';
import { drawPool } from './draw-pool.ts';

const file = fileURLToPath(new URL('../../../../examples/cheek-acne-scars/protocol.json', import.meta.url));
const rfFile = fileURLToPath(new URL('../../../../examples/cheek-rf/protocol.json', import.meta.url));
const whole = readProtocol(readProtocolFile(file, []));
const protocol = { ...whole, zones: whole.zones.slice(0, 1), sessions: [0] };
const sheet = catalogueSheet('skinpen_precision', 'device.id');
const run: Run = {
  ...defaultRun,
  ensemble: 4,
  overrides: { 'heal.N_r': '10', 'heal.n_layers': '1' },
};

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'percuta-draws-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

test('threads give what one thread gives, in the same order, and tell how far they are', async () => {
  const told: string[] = [];
  const progress = (done: number, total: number, what: string): void => {
    if (what === 'draws of healing') told.push(`${done} of ${total}`);
  };
  const [here] = simulateHealing(protocol, sheet, run);
  const [there] = await simulateHealingWith(drawPool(2), protocol, sheet, { ...run, progress });
  expect(there?.ensemble).toEqual(here?.ensemble);
  expect(there?.course).toEqual(here?.course);
  expect(told).toEqual(['1 of 4', '2 of 4', '3 of 4', '4 of 4']);
}, 60_000);

test('draws of heat are those of one thread', async () => {
  const array = ['rf.array_rows=2', 'rf.array_columns=2', 'needle_count=4'].map(
    (one) => `device.sheet.${one}`,
  );
  const heated = readProtocol(readProtocolFile(rfFile, array));
  const [device, drawn] = [sheetOf(heated), { ...defaultRun, heatDraws: 3 }];
  const [here] = simulateHeating(heated, device, drawn);
  const told: string[] = [];
  const progress = (done: number, total: number, what: string): void => {
    told.push(`${done} of ${total} ${what}`);
  };
  const [there] = await simulateHeatingWith(drawPool(2), heated, device, { ...drawn, progress });
  expect(here?.ensemble?.draws).toBe(3);
  expect(there?.ensemble).toEqual(here?.ensemble);
  expect(told).toContain('3 of 3 draws of heat');
}, 60_000);

test('a draw that fails ends the run with its own error', async () => {
  const failing = simulateHealingWith(drawPool(2), protocol, sheet, {
    ...run,
    overrides: { 'heal.p_AN': '1 1/d', 'heal.p_AM': '2 1/d', 'heal.d_A': '2 1/d' },
  });
  await expect(failing).rejects.toThrow('only 0 of 4 draws');
}, 60_000);

test('the signal ends the threads', async () => {
  const controller = new AbortController();
  const progress = (done: number): void => {
    if (done >= 1) controller.abort();
  };
  const { signal } = controller;
  const stopped = simulateHealingWith(drawPool(2), protocol, sheet, {
    ...run,
    ensemble: 200,
    progress,
    signal,
  });
  await expect(stopped).rejects.toMatchObject({ name: 'AbortError' });
}, 60_000);

test('Ctrl-C while draws are made ends a simulation and leaves no file', async () => {
  const out = join(folder, 'stopped');
  const before = process.listenerCount('SIGINT');
  // The command listens while its threads work.
  const waiting = setInterval(() => {
    if (process.listenerCount('SIGINT') > before) process.emit('SIGINT');
  }, 20);
  const given = { set: [], parameter: [], device: [], seed: 1, draws: 64 };
  const flags = { ...given, stage: 'heal', ensemble: 200, threads: 2, out };
  expect(await simulateCommand(file, flags)).toBe(exitCode.stopped);
  clearInterval(waiting);
  expect(process.listenerCount('SIGINT')).toBe(before);
  expect(existsSync(out)).toBe(false);
}, 60_000);

test('more draws than meet the measurements are refused at once', () => {
  const refused = runCli('simulate', file, '--ensemble', '201', '--out', join(folder, 'many'));
  expect(refused).toMatchObject({ code: 2, err: expect.stringContaining('ask for at most 200 draws') });
  expect(existsSync(join(folder, 'many'))).toBe(false);
}, 60_000);
