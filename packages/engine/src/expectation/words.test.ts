import { indicationIds, routes, site, siteIds } from '@percuta/evidence';
import { expect, test } from 'vitest';
import { caseWith } from '../testing/case.ts';
import { expectationOf, type CourseExpectation, type EstimatedRoute } from './expectation.ts';
import {
  courseSentence,
  explainedSentence,
  frequencySentence,
  notCountedSentence,
  swaySentence,
  whenText,
} from './words.ts';
import { writeExpectation } from './write-expectation.ts';

const scars = expectationOf(caseWith(), site('cheek'));
const estimatedOf = ({ routes: all }: CourseExpectation): EstimatedRoute[] =>
  all.filter((route) => route.status === 'estimated');
const [needling] = estimatedOf(scars);
if (needling === undefined) throw new Error('no figure for acne scars');

test('natural frequencies, with the bands of 90 of 100 such studies', () => {
  expect(frequencySentence(needling)).toBe(
    'Of 100 people like those studied: 29 (1 to 90) half better or more; 88 (27 to 100) any improvement; ' +
      '1 (0 to 33) three quarters better or more (in brackets, 90 % of such studies).',
  );
  expect(whenText(needling)).toBe('read 4 to 26 weeks after the last session');
  expect(whenText({ ...needling, assessed: undefined })).toContain('no trial says');
});

test('what nobody counted is a chance that says so', () => {
  expect(notCountedSentence(needling)).toBe(
    'Not counted by any study of this: worse 1 % (0 to 31 %), no change 10 % (0 to 44 %); these chances rest on a prior.',
  );
  const counted = needling.levels.map((level) => ({ ...level, basis: 'counted' as const }));
  expect(notCountedSentence({ ...needling, levels: counted })).toBe('');
});

test('single studies are named with what the figure would be without them', () => {
  expect(swaySentence(needling)).toContain(
    'not 29 but 50 without krithika2025, 19 without ali2017, 21 without jbsaps',
  );
  expect(swaySentence({ ...needling, swayedBy: [] })).toBe('');
});

test('trials that do not separate courses, and trials that would', () => {
  expect(courseSentence(scars)).toMatch(/^Trials do not separate these courses/);
  const moderators = needling.moderators.map((report) => ({ ...report, isSupported: true }));
  expect(courseSentence({ ...scars, routes: [{ ...needling, moderators }] })).toContain(
    'needle length and sessions matter, but the figure holds no term for that',
  );
});

test('nowhere are no change and worse written as people where nobody counted them', () => {
  let priors = 0;
  for (const indication of indicationIds) {
    for (const id of siteIds) {
      const expected = expectationOf(caseWith(`concern.indication=${indication}`), site(id), routes);
      for (const route of writeExpectation(expected).routes) {
        for (const level of 'levels' in route ? route.levels : []) {
          if (level.basis !== 'prior') continue;
          priors += 1;
          expect(level).not.toHaveProperty('of_100');
          expect(level).toHaveProperty('chance', expect.stringMatching(/^[\d.]+ %$/));
        }
      }
      for (const route of estimatedOf(expected))
        expect(frequencySentence(route)).not.toMatch(/\d no change|\d worse/);
    }
  }
  expect(priors).toBeGreaterThan(100);
});

test('a level placed by others is marked', () => {
  const [burn] = estimatedOf(
    expectationOf(caseWith('concern.indication=surgical-burn-or-traumatic-scar'), site('cheek')),
  );
  if (burn === undefined) throw new Error('no figure');
  expect(frequencySentence(burn)).toMatch(/half better or more\*.*Not counted for this problem/);
});

test('without a figure the reason is given', () => {
  const [route] = expectationOf(caseWith('concern.indication=rejuvenation'), site('cheek')).routes;
  if (route?.status !== 'explained only') throw new Error('expected no figure');
  expect(explainedSentence(route)).toMatch(/^Explained only, without a figure: no arm/);
  const written = writeExpectation(expectationOf(caseWith('concern.indication=rejuvenation'), site('cheek')));
  expect(JSON.stringify(written)).not.toMatch(/of_100|chance/);
});
