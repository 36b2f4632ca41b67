import { expect, test } from 'vitest';
import { experimentOf } from './experiment.ts';
import type { Conditions, MeasurementRow } from './measurement-file.ts';

const rowWith = (conditions: Conditions, words: Partial<MeasurementRow> = {}): MeasurementRow => ({
  id: 'R',
  conditions,
  measured: [{ quantity: 'insertion depth' }],
  ...words,
});

test('what the conditions say is on the sheet and in the settings', () => {
  const { sheet, settings, site, skinThickness, assumed } = experimentOf(
    rowWith({
      device_class: 'roller',
      site: 'abdomen',
      needle_height: '770 um',
      needles: 192,
      tip_radius: { value: 4, unit: 'um' },
      hand_speed: '30 mm/s',
      passes: 5,
      skin_thickness: '1.4 mm',
    }),
    {},
  );
  expect(sheet).toMatchObject({
    class: 'roller',
    needle_count: { value: 192 },
    needle_length: { value: 770e-6 },
    tip_diameter: { value: 8e-6 },
  });
  expect(settings).toEqual({ depth: 770e-6, passes: 5, handSpeed: 0.03, frequency: undefined });
  expect([site, skinThickness, assumed]).toEqual(['abdomen', 1.4e-3, []]);
});

test.each([
  ['770 um steel needles on a roller', 'roller'],
  ['SkinPen at 1 mm', 'pen'],
  ['stamp pressed by hand', 'stamp'],
  ['single needle', 'single'],
  ['Gantrez cones, array pressed', 'patch'],
])('"%s" is a %s', (settings, deviceClass) => {
  expect(experimentOf(rowWith({}, { settings }), {}).sheet.class).toBe(deviceClass);
  // What the conditions state comes first.
  expect(experimentOf(rowWith({ device_class: 'stamp' }, { settings }), {}).sheet.class).toBe('stamp');
});

test('what a measurement says itself comes before what the row says', () => {
  const row = rowWith({ needle_length: '1 mm', insertion_speed: '1 mm/s' });
  const { settings, insertionSpeed } = experimentOf(row, { needle_length: '2 mm' });
  expect([settings.depth, insertionSpeed]).toEqual([2e-3, 1e-3]);
});

test('of several values the middle stands for the row', () => {
  const lengths = { values: [300, 600, 900], unit: 'um' };
  expect(experimentOf(rowWith({ needle_length: lengths }), {}).settings.depth).toBe(600e-6);
});
