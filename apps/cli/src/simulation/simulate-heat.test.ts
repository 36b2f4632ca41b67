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

test('heat alone tells the array and each needle, says it is hypothetical, and writes every kind of file', () => {
  inFolder((folder) => {
    const { code, out } = runCli('simulate', protocol, '--stage', 'heat', '--out', folder);
    expect(code).toBe(0);
    expect(out).toContain('HYPOTHETICAL');
    expect(out).toMatch(/energy delivered per needle, mean +40 mJ/);
    expect(out).toMatch(/4-4 +minus/);
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
    expect(central.array.coagulation_to_fat).toMatch(/ mm$/);
    expect(readFileSync(join(folder, 'cheeks-heat-needles.csv'), 'utf8').split('\n')).toHaveLength(18);
    expect(readFileSync(join(folder, 'cheeks-heat-section.svg'), 'utf8')).toContain('(hypothetical)');
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
