import { centralValues, readDeviceSheet, type DeviceSheet } from '@percuta/evidence';
import type { RfSettings } from '../case/rf-settings.ts';
import type { Settings } from '../case/protocol.ts';
import type { ArrayInput } from '../heat/array/array-problem.ts';
import { energyOf } from '../heat/array/shot/shot.ts';
import { heatParameters } from '../heat/parameters.ts';

/** An array of two by two needles that is fully specified, with changes to its electric side. */
export const rfSheet = (
  rf: Readonly<Record<string, unknown>> = {},
  changes: Readonly<Record<string, unknown>> = {},
): DeviceSheet =>
  readDeviceSheet({
    id: 'test-rf',
    name: 'Test RF',
    class: 'rf',
    hypothetical: true,
    needle_count: 4,
    needle_diameter: '0.3 mm',
    cone_length: '0.3 mm',
    pitch: '1.2 mm',
    depth: { min: '0.5 mm', max: '3 mm', step: '0.1 mm' },
    depth_evaluated_max: '3 mm',
    ...changes,
    rf: {
      array_rows: 2,
      array_columns: 2,
      pattern: 'rows',
      exposure: 'tip',
      bare_tip: '0.5 mm',
      frequency: { fixed: '1 MHz' },
      output: { energy_per_needle: { min: '5 mJ', max: '200 mJ', step: '5 mJ' } },
      levels: [{ mark: 'low', means: '20 mJ' }],
      power_max: '50 W',
      voltage_max: '150 V',
      pulse_duration: { settings: ['50 ms', '100 ms'] },
      pulses_max: 2,
      pause: { min: '20 ms', max: '100 ms' },
      ...rf,
    },
  });

export const rfSettings = (rf: Partial<RfSettings> = {}): Settings => ({
  depth: 1e-3,
  passes: 1,
  handSpeed: undefined,
  frequency: undefined,
  rf: { energy_per_needle: 0.04, pulse: 0.1, pulses: 1, ...rf },
});

/** A shot of the test array into a cheek. */
export const rfInput = (
  sheet: DeviceSheet = rfSheet(),
  settings: Settings = rfSettings(),
  changes: Partial<ArrayInput> = {},
): ArrayInput => {
  const energy = energyOf(sheet, settings);
  if (energy === undefined) throw new Error('expected settings with energy');
  return {
    energy,
    skin: { stratumCorneum: 15e-6, epidermis: 80e-6, dermis: 1.3e-3 },
    depth: 1e-3,
    values: centralValues(heatParameters),
    ...changes,
  };
};

/** Coarse: for what must hold on any mesh. */
export const coarseMesh = { cellsPerRadius: 2, growth: 1.6 };
