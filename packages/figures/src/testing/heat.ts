import { energyOf, heatSkin, heatValues } from '@percuta/engine';
import { readDeviceSheet } from '@percuta/evidence';
import type { HeatFigureInput } from '../heat/heat-input.ts';

const sheet = readDeviceSheet({
  id: 'test-rf',
  name: 'Test RF',
  class: 'rf',
  hypothetical: true,
  needle_count: 4,
  needle_diameter: '0.4 mm',
  cone_length: '0.4 mm',
  pitch: '1.2 mm',
  rf: {
    array_rows: 2,
    array_columns: 2,
    pattern: 'rows',
    exposure: 'tip',
    bare_tip: '0.5 mm',
    frequency: { fixed: '1 MHz' },
    output: { energy_per_needle: { min: '5 mJ', max: '200 mJ' } },
    power_max: '50 W',
    voltage_max: '150 V',
    pulse_duration: { fixed: '100 ms' },
  },
});

/** Four needles that coagulate, solved once for all tests of a file. */
export const heatMadeUp = (): HeatFigureInput => {
  const energy = energyOf(sheet, {
    depth: 1e-3,
    passes: 1,
    handSpeed: undefined,
    frequency: undefined,
    rf: { energy_per_needle: 0.09, pulse: 0.1, pulses: 1 },
  });
  const heating = heatSkin({
    energy,
    skin: { stratumCorneum: 15e-6, epidermis: 80e-6, dermis: 1.2e-3 },
    depth: 1e-3,
    values: heatValues({}),
  });
  if (heating.kind !== 'heated') throw new Error('expected heat');
  return { heating, device: 'Test RF (hypothetical)' };
};
