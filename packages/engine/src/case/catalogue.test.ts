import { deviceIds, deviceSheet, site, siteIds } from '@percuta/evidence';
import { expect, test } from 'vitest';
import { caseWith } from '../testing/case.ts';
import { problemsOf } from '../testing/problems.ts';
import { catalogueSheet, catalogueSheets, catalogueSite } from './catalogue.ts';

test('every id of the catalogue gives its own sheet, every id of the atlas its own site', () => {
  for (const id of deviceIds) expect(catalogueSheet(id, 'device.id')).toBe(deviceSheet(id));
  for (const id of siteIds) expect(catalogueSite(id, 'site')).toBe(site(id));
});

test.each([
  ['skinpen_precison', 'skinpen_precision'],
  ['dermapen5', 'dermapen4'],
  ['Exceed', 'exceed'],
  ['intensiv', 'intensif'],
])('no device %s: %s is offered', (given, nearest) => {
  expect(problemsOf(() => catalogueSheet(given, 'device.id'))).toEqual([
    {
      path: 'device.id',
      given,
      problem: 'is not a device of the catalogue',
      allowed: 'an id that `percuta devices` lists',
      remedy: `did you mean "${nearest}"?`,
    },
  ]);
});

test.each([
  ['cheak', 'cheek'],
  ['fore-head', 'forehead'],
  ['abdomne', 'abdomen'],
])('no site %s: %s is offered', (given, nearest) => {
  expect(problemsOf(() => catalogueSite(given, 'site.id'))).toMatchObject([
    { path: 'site.id', given, problem: 'is not a site of the atlas', remedy: `did you mean "${nearest}"?` },
  ]);
});

test('names that every object has are no ids', () => {
  for (const given of ['toString', '__proto__', '']) {
    expect(problemsOf(() => catalogueSheet(given, 'id'))).toHaveLength(1);
    expect(problemsOf(() => catalogueSite(given, 'id'))).toHaveLength(1);
  }
});

test('the devices of a case keep their order; an unknown one is named by its place', () => {
  const two = caseWith('devices[0]=exceed', 'devices[1]=dermapen4');
  expect(catalogueSheets(two).map(({ id }) => id)).toEqual(['exceed', 'dermapen4']);
  const unknown = caseWith('devices[1]=dermapen');
  expect(problemsOf(() => catalogueSheets(unknown))).toMatchObject([
    { path: 'devices[1]', given: 'dermapen' },
  ]);
});
