import { deviceSheets } from '@percuta/evidence';
import { expect, test } from 'vitest';
import { penSheet } from '../../../testing/sheet.ts';
import { rfSettings, rfSheet } from '../../../testing/rf.ts';
import { energyScaleGaps } from '../rf-array.ts';
import { energyOf } from './shot.ts';

test('no energy scale of the catalogue is loaded', () => {
  const rf = deviceSheets().filter((sheet) => sheet.class === 'rf');
  expect(rf.length).toBeGreaterThan(5);
  for (const sheet of rf) expect(energyScaleGaps(sheet)).not.toEqual([]);
});

test('a complete sheet has no gaps, and each missing field is named', () => {
  expect(energyScaleGaps(rfSheet())).toEqual([]);
  expect(energyScaleGaps(rfSheet({ bare_tip: undefined, power_max: undefined }))).toEqual([
    'rf.bare_tip',
    'rf.power_max',
  ]);
  expect(energyScaleGaps(rfSheet({ exposure: 'shaft', bare_tip: undefined }))).toEqual([]);
});

test('settings without radio frequency ask for no energy, whatever the device', () => {
  const { rf: _, ...needles } = rfSettings();
  expect(energyOf(penSheet(), needles)).toBeUndefined();
  expect(energyOf(rfSheet({ output: undefined }), needles)).toBeUndefined();
});

test('a mark on the dial stands for its energy', () => {
  const shot = energyOf(rfSheet(), rfSettings({ energy_per_needle: undefined, level: 'low' }))?.shot;
  expect(shot).toMatchObject({ kind: 'energy_per_needle', value: 0.02 });
});

test.each([
  ['a pen', penSheet(), {}, 'gives no radio frequency'],
  ['an unknown energy scale', rfSheet({ output: undefined }), {}, 'gives no rf.output'],
  ['too much', rfSheet(), { energy_per_needle: 0.3 }, 'no energy per needle of 300 mJ'],
  ['between the steps', rfSheet(), { energy_per_needle: 0.042 }, 'no energy per needle of 42 mJ'],
  ['another pulse', rfSheet(), { pulse: 0.07 }, 'no pulse of 70 ms'],
  ['more pulses', rfSheet(), { pulses: 3, pause: 0.05 }, 'no 3 pulses'],
  ['another pause', rfSheet(), { pulses: 2, pause: 1 }, 'no pause of 1000 ms'],
  ['power on an energy dial', rfSheet(), { energy_per_needle: undefined, power: 5 }, 'is not set by power'],
  ['an unknown mark', rfSheet(), { energy_per_needle: undefined, level: '9' }, 'no level "9"'],
  ['more power than there is', rfSheet({ power_max: '1 W' }), {}, 'would need 1.6 W'],
  ['needles that do not add up', rfSheet({}, { needle_count: 5 }), {}, '2 rows of 2 needles are not 5'],
  ['needles that touch', rfSheet({}, { pitch: '0.3 mm' }), {}, 'needles touch'],
  [
    'odd pairs',
    rfSheet({ pattern: 'pairs', array_columns: 3 }, { needle_count: 6 }),
    {},
    'pairs in rows of 3',
  ],
  ['one pole', rfSheet({ array_rows: 1 }, { needle_count: 2 }), {}, 'a single pole'],
])('refused: %s', (_, sheet, rf, message) => {
  expect(() => energyOf(sheet, rfSettings(rf))).toThrow(message);
});
