import { deviceSheet } from '@percuta/evidence';
import { expect, test } from 'vitest';
import { readCase } from '../case/case.ts';
import { planCourse } from '../plan-course.ts';
import { worthWarning } from '../plan/search/preference.ts';
import { shortlistOf } from './shortlist.ts';
import document from '../../../../examples/cheek-acne-scars/case.json' with { type: 'json' };

const run = { draws: 256, seed: 1, overrides: {} };
const plan = planCourse(readCase(document), [deviceSheet('skinpen_precision')], run);
if (plan.status === 'refused') throw new Error('the example is planned');
const choices = shortlistOf(plan);
const doses = choices.map(({ candidate }) => candidate.courseDose.median);

test('four to six distinct courses of the front, by falling dose', () => {
  expect(choices.length).toBeGreaterThanOrEqual(4);
  expect(choices.length).toBeLessThanOrEqual(6);
  expect(choices.every(({ candidate }) => candidate.isOnFront)).toBe(true);
  expect(doses).toEqual([...doses].sort((a, b) => b - a));
});

test('the highest and the lowest dose of the front are among them', () => {
  const front = plan.candidates
    .filter(({ isOnFront }) => isOnFront)
    .map(({ courseDose }) => courseDose.median);
  expect(doses[0]).toBeCloseTo(Math.max(...front), 3);
  expect(doses.at(-1)).toBeCloseTo(Math.min(...front), 3);
});

test('no two have the same effect; those that have are listed with it', () => {
  const effects = choices.map(({ candidate: { courseDose, session, course } }) =>
    [courseDose.median.toPrecision(6), session.bleeding.median.toPrecision(6), course.sessions].join(' '),
  );
  expect(new Set(effects).size).toBe(effects.length);
  for (const { candidate, same } of choices) {
    for (const other of same) {
      expect(other.id).not.toBe(candidate.id);
      expect(other.courseDose.median / candidate.courseDose.median).toBeCloseTo(1, 5);
    }
  }
});

test('of equals one without a warning is shown where there is one', () => {
  const isHarsh = ({ stroke }: (typeof choices)[number]['candidate']): boolean =>
    Math.max(stroke.tearChance, stroke.trackMarkChance) > worthWarning;
  const needless = choices.filter(({ candidate, same }) => isHarsh(candidate) && !same.every(isHarsh));
  expect(needless).toEqual([]);
  expect(plan.candidates.some(isHarsh)).toBe(true);
});
