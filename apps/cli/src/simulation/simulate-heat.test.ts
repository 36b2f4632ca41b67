import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runCli } from '../run-cli.testing.ts';

const inFolder = (check: (folder: string) => void): void => {
  const folder = mkdtempSync(join(tmpdir(), 'percuta-'));
  try {
    check(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
};

const protocol = 'examples/cheek-rf/protocol.json';
const stopped = 'examples/cheek-rf/protocol-stops.json';

test('heat alone tells the array and each needle, says it is hypothetical, and writes every kind of file', () => {
  inFolder((folder) => {
    const { code, out } = runCli('simulate', protocol, '--stage', 'heat', '--out', folder);
    expect(code).toBe(0);
    expect(out).toContain('HYPOTHETICAL');
    expect(out).toMatch(/energy delivered per needle, mean +40 mJ/);
    expect(out).toMatch(/4-4 +minus +[\d.]+ mA +\d+ ohm, \d+ ohm, \d+ ohm +[\d.]+ mJ/);
    expect(out).toMatch(
      /cell death +width +depth +volume +to epidermis +to fat +merges with\n1-1 +[\d.]+ mm/,
    );
    expect(readdirSync(folder).sort()).toEqual([
      'cheeks-heat-course.csv',
      'cheeks-heat-course.svg',
      'cheeks-heat-currents.svg',
      'cheeks-heat-needles.csv',
      'cheeks-heat-section.svg',
      'cheeks-heat.json',
      'cheeks-heat.vtr',
    ]);
    const { central, device } = JSON.parse(readFileSync(join(folder, 'cheeks-heat.json'), 'utf8'));
    expect(device.hypothetical).toBe(true);
    expect(central.needles).toHaveLength(16);
    expect(central.needles[4]).toMatchObject({
      resistance_at_start: expect.stringMatching(/ ohm$/),
      vapour_after_last_pulse: expect.stringMatching(/ %$/),
      cells: { to_epidermis: expect.stringMatching(/ mm$/), neighbours_that_merge: 0 },
    });
    expect(central.array.coagulation_to_fat).toMatch(/ mm$/);
    expect(readFileSync(join(folder, 'cheeks-heat-needles.csv'), 'utf8').split('\n')).toHaveLength(18);
    expect(readFileSync(join(folder, 'cheeks-heat-section.svg'), 'utf8')).toContain('(hypothetical)');
  });
}, 60_000);

test('a shot that goes on at shallower depths is told depth by depth', () => {
  inFolder((folder) => {
    const { code, out } = runCli('simulate', stopped, '--stage', 'heat', '--out', folder);
    expect(code).toBe(0);
    expect(out).toMatch(/A shot at 3 depths: 30 mJ per needle .+; then 20 mJ per needle .+ deep\./);
    expect(out).toMatch(/energy delivered per needle, mean +80 mJ/);
    expect(out).toMatch(/mm +250 ms +350 ms +30 mJ +\d+ ohm, \d+ ohm +[\d.]+ °C/);
    const { central } = JSON.parse(readFileSync(join(folder, 'cheeks-heat.json'), 'utf8'));
    expect(central.depths.map((depth: Record<string, string>) => depth['energy_per_needle'])).toEqual([
      expect.stringMatching(/^30(\.00)? mJ$/),
      expect.stringMatching(/^30(\.00)? mJ$/),
      expect.stringMatching(/^20(\.00)? mJ$/),
    ]);
    const section = readFileSync(join(folder, 'cheeks-heat-section.svg'), 'utf8');
    expect(section).toContain('after the last pulse of each depth');
    expect(section).toContain('stroke-dasharray');
  });
}, 60_000);

test('stops that are not in the order of drawing back are refused before anything is solved', () => {
  const rising = ['--set', 'device.rf.stops[1].depth="1.4 mm"'];
  const { code, err } = runCli('simulate', stopped, '--stage', 'heat', ...rising);
  expect(code).not.toBe(0);
  expect(err).toContain('rf.stops[1].depth of 1.4 mm is no shallower than the 1.3 mm before it');
});

test('the whole chain writes what the heat stage alone writes, and its page shows it', () => {
  inFolder((folder) => {
    const coarse = ['--draws', '64', '--parameter', 'heal.n_layers=1', '--parameter', 'heal.N_r=8'];
    expect(runCli('simulate', protocol, '--out', folder, ...coarse).code).toBe(0);
    expect(readdirSync(folder)).toEqual(
      expect.arrayContaining(
        ['-course.csv', '-course.svg', '-currents.svg', '-needles.csv', '-section.svg', '.vtr'].map(
          (end) => `cheeks-heat${end}`,
        ),
      ),
    );
    const page = readFileSync(join(folder, 'simulation.html'), 'utf8');
    expect(page).toContain('Current of each needle of Reference RF array 4x4 (hypothetical)');
  });
}, 60_000);

test('a heat problem is solved as it is', () => {
  inFolder((folder) => {
    const { code, out } = runCli('simulate', 'examples/lab/needle-pair.json', '--out', folder);
    expect(code).toBe(0);
    expect(out).toMatch(/plus to minus +\d+(\.\d+)? ohm/);
    expect(out).toMatch(/skin burn +1\.1 s/);
    expect(readdirSync(folder).sort()).toEqual([
      'course.csv',
      'courses.svg',
      'currents.svg',
      'fields-0.1s.vtr',
      'fields-1.1s.vtr',
      'heat.json',
      'section.svg',
    ]);
    const written = JSON.stringify(JSON.parse(readFileSync(join(folder, 'heat.json'), 'utf8')));
    expect(written).not.toContain('figure ');
  });
}, 60_000);

test('settings that the device does not have are refused before anything is solved', () => {
  const { code, err } = runCli('simulate', protocol, '--set', 'device.rf.energy_per_needle="42 mJ"');
  expect(code).not.toBe(0);
  expect(err).toContain('steps of 5 mJ');
});
