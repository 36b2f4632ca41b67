import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  defaultRun,
  readDocument,
  readProtocol,
  simulate,
  writeSimulation,
  type ArrayHeating,
  type Simulation,
} from '@percuta/engine';
import { deviceSheetSchema } from '@percuta/evidence';

const read = (file: string): unknown => JSON.parse(readFileSync(new URL(file, import.meta.url), 'utf8'));

describe('an array on a cheek', () => {
  let simulation: Simulation;
  let heating: ArrayHeating;
  beforeAll(() => {
    const document = { ...Object(read('protocol.json')), case: read('case.json') };
    const sheet = readDocument(deviceSheetSchema, read('device.json'));
    simulation = simulate(readProtocol(document), sheet, { ...defaultRun, draws: 64, heals: false });
    const found = simulation.zones[0]?.heating;
    if (found?.kind !== 'heated') throw new Error('expected heat');
    heating = found;
  }, 60_000);

  test('needles of the inner rows take far more than those at the rim', () => {
    const energies = heating.needles.map(({ energy }) => energy * 1000);
    expect(Math.max(...energies)).toBeGreaterThan(47);
    expect(Math.min(...energies)).toBeLessThan(32);
    // Power is held to the production tolerance of potentials, 1e-4.
    expect(Math.abs(energies.reduce((sum, energy) => sum + energy, 0) - 640)).toBeLessThan(0.064);
  });

  test('collagen coagulates around the inner needles only, and cells die far beyond', () => {
    const { collagen, cells } = heating.zones;
    expect(collagen.width).toBeGreaterThan(0.3e-3);
    expect(cells.volume).toBeGreaterThan(4 * collagen.volume);
    expect(heating.needles.filter(({ zones }) => zones.collagen !== undefined)).toHaveLength(8);
    expect(cells.merged).toBe(0);
  });

  test('every output says that the array is hypothetical', () => {
    expect(writeSimulation(simulation).device).toMatchObject({ hypothetical: true });
  });
});
