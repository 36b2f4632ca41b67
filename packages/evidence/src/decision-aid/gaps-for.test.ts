import { expect, test } from 'vitest';
import { studies, study } from '../study/studies.ts';
import type { Study } from '../study/study-schema.ts';
import { allGapsFor, gapsFor, type GapQuery } from './gaps-for.ts';

const year = 31_557_600;
const textsFor = (query: GapQuery, from?: readonly Study[]) => gapsFor(query, from).map(({ text }) => text);

test('no study of stretch marks says that it took in phototype VI', () => {
  expect(textsFor({ indication: 'stretch-marks', phototype: 'VI' })).toContain(
    'No study of stretch marks says that it took in people with skin type VI.',
  );
});

test('acne scars: three studies took in phototype VI or all, so that this is no gap', () => {
  expect(textsFor({ indication: 'atrophic-acne-scars', phototype: 'VI' })).not.toContainEqual(
    expect.stringContaining('skin type'),
  );
});

test('no study of acne scars names the calf; one of stretch marks does, with radio frequency', () => {
  const calf = 'No study of acne scars names the calf or lower leg.';
  expect(textsFor({ indication: 'atrophic-acne-scars', site: 'lower_leg' })).toContain(calf);
  const query = { indication: 'stretch-marks', site: 'lower_leg' } as const;
  expect(gapsFor(query).map(({ about }) => about)).not.toContain('site');
  expect(gapsFor({ ...query, route: 'needling' }).map(({ about }) => about)).toContain('site');
});

test('"the face" says nothing of the cheek apart, and nothing of the eyelid', () => {
  const indication = 'atrophic-acne-scars';
  expect(textsFor({ indication, site: 'cheek' })).toContain(
    'Studies of acne scars treated the face. None says how the cheek did.',
  );
  expect(textsFor({ indication, site: 'lower_eyelid' })).toContain(
    'No study of acne scars names the lower eyelid.',
  );
});

const kindsFor = (query: GapQuery) => gapsFor(query).map(({ about }) => about);

test('an age no study says it took in', () => {
  const indication = 'atrophic-acne-scars';
  expect(kindsFor({ indication, age: 30 * year })).not.toContain('age');
  expect(kindsFor({ indication, age: 64 * year })).not.toContain('age');
  expect(kindsFor({ indication, age: 75 * year })).toContain('age');
});

test('pores with needles alone: no study at all', () => {
  expect(gapsFor({ indication: 'enlarged-pores', route: 'needling' })).toEqual([
    { about: 'indication', text: 'No study looked at needles alone for large pores.', outOf: 0 },
  ]);
});

test('only acne and texture, with radio frequency, were compared with sham or nothing', () => {
  expect(kindsFor({ indication: 'atrophic-acne-scars' })).toContain('comparison');
  expect(kindsFor({ indication: 'comedones-and-acne' })).not.toContain('comparison');
  expect(kindsFor({ indication: 'texture-and-tone' })).not.toContain('comparison');
});

test('a study closes a gap, and taking it out opens it', () => {
  const query = { indication: 'stretch-marks', site: 'buttock' } as const;
  const isOpen = (from: readonly Study[]) => gapsFor(query, from).some(({ about }) => about === 'site');
  expect(isOpen(studies())).toBe(false);
  expect(isOpen(studies().filter(({ id }) => id !== 'thai-striae'))).toBe(true);
  const heldOut = studies().map((one) =>
    one.id === 'thai-striae' ? { ...one, split: 'held-out' as const } : one,
  );
  expect(isOpen(heldOut)).toBe(true);
});

test('all gaps of an indication are fewer with more studies', () => {
  const few = allGapsFor('stretch-marks', [study('naspolini2019')]).length;
  expect(allGapsFor('stretch-marks').length).toBeLessThan(few);
});
