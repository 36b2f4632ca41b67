import { expect, test } from 'vitest';
import { indicationIds, phototypes } from './indication.ts';
import { lengthsByTag, lengthsFor } from './lengths-for.ts';
import { lesions, lesionsFor } from './lesions.ts';
import { routes } from './protocol-schema.ts';
import { courseRegionOf, phototypeRule, protocols } from './protocols.ts';

const day = 86_400;

test('23 courses with ids of their own', () => {
  const ids = protocols().courses.map(({ id }) => id);
  expect(ids.length).toBe(23);
  expect(new Set(ids).size).toBe(ids.length);
});

test.each(protocols().courses)('$id: ranges are ordered and lengths say what they are', (course) => {
  const { lengths, lengths_are, sessions, interval, sources, tag } = course;
  expect(lengths === undefined).toBe(lengths_are === undefined);
  expect((lengths?.min ?? 0) <= (lengths?.max ?? Infinity)).toBe(true);
  expect((sessions?.min ?? 0) <= (sessions?.max ?? Infinity)).toBe(true);
  expect((interval?.min ?? 0) <= (interval?.max ?? Infinity)).toBe(true);
  expect(tag === 'judgement' || sources.length > 0).toBe(true);
});

test('the SkinPen study: 0.25 to 1.5 mm, three sessions 30 days apart', () => {
  const study = protocols().courses.find(({ id }) => id === 'acne-scars-skinpen-study');
  expect(study).toMatchObject({ tag: 'label', lengths: { min: 0.00025, max: 0.0015 } });
  expect(study?.sessions?.typical).toBe(3);
  expect(study?.interval?.typical).toBe(30 * day);
});

test('lengths of one tag, the strongest first', () => {
  const found = lengthsFor('atrophic-acne-scars', 'face');
  expect(found).toMatchObject({ tag: 'trial', shortest: 0.0015, longest: 0.003, atThisRegion: true });
  const tags = lengthsByTag('atrophic-acne-scars', 'face').map(({ tag }) => tag);
  expect(tags).toEqual(['trial', 'label', 'weak']);
});

test('lengths of another region are offered as such', () => {
  expect(lengthsFor('atrophic-acne-scars', 'body')?.atThisRegion).toBe(false);
  expect(lengthsFor('stretch-marks', 'abdomen')).toMatchObject({ atThisRegion: true, tag: 'weak' });
});

test('a limit of a clearance comes last and has no shortest length', () => {
  const scar = lengthsFor('surgical-burn-or-traumatic-scar', 'abdomen');
  expect(scar).toMatchObject({ kind: 'clearance limit', longest: 0.0025 });
  expect(scar?.shortest).toBeUndefined();
  expect(lengthsByTag('fine-lines-and-wrinkles', 'face').at(-1)?.kind).toBe('clearance limit');
});

test('courses for other sites are left out when the site is known', () => {
  expect(lengthsFor('rejuvenation', 'face', { site: 'forehead' })?.longest).toBe(0.0005);
  expect(lengthsFor('rejuvenation', 'face', { site: 'cheek' })?.longest).toBe(0.0015);
});

test('RF courses do not answer for needles alone', () => {
  expect(lengthsFor('comedones-and-acne', 'face')).toBeUndefined();
  expect(lengthsFor('comedones-and-acne', 'face', { route: 'rf' })?.longest).toBe(0.0025);
  expect(lengthsFor('enlarged-pores', 'face')).toBeUndefined();
});

test.each(routes.flatMap((route) => phototypes.map((phototype) => [route, phototype] as const)))(
  'there is one rule for %s in phototype %s',
  (route, phototype) => {
    const rules = protocols().phototype_rules.filter(
      (rule) => rule.route === route && rule.phototypes.includes(phototype),
    );
    expect(rules).toEqual([phototypeRule(route, phototype)]);
  },
);

test('dark skin gets longer intervals and a test spot', () => {
  expect(phototypeRule('needling', 'II').codes).toEqual([]);
  expect(phototypeRule('needling', 'V').codes).toContain('test-spot');
  expect(phototypeRule('needling', 'IV').interval).toEqual({ min: 28 * day, max: 42 * day });
});

test('sites fall into the regions of the courses', () => {
  const of = ['cheek', 'neck', 'abdomen', 'buttock'] as const;
  expect(of.map(courseRegionOf)).toEqual(['face', 'neck', 'abdomen', 'body']);
});

test('every indication has at least one lesion, unknown where unknown', () => {
  for (const indication of indicationIds) expect(lesionsFor(indication).length).toBeGreaterThan(0);
  expect(lesionsFor('laxity').map(({ depth }) => depth)).toEqual(['unknown']);
  expect(lesions().length).toBe(13);
});

const scar = (subtype: string) =>
  lesionsFor('atrophic-acne-scars').find((lesion) => lesion.subtype === subtype);

test('depths of acne scars, with their marks', () => {
  expect(scar('icepick')).toMatchObject({ depth: { min: 0.001, max: 0.002 }, read: 'estimate' });
  expect(scar('boxcar-shallow')).toMatchObject({ depth: { min: 0.0001, max: 0.0005 }, read: 'abstract' });
  expect(scar('boxcar-deep')).toMatchObject({ depth: { min: 0.0005, max: 0.0012 }, read: 'estimate' });
  expect(scar('rolling')).toMatchObject({ depth: { min: 0.0002, max: 0.0006 }, read: 'estimate' });
});
