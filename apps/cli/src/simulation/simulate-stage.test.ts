import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runCli } from '../run-cli.testing.ts';

const protocol = 'examples/cheek-acne-scars/protocol.json';
/** Few and coarse cells: what is written is asked for, not how well. */
const coarse = ['--parameter', 'heal.n_layers=1', '--parameter', 'heal.N_r=8'];

test('healing alone, with an ensemble, says it in words and writes JSON, CSV and VTK', () => {
  const folder = mkdtempSync(join(tmpdir(), 'percuta-'));
  try {
    const { code, out } = runCli(
      'simulate',
      protocol,
      '--stage',
      'heal',
      '--ensemble',
      '2',
      '--out',
      folder,
      ...coarse,
    );
    expect(code).toBe(0);
    expect(out).toMatch(/channels closed after +\d/);
    expect(out).toMatch(/earliest sensible interval +.*until/);
    expect(out).toMatch(/the most that mass balance allows/);
    expect(out).toMatch(/2 of the first 2 draws of the calibrated ensemble/);
    const names = readdirSync(folder);
    expect(names).toEqual(
      expect.arrayContaining(['cheeks.json', 'cheeks-course.csv', 'cheeks-bands.csv', 'jawline-day-28.vtr']),
    );
    expect(names.filter((name) => name.endsWith('.part'))).toEqual([]);
    const { central, ensemble } = JSON.parse(readFileSync(join(folder, 'cheeks.json'), 'utf8'));
    expect(central.course.by_depth.E).toHaveLength(central.course.times.values.length);
    expect(ensemble.bands.elastin.low).toHaveLength(ensemble.times.values.length);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('a parameter of healing that cannot be is refused before anything is written', () => {
  const { code, err } = runCli('simulate', protocol, '--parameter', 'heal.sigma=4');
  expect(code).toBe(2);
  expect(err).toContain('heal.sigma');
  expect(err).toContain('0 to 0.5');
  const unknown = runCli('simulate', protocol, '--parameter', 'heal.k_nothing=1');
  expect(unknown).toMatchObject({ code: 2, err: expect.stringContaining('is not a parameter') });
});

/** Runs healing alone on a changed example; gives what it said and what it left in its folder. */
const runChanged = (change: (protocol: Record<string, unknown>) => object, ...flags: readonly string[]) => {
  const folder = mkdtempSync(join(tmpdir(), 'percuta-'));
  try {
    const given = JSON.parse(readFileSync(protocol, 'utf8'));
    copyFileSync('examples/cheek-acne-scars/case.json', join(folder, 'case.json'));
    const file = join(folder, 'protocol.json');
    writeFileSync(file, JSON.stringify({ ...given, zones: [{ name: 'cheeks' }], ...change(given) }));
    const run = runCli(
      'simulate',
      file,
      '--stage',
      'heal',
      '--out',
      join(folder, 'out'),
      ...coarse,
      ...flags,
    );
    return { ...run, names: readdirSync(folder).toSorted() };
  } finally {
    rmSync(folder, { recursive: true });
  }
};

const untouched = ['case.json', 'protocol.json'];

test.each([
  ['sessions that overlap', ['0 days', '28 days', '28 days'], 'must start at 0 days and rise'],
  ['sessions an instant apart', ['0 days', '10 min'], 'sessions closer than 1 h overlap'],
  ['a negative interval', ['0 days', '28 days', '14 days'], 'must start at 0 days and rise'],
])('%s: one error, and nothing is written', (_, sessions, message) => {
  const { code, err, names } = runChanged(() => ({ sessions }));
  expect(code).toBe(2);
  expect(err).toContain(message);
  expect(err.trim().split('\n')).toHaveLength(1);
  expect(names).toEqual(untouched);
});

test('a constant out of all proportion: one error with its range, at once, and nothing is written', () => {
  const { code, err, names } = runChanged(() => ({}), '--parameter', 'heal.r_F=1e300 1/d');
  expect(code).toBe(2);
  expect(err).toContain('heal.r_F: has to be 0.0005 to 1100 1/d (given: 1e300 1/d)');
  expect(err.trim().split('\n')).toHaveLength(1);
  expect(names).toEqual(untouched);
});

test('channels that overlap: one error, and nothing is written', () => {
  const { code, err, names } = runChanged(({ device }) => ({
    device: { ...Object(device), passes: 10, hand_speed: '1 mm/s' },
  }));
  expect(code).toBe(2);
  expect(err).toContain('overlap');
  expect(names).toEqual(untouched);
});

test('a run that finds no answer names time, species and place, and nothing is written', () => {
  // A first layer of no thickness to speak of, through which everything passes at once.
  const flags = ['heal.n_layers=2', 'heal.z_grade=100'].flatMap((one) => ['--parameter', one]);
  const { code, err, names } = runChanged(() => ({}), ...flags);
  expect(code).toBe(1);
  expect(err).toMatch(
    /heal found no answer at .* s: \w+ in ring \d+ of layer 0 did not settle at a step of .* s; nothing was written/,
  );
  expect(err).not.toContain('internal error');
  expect(names).toEqual(untouched);
});
