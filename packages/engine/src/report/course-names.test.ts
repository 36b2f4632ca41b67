import { deviceSheet } from '@percuta/evidence';
import { expect, test } from 'vitest';
import { planCourse } from '../plan-course.ts';
import { caseWith } from '../testing/case.ts';
import { courseLabels, namesOf } from './course-names.ts';
import { shortlistOf } from './shortlist.ts';

const plan = planCourse(caseWith(), [deviceSheet('skinpen_precision')], {
  draws: 256,
  seed: 1,
  overrides: {},
});
if (plan.status === 'refused') throw new Error('the test case is planned');
const choices = shortlistOf(plan);

test('every label stands on one course of those shown, and on the best of the front in it', () => {
  const labels = choices.flatMap(({ names }) => names);
  expect(new Set(labels).size).toBe(labels.length);
  const front = plan.candidates.filter(({ isOnFront }) => isOnFront);
  const named = (label: (typeof courseLabels)[number]) =>
    choices.find(({ names }) => names.includes(label))?.candidate;
  expect(named('fewest visits')?.course.sessions).toBe(
    Math.min(...front.map(({ course }) => course.sessions)),
  );
  expect(named('least bleeding in a session')?.session.bleeding.median).toBe(
    Math.min(...front.map(({ session }) => session.bleeding.median)),
  );
  const riskOf = ({ margins }: (typeof front)[number]) =>
    margins.find(({ limit }) => limit === 'joint-chance')?.upper ?? Number.NaN;
  const cautious = named('most cautious');
  expect(cautious && riskOf(cautious)).toBe(Math.min(...front.map(riskOf)));
});

test('what all courses share sets none of them apart', () => {
  const [one] = plan.candidates;
  expect(namesOf(one === undefined ? [] : [one])).toEqual(new Map());
});
