import { describe, expect, test } from 'vitest';
import { kineticsRecords } from './kinetics-records.ts';
import { spectra } from './spectra.ts';
import { thermalTissues } from './tissues.ts';

const ids = (records: readonly { readonly id: string }[]): string[] => records.map(({ id }) => id);

describe('records of heat', () => {
  test.each([
    ['kinetics', ids(kineticsRecords()), 14],
    ['spectra', ids(spectra()), 9],
    ['tissues', ids(thermalTissues()), 8],
  ])('%s have unique ids', (_, found, count) => {
    expect(found).toHaveLength(count);
    expect(new Set(found).size).toBe(count);
  });

  test('every branch of kinetics states one activation, and all but the last say how far they reach', () => {
    for (const { branches } of kineticsRecords()) {
      for (const [i, branch] of branches.entries()) {
        const stated = [branch.activation_energy, branch.activation_temperature].filter(Boolean);
        expect(stated).toHaveLength(1);
        expect(branch.below === undefined).toBe(i === branches.length - 1);
      }
    }
  });

  test('quantities are SI', () => {
    expect(kineticsRecords().find(({ id }) => id === 'conductivity-rise')?.branches[0]).toMatchObject({
      frequency_factor: 1.95e36,
      activation_energy: 60.1 * 4184,
    });
    expect(spectra().find(({ id }) => id === 'skin-wet')?.dispersions[1]?.time).toBe(79.577e-9);
  });

  test('recalled kinetics stay marked', () => {
    const recalled = kineticsRecords().filter(({ read }) => read === 'recalled (unverified)');
    expect(ids(recalled)).toEqual([
      'collagen-birefringence-rat-skin',
      'collagen-rat-tail-tendon',
      'collagen-rabbit-patellar',
      'cho-cell-death',
    ]);
  });
});
