import { evidenceTags, indicationIds, site as siteOf, siteIds, type SiteId } from '@percuta/evidence';
import { describe, expect, test } from 'vitest';
import { caseWith } from '../../testing/case.ts';
import { courseOptions, type CourseOption } from './course-options.ts';

const optionsFor = (indication: string, id: SiteId): readonly CourseOption[] =>
  courseOptions(caseWith(`concern.indication=${indication}`, `site.id=${id}`), siteOf(id));

const day = 86_400;

test('acne scars of the face: the review median first, each course once', () => {
  const options = optionsFor('atrophic-acne-scars', 'cheek');
  expect(options[0]).toMatchObject({
    sessions: 3,
    interval: 28 * day,
    basis: 'acne-scars-review-median',
    tag: 'trial',
  });
  const keys = options.map(({ sessions, interval }) => `${sessions}/${interval}`);
  expect(new Set(keys).size).toBe(keys.length);
  expect(options.every(({ isFromThisRegion }) => isFromThisRegion)).toBe(true);
});

test('a range that only says what has been done somewhere is no course', () => {
  // The review range is 1 to 12 sessions, 7 to 56 days.
  const options = optionsFor('atrophic-acne-scars', 'cheek');
  expect(options.map(({ basis }) => basis)).not.toContain('acne-scars-review-range');
  expect(options.map(({ sessions }) => sessions)).not.toContain(12);
});

test('where the region has no course, those of other regions stand in and say so', () => {
  const options = optionsFor('fine-lines-and-wrinkles', 'neck');
  expect(options.length).toBeGreaterThan(0);
  expect(options.some(({ isFromThisRegion }) => isFromThisRegion)).toBe(false);
});

test('where there is none at all, the default of the planner', () => {
  expect(optionsFor('enlarged-pores', 'cheek')).toMatchObject([
    { sessions: 3, interval: 28 * day, basis: 'planner default', tag: 'judgement', isFromThisRegion: false },
  ]);
});

test('courses for specialists and of RF devices are left out', () => {
  const bases = siteIds.flatMap((id) =>
    indicationIds.flatMap((indication) => optionsFor(indication, id).map(({ basis }) => basis)),
  );
  expect(bases).not.toContain('burn-scar-children');
  expect(bases.filter((basis) => /-rf(-|$)/.test(basis))).toEqual([]);
});

describe.each(indicationIds)('%s', (indication) => {
  test('everywhere: something to choose from, the best supported first, several sessions have an interval', () => {
    for (const id of siteIds) {
      const options = optionsFor(indication, id);
      const ranks = options.map(({ tag }) => evidenceTags.indexOf(tag));
      expect(ranks.length).toBeGreaterThan(0);
      expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
      expect(options.every(({ sessions, interval }) => (interval !== undefined) === sessions > 1)).toBe(true);
      expect(new Set(options.map(({ isFromThisRegion }) => isFromThisRegion)).size).toBe(1);
    }
  });
});
