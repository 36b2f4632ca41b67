import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runCli } from '../run-cli.testing.ts';

const protocol = 'examples/cheek-acne-scars/protocol.json';
const coarse = ['--draws', '64', '--parameter', 'heal.n_layers=1', '--parameter', 'heal.N_r=8'];

const simulated = (...flags: readonly string[]) => {
  const folder = mkdtempSync(join(tmpdir(), 'percuta-'));
  try {
    const run = runCli('simulate', protocol, '--out', folder, ...coarse, ...flags);
    const read = (name: string): string => readFileSync(join(folder, name), 'utf8');
    return {
      ...run,
      names: readdirSync(folder),
      replayed: flags.length === 0 ? undefined : runCli('replay', join(folder, 'manifest.json')),
      written: JSON.parse(read('simulation.json')),
      page: read('simulation.html'),
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
};

test('without an ensemble every part says that it has no band, and figures, tables and fields are written', () => {
  const { code, out, names, written, page } = simulated();
  expect(code).toBe(0);
  for (const words of [
    'channels closed after',
    'most that mass balance allows',
    'earliest sensible interval',
    'one run, no band',
    'no tissue here explains',
    'no band stands for what is uncertain',
    'week 12',
    'the size is from trials',
  ])
    expect(out).toContain(words);
  expect(out).toMatch(
    /worst expected \d+ % deeper, median .*, best expected \d+ % shallower; chance of worse/,
  );
  for (const end of ['minutes-to-months.svg', 'matrix.svg', 'depth-maps.svg', 'cells.svg', 'feel.svg'])
    expect(names).toContain(`cheeks-${end}`);
  expect(names).toEqual(
    expect.arrayContaining(['cheeks-relief-rolling-scar.svg', 'cheeks-course.csv', 'jawline-day-28.vtr']),
  );
  const [cheeks] = written.zones;
  expect(cheeks.appearance).toMatchObject({ draws: 1, bands: 'none: a single run at central values' });
  expect(cheeks.followed.bands.elastin).not.toHaveProperty('low');
  const times: readonly number[] = cheeks.healing.course.times.values;
  expect(times[1]).toBeLessThan(1 / 1000);
  expect(times.at(-1)).toBeGreaterThan(365);
  expect(page).toContain('Cheeks: From minutes to months');
  expect(page).not.toMatch(/undefined|NaN/);
});

test('an ensemble gives bands everywhere and is part of what a replay repeats', () => {
  const { out, names, written, replayed } = simulated('--ensemble', '2');
  expect(out).toContain('Bands hold 80 % of 2 draws');
  expect(names).toContain('cheeks-bands.csv');
  const [cheeks] = written.zones;
  expect(cheeks.followed.bands.elastin.low).toHaveLength(cheeks.healing.course.times.values.length);
  const [first] = written.expectation_over_time;
  expect(first.routes[0]).toMatchObject({ status: 'estimated', draws_of_healing: 2 });
  expect(replayed).toMatchObject({ code: 0, out: expect.stringContaining('bit for bit') });
});
