import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { SimulateFlags } from '../../run-options.ts';
import { runCli } from '../../run-cli.testing.ts';
import { simulateProblem } from './simulate-problem.ts';

const example = new URL('../../../../../examples/lab/needle-pair.json', import.meta.url);
const pair = JSON.parse(readFileSync(example, 'utf8'));

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'percuta-problem-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const fileOf = (differs: object): string => {
  const file = join(folder, 'problem.json');
  writeFileSync(file, JSON.stringify({ ...pair, ...differs }));
  return file;
};

const flags: SimulateFlags = { set: [], parameter: [], device: [], seed: 1, draws: 16, ensemble: 0 };

const needle = { shape: 'needle', to: '1.5 mm', radius: '0.125 mm' };
const two = (left: object, right: object) => ({
  electrodes: [
    { ...needle, name: 'left', group: 'plus', x: '-0.5 mm', ...left },
    { ...needle, name: 'right', group: 'minus', x: '0.5 mm', ...right },
  ],
});
const { materials, domain } = pair;
const dermis = (differs: object) => ({
  materials: { ...materials, dermis: { ...materials.dermis, ...differs } },
});
const driven = (control: object, differs: object = {}) => ({
  generator: {
    frequency: '1 MHz',
    channels: [{ from: 'plus', to: 'minus', control, pulses: [{ on: '100 ms' }], ...differs }],
  },
});

test.each<[string, object, RegExp]>([
  ['needles that overlap', two({ x: '0.4 mm' }, {}), /"left": overlap.*"right".*move one/],
  ['a needle outside', two({}, { x: '5 mm' }), /"right": lies outside the domain.*allowed: x from -1\.5 mm/],
  ['a needle that leaves the bottom', two({}, { to: '6 mm' }), /outside the domain.*depth from 0 mm to 4 mm/],
  [
    'a sphere that crosses the surface',
    two(
      {},
      {
        shape: 'sphere',
        centre: { x: '0.5 mm', z: '0.05 mm' },
        radius: '0.2 mm',
        to: undefined,
        x: undefined,
      },
    ),
    /crosses the surface.*move its centre/,
  ],
  [
    'more bare than there is',
    two({ exposed: '2 mm' }, {}),
    /exposed interval of 2 mm is longer than the needle/,
  ],
  ['no return', two({}, { group: 'plus' }), /not the name of a group.*"minus".*allowed: plus/],
  ['a current into itself', driven({ voltage: '50 V' }, { to: 'plus' }), /channels\[0\]/],
  [
    'no heat conduction',
    dermis({ thermal_conductivity: '-0.4 W/m/K' }),
    /dermis\.thermal_conductivity.*more than/,
  ],
  ['no capacity', dermis({ density: '0 kg/m3' }), /dermis\.density.*more than "0 kg\/m3"/],
  [
    'no conduction under a law',
    dermis({ conductivity: { ...materials.dermis.conductivity, value: '0 S/m' } }),
    /dermis\.conductivity\.value.*more than "0 S\/m"/,
  ],
  ['power that no voltage delivers', driven({ power: '500 kW' }), /500000 W would take \d+ V/],
  [
    'a grid beyond memory',
    { domain: { ...domain, grid: { finest: '2 um', growth: 1.02, coarsest: '5 um' } } },
    /would need \d+\.\d GB; allowed: at most 3\.0 GB/,
  ],
])('%s: one clear error, and nothing is written', (_, differs, message) => {
  const out = join(folder, 'out');
  expect(() => simulateProblem(fileOf(differs), { ...flags, out })).toThrow(message);
  expect(existsSync(out)).toBe(false);
});

test.each<[string, Partial<SimulateFlags>, RegExp]>([
  ['draws', { ensemble: 20 }, /^--ensemble: .*nothing that is drawn \(given: 20\)/],
  ['parameters', { parameter: ['heat.sigmaFat=0.04 S/m'] }, /^--parameter: .*states every number itself/],
])('%s, which a heat problem has none of, are refused', (_, given, message) => {
  const out = join(folder, 'out');
  expect(() => simulateProblem(fileOf({}), { ...flags, ...given, out })).toThrow(message);
  expect(existsSync(out)).toBe(false);
});

test('a fault of every needle of a large array is told a dozen times, and then counted', () => {
  const [array] = pair.electrodes;
  const { code, err } = runCli('simulate', fileOf({ electrodes: [{ ...array, columns: 30, rows: 30 }] }));
  expect(code).toBe(2);
  expect(err.trim().split('\n')).toHaveLength(13);
  expect(err).toMatch(/percuta: and \d{3,} more\n$/);
});

test('a document of a third kind is told which two there are', () => {
  const { err } = runCli('simulate', fileOf({ kind: 'percuta heat' }));
  expect(err).toMatch(/^percuta: kind: .*allowed: "percuta protocol", "percuta heat problem"/);
});

/** A steady state that does not exist: conduction rises faster with warmth than heat flows off. */
const runaway = {
  ...two({ metal: 'perfect' }, { metal: 'perfect' }),
  ...driven({ voltage: '500 V' }),
  domain: {
    ...domain,
    sides: { top: { thermal: { fixed: '37 °C' } } },
    grid: { finest: '0.1 mm', growth: 1.5, coarsest: '0.5 mm' },
  },
  materials: Object.fromEntries(
    Object.entries<{ readonly conductivity: object }>(materials).map(([name, material]) => [
      name,
      { ...material, conductivity: { ...material.conductivity, cap: undefined } },
    ]),
  ),
  end: 'steady',
  outputs: { probes: [{ name: 'between', at: { x: '0 mm', z: '1 mm' } }] },
};

test('what does not converge tells its residuals, and writes nothing', () => {
  const out = join(folder, 'out');
  const { code, err } = runCli('simulate', fileOf(runaway), '--out', out);
  expect(code).toBe(1);
  expect(err).toMatch(
    /^percuta: steady heat: not converged, nothing was written; residuals of \d+ rounds: \d/,
  );
  expect(err.trim().split('\n')).toHaveLength(1);
  expect(existsSync(out)).toBe(false);
});

test('cancelled in the middle, nothing is written', async () => {
  const out = join(folder, 'out');
  const main = fileURLToPath(new URL('../../main.ts', import.meta.url));
  const slow = { ...pair, domain: { ...domain, grid: { finest: '8 um', growth: 1.1, coarsest: '50 um' } } };
  const child = spawn(process.execPath, [main, 'simulate', fileOf(slow), '--out', out], { stdio: 'ignore' });
  const left = new Promise((resolve) => child.once('exit', (code, signal) => resolve(signal ?? code)));
  setTimeout(() => child.kill('SIGINT'), 2000);
  expect(['SIGINT', 130]).toContain(await left);
  expect(existsSync(out)).toBe(false);
  expect(readdirSync(folder)).toEqual(['problem.json']);
}, 60_000);
