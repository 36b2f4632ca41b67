import { deviceSheet } from '@percuta/evidence';
import { expect, test } from 'vitest';
import { checkSettings } from '../../puncture/device.ts';
import { penSheet, rollerSheet, sheetOf, stampSheet } from '../../testing/sheet.ts';
import { passOptions, strokeSettings } from './decision-space.ts';

const distinct = (values: readonly unknown[]) => [...new Set(values)];

test('a pen: every depth by every frequency by three hand speeds', () => {
  const settings = strokeSettings(penSheet({ frequency: { min: '100 Hz', max: '150 Hz' } }));
  expect(settings.length).toBe(10 * 2 * 3);
  expect(distinct(settings.map(({ frequency }) => frequency))).toEqual([100, 150]);
  expect(distinct(settings.map(({ handSpeed }) => handSpeed))).toEqual([0.01, 0.02, 0.04]);
  expect(settings.every(({ passes }) => passes === 1)).toBe(true);
});

test('a roller has one pace, a stamp none, neither a motor', () => {
  expect(strokeSettings(rollerSheet())).toHaveLength(3);
  expect(strokeSettings(stampSheet()).map(({ handSpeed, frequency }) => [handSpeed, frequency])).toEqual([
    [undefined, undefined],
    [undefined, undefined],
  ]);
});

test('depths come shallow to deep', () => {
  const depths = strokeSettings(deviceSheet('skinpen_precision')).map(({ depth }) => depth);
  expect(depths).toEqual([...depths].sort((a, b) => a - b));
});

test.each(['skinpen_precision', 'exceed', 'dermapen4', 'rejuvapen_nxt', 'dermaroller_mf8'] as const)(
  '%s: nothing is offered that the device does not have',
  (id) => {
    const sheet = deviceSheet(id);
    expect(() => strokeSettings(sheet).forEach((settings) => checkSettings(sheet, settings))).not.toThrow();
  },
);

test('a patch stays where it is pressed', () => {
  expect(passOptions(sheetOf({ id: 'patch', name: 'Patch', class: 'patch' }))).toEqual([1]);
  // One step beyond what trials report, so that the limit shows.
  expect(Math.max(...passOptions(penSheet()))).toBe(12);
});
