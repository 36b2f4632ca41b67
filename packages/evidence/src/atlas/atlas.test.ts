import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { reads } from '../provenance/read.ts';
import { siteFiles } from '../../data/atlas/site-files.ts';
import { materialMeasurements } from './material.ts';
import { measurementSchema } from './measurement.ts';
import { skinModifiers } from './modifiers.ts';
import { siteIds, type SiteId } from './site-ids.ts';
import { siteSchema } from './site-schema.ts';
import { isSiteId, site, sites } from './sites.ts';

const folder = new URL('../../data/atlas/sites/', import.meta.url);

test('ids, files and their content agree', () => {
  const ids = [...siteIds].sort();
  expect(readdirSync(folder).sort()).toEqual(ids.map((id) => `${id}.json`));
  expect(siteFiles.map(({ id }) => id).sort()).toEqual(ids);
  expect(sites().map(({ id }) => id)).toEqual(siteIds);
});

test('nothing was lost: 26 sites, 115 measurements, 40 hazards', () => {
  expect(sites().length).toBe(26);
  expect(sites().flatMap(({ measured }) => measured).length).toBe(115);
  expect(sites().flatMap(({ hazards }) => hazards).length).toBe(40);
});

test('the dermis of the forehead in women is 0.86 mm, sd 0.16 mm', () => {
  const found = site('forehead').measured.find(
    ({ quantity, subgroup }) => quantity === 'dermis thickness' && subgroup === 'women',
  );
  expect(found).toMatchObject({ unit: 'm', read: 'full text', source: { key: 'meng2022' } });
  expect(found?.mean).toBeCloseTo(0.86e-3, 15);
  expect(found?.sd).toBeCloseTo(0.16e-3, 15);
});

test('planning default of the cheek', () => {
  const { planning, region } = site('cheek');
  expect(region).toBe('face');
  expect(planning.read).toBe('estimate');
  expect(planning.dermis.value).toBeCloseTo(1.2e-3, 15);
  expect(planning.dermis.low).toBeCloseTo(0.85e-3, 15);
  expect(planning.dermis.high).toBeCloseTo(2.1e-3, 15);
  expect(planning.epidermis).toBeCloseTo(70e-6, 15);
});

test.each(sites().map((site) => [site.id, site.planning] as const))(
  'the planning default of %s is ordered',
  (_, { stratum_corneum, epidermis, dermis, fat }) => {
    expect(stratum_corneum).toBeLessThan(epidermis);
    expect(dermis.low).toBeLessThan(dermis.value);
    expect(dermis.value).toBeLessThan(dermis.high);
    expect(fat.min <= fat.value && fat.value <= fat.max).toBe(true);
  },
);

const measured = (id: SiteId, name: string) => site(id).measured.find(({ quantity }) => quantity === name);

test('moduli are pascals, units outside the quantity table stay as printed', () => {
  expect(measured('abdomen', 'elastic modulus')).toMatchObject({ mean: 9500, unit: 'Pa' });
  expect(measured('back', 'tensile modulus, parallel to Langer lines')).toMatchObject({
    mean: 160.8e6,
    unit: 'Pa',
  });
  expect(measured('forearm', 'transepidermal water loss')).toMatchObject({
    mean: 9.69,
    sd: 2.94,
    unit: 'g/m2/h',
  });
});

test('only the lower eyelid lies inside the orbital rim, and that is marked as recalled', () => {
  const inside = sites().filter(({ inside_orbital_rim }) => inside_orbital_rim);
  expect(inside.map(({ id }) => id)).toEqual(['lower_eyelid']);
  expect(site('lower_eyelid').inside_orbital_rim_read).toBe('recalled (unverified)');
});

const hazard = (id: SiteId, name: RegExp) => site(id).hazards.find(({ structure }) => name.test(structure));

test('an unknown hazard depth stays unknown, a recalled one recalled', () => {
  expect(hazard('forehead', /^supraorbital/)?.depth).toBe('unknown');
  expect(hazard('forehead', /^supraorbital/)?.depth_read).toBeUndefined();
  expect(hazard('temple', /^superficial temporal/)?.depth_read).toBe('recalled (unverified)');
});

test.each(sites().flatMap(({ id, hazards }) => hazards.map((hazard) => [id, hazard] as const)))(
  'a hazard depth of %s says how it is known',
  (_, { depth, depth_read, position_read }) => {
    expect(depth_read === undefined).toBe(depth === 'unknown');
    expect(reads).toContain(position_read);
  },
);

test('a site file with an unknown key or reference is refused', () => {
  const [file] = siteFiles;
  expect(siteSchema.safeParse({ ...file, colour: 'pink' }).success).toBe(false);
  const trend = { quantity: 'x', value: 1, unit: 'y', source: 'nobody1999', read: 'abstract' };
  expect(siteSchema.safeParse({ ...file, trends: [trend] }).success).toBe(false);
});

test('a measurement without numbers, or of mixed dimensions, is refused', () => {
  const record = { quantity: 'q', method: 'm', source: 'meng2022', read: 'abstract' };
  expect(measurementSchema.safeParse(record).success).toBe(false);
  expect(measurementSchema.safeParse({ ...record, mean: '1 mm', sd: '1 Pa' }).success).toBe(false);
  expect(measurementSchema.safeParse({ ...record, mean: '1 mm', sd: '10 um' }).success).toBe(true);
});

test('age, sex and their disagreements', () => {
  const { age, sex, within_site, recommended_formula } = skinModifiers();
  const dermis = age.find(({ layer }) => layer === 'dermis');
  expect(dermis?.change_per_decade).toEqual({ men: -0.06, women: -0.06 });
  expect(dermis).toMatchObject({ conflict: true, conflicts_with: ['crisan2012', 'meng2022'] });
  expect(age.filter(({ conflict }) => conflict).length).toBe(3);
  expect(sex.find(({ layer }) => layer === 'dermis')?.ratios).toMatchObject({ forehead: 1.36, neck: 0.99 });
  expect([within_site.min, within_site.max]).toEqual([0.5, 0.74]);
  expect(recommended_formula.read).toBe('estimate');
});

test('properties of skin in general', () => {
  const modulus = materialMeasurements().find(({ source }) => source.key === 'geerligs2011');
  expect(modulus).toMatchObject({ min: 1e6, max: 2e6, unit: 'Pa' });
});

test('a site id is recognised', () => {
  expect(isSiteId('cheek')).toBe(true);
  expect(isSiteId('elbow')).toBe(false);
});
