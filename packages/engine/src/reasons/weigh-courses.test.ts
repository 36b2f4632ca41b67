import { deviceSheet } from '@percuta/evidence';
import { expect, test } from 'vitest';
import { planCourse } from '../plan-course.ts';
import { shortlistOf } from '../report/shortlist.ts';
import { weighedLine } from '../report/reasons/weighed-words.ts';
import { caseWith } from '../testing/case.ts';
import { weighCourses } from './weigh-courses.ts';

const run = { draws: 128, seed: 1, overrides: {}, ensemble: 8 };
const plan = planCourse(caseWith(), [deviceSheet('skinpen_precision')], run);
if (plan.status !== 'planned') throw new Error('the test case is planned');
const { measure, courses } = weighCourses(plan, run);
const refused = courses.filter((one) => one.refused !== undefined);

test('courses of the shortlist are weighed as the plan has them', () => {
  const offered = courses.filter((one) => one.refused === undefined);
  expect(measure).toBe('holes at the target');
  expect(offered.map(({ id }) => id)).toEqual(shortlistOf(plan).map(({ candidate }) => candidate.id));
  for (const { id, benefit, downtime } of offered) {
    expect(benefit).toEqual(plan.candidates.find((one) => one.id === id)?.courseDose);
    const { draws, low, high, longest } = downtime?.drawn ?? { draws: 0, low: 1, high: 0, longest: 0 };
    expect(draws).toBe(run.ensemble);
    expect(low).toBeLessThanOrEqual(high);
    expect(high).toBeLessThanOrEqual(longest);
  }
});

test('every limit that keeps courses out has some in it, three at most', () => {
  const limits = Map.groupBy(refused, (one) => one.refused?.limit ?? '');
  expect(new Set(limits.keys())).toEqual(new Set(plan.rejected.map(({ binding }) => binding.limit)));
  for (const group of limits.values()) expect(group.length).toBeLessThanOrEqual(3);
});

test('of one depth, more holes in a session are red at least as long', () => {
  const healed = courses.filter(({ downtime }) => downtime !== undefined);
  const groups = Map.groupBy(healed, ({ settings }) => settings.depth);
  for (const group of groups.values()) {
    const days = group
      .toSorted(
        (a, b) =>
          a.settings.passes / (a.settings.handSpeed ?? 1) - b.settings.passes / (b.settings.handSpeed ?? 1),
      )
      .map(({ downtime }) => downtime?.central ?? Number.NaN);
    expect(days).toEqual(days.toSorted((a, b) => a - b));
  }
  expect(Math.max(...[...groups.values()].map(({ length }) => length))).toBeGreaterThan(3);
});

test('each is told in words, a refused one with why and what would change it', () => {
  const text = JSON.stringify(courses.map((one) => weighedLine(one, measure)));
  expect(text).not.toMatch(/undefined|NaN|Infinity/);
  for (const one of refused) {
    expect(weighedLine(one, measure).refused?.wouldChange).toBe(one.refused?.remedy);
  }
});
