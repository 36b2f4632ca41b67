import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { sheetFiles } from '../../data/devices/sheet-files.ts';
import { isUnverified } from '../provenance/read.ts';
import { deviceIds, type DeviceId } from './device-ids.ts';
import { readDeviceSheet } from './device-sheet.ts';
import { deviceSheet, deviceSheets, isDeviceId } from './device-sheets.ts';
import { fieldsOf } from './fields-of.ts';

const folder = new URL('../../data/devices/', import.meta.url);

test('ids, files and their content agree', () => {
  const ids = [...deviceIds].sort();
  const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
  expect(files.sort()).toEqual(ids.map((id) => `${id}.json`));
  expect(sheetFiles.map(({ id }) => id).sort()).toEqual(ids);
  expect(deviceSheets().map(({ id }) => id)).toEqual(deviceIds);
  expect(deviceIds.length).toBe(31);
});

test('SkinPen: 14 needles, dial to 2.5 mm in 11 steps, evaluated to 1.5 mm', () => {
  const { needle_count, depth, depth_evaluated_max, frequency } = deviceSheet('skinpen_precision');
  expect(needle_count?.value).toBe(14);
  expect(depth?.value).toEqual({ min: 0, max: 0.0025, step: 0.00025 });
  expect(depth_evaluated_max?.value).toBe(0.0015);
  expect(frequency?.value).toEqual({ fixed: expect.closeTo(116.667, 3) });
});

test('recalled values stay marked', () => {
  expect(deviceSheet('skinpen_precision').stroke).toMatchObject({
    value: 0.0025,
    read: 'recalled (unverified)',
    sources: [],
  });
  const recalled = fieldsOf(deviceSheet('morpheus8')).filter(({ read }) => isUnverified(read));
  expect(recalled.length).toBe(fieldsOf(deviceSheet('morpheus8')).length);
});

test('labels: uses, phototypes and age', () => {
  const { label } = deviceSheet('exceed');
  expect(label?.indications?.value).toMatchObject([
    { id: 'fine-lines-and-wrinkles', phototypes: ['I', 'II', 'III'] },
    { id: 'atrophic-acne-scars', phototypes: ['I', 'II', 'III', 'IV'] },
  ]);
  expect(label?.min_age?.printed).toBe('22 years');
  expect(deviceSheet('exceed').dial_tolerance?.value).toBeCloseTo(0.15e-3, 15);
  expect(deviceSheet('exceed').depth_effective?.value.max).toBe(0.0015);
});

test('what is not documented is not there', () => {
  expect(deviceSheet('drpen').depth_evaluated_max).toBeUndefined();
  expect(deviceSheet('dermapen_md').depth).toBeUndefined();
  expect(deviceSheet('micropen').label).toBeUndefined();
});

test.each(deviceSheets().map((sheet) => [sheet.id, fieldsOf(sheet)] as const))(
  'every entry of %s says where it is from',
  (_, entries) => {
    expect(entries.length).toBeGreaterThan(0);
    const bare = entries.filter(({ read }) => read === 'user sheet');
    const unsourced = entries.filter(({ sources }) => sources.length === 0);
    const unverified = entries.filter(({ read }) => isUnverified(read));
    expect(bare).toEqual([]);
    expect(unsourced).toEqual(unverified);
  },
);

const printed = (id: DeviceId, path: string) =>
  fieldsOf(deviceSheet(id)).find((entry) => entry.path === path)?.printed;

test('printing covers choices, ranges and lists', () => {
  expect(printed('skinpen_precision', 'depth')).toBe('0 mm to 2.5 mm, step 0.25 mm');
  expect(printed('rejuvapen_nxt', 'depth')).toBe('up to 2.5 mm');
  expect(printed('potenza', 'rf.frequency')).toBe('1 MHz, 2 MHz');
  expect(printed('stamp_generic', 'needle_count_options')).toBe('35, 40, 80, 140');
});

const own = { id: 'my_pen', name: 'My pen', class: 'pen' };

test('the sheet of a user may hold bare values', () => {
  const sheet = readDeviceSheet({
    ...own,
    needle_count: 12,
    depth: { settings: ['0.5 mm', '1 mm'] },
    stroke: { value: '2 mm', read: 'label or registry', note: 'manual, page 4' },
  });
  expect(sheet.needle_count).toEqual({ value: 12, printed: '12', read: 'user sheet', sources: [] });
  expect(sheet.depth?.value).toEqual({ settings: [0.0005, 0.001] });
  expect(sheet.stroke).toMatchObject({ value: 0.002, read: 'label or registry', note: 'manual, page 4' });
});

test.each([
  ['an unknown key', { ...own, needle_cuont: 12 }, /needle_cuont/],
  ['a wrong dimension', { ...own, stroke: '40 ms' }, /is a time, expected a length/],
  ['a number without unit', { ...own, stroke: 2 }, /expected a length as text/],
  ['half a needle', { ...own, needle_count: 11.5 }, /expected int/],
  ['a range upside down', { ...own, depth: { min: '2 mm', max: '1 mm' } }, /min must be below max/],
  ['a range of times', { ...own, depth: { min: '2 s', max: '3 s' } }, /expected \{ fixed \}/],
  ['an unknown class', { ...own, class: 'laser' }, /"roller"/],
  ['a key beside the value', { ...own, stroke: { value: '2 mm', unit: 'mm' } }, /unit/],
  ['an unknown reference', { ...own, stroke: { value: '2 mm', sources: ['nobody1999'] } }, /nobody1999/],
])('%s is refused', (_, sheet, complaint) => {
  expect(() => readDeviceSheet(sheet)).toThrow(complaint);
});

test('a device id is recognised', () => {
  expect(isDeviceId('exceed')).toBe(true);
  expect(isDeviceId('laser')).toBe(false);
});
