import { deviceSheet } from '@percuta/evidence';
import { describe, expect, test } from 'vitest';
import { explainPlan } from './explain-plan.ts';
import { planCourse } from '../plan-course.ts';
import { reasonLines } from '../report/reasons/reason-lines.ts';
import { writeReasons } from '../report/reasons/write-reasons.ts';
import { shortlistOf } from '../report/shortlist.ts';
import { caseWith } from '../testing/case.ts';

const run = { draws: 512, seed: 1, overrides: {} };
const sheet = deviceSheet('skinpen_precision');
const plan = planCourse(caseWith(), [sheet], run);
if (plan.status === 'refused') throw new Error('the test case is planned');
const reasons = explainPlan(plan, run);

describe('the courses of a plan', () => {
  test('are those of the shortlist, each with what binds and what comes next', () => {
    expect(reasons.courses.map(({ candidate }) => candidate.id)).toEqual(
      shortlistOf(plan).map(({ candidate }) => candidate.id),
    );
    for (const { candidate, binding, next } of reasons.courses) {
      expect(binding.limit).toBe(candidate.binding.limit);
      expect(next?.used).toBeLessThanOrEqual(binding.used);
    }
  });

  test('have three inputs that matter, the most influential first', () => {
    for (const { matters } of reasons.courses) {
      const largest = matters.map(({ total }) => Math.max(...Object.values(total).map(({ value }) => value)));
      expect(matters).toHaveLength(3);
      expect(largest).toEqual(largest.toSorted((a, b) => b - a));
    }
  });

  test('stand worst where the skin is thin, and only a supposition moves their limits', () => {
    for (const { worst, scenarios, candidate, tails } of reasons.courses) {
      expect(worst?.used).toBe(Math.max(...scenarios.map(({ used }) => used)));
      expect(tails[0]?.worstMean).toBeLessThan(tails[0]?.quantile ?? Number.NaN);
      const thin = scenarios.find(({ name }) => name === 'thin skin');
      const tipsIn = (margins: typeof candidate.margins) =>
        margins.find(({ limit }) => limit === 'tip-leaves-dermis')?.value ?? Number.NaN;
      expect(tipsIn(thin?.margins ?? [])).toBeGreaterThan(tipsIn(candidate.margins));
      const fast = scenarios.find(({ name }) => name === 'a fast hand');
      expect(fast?.dose).toBeLessThan(candidate.courseDose.median);
      // A hand changes where holes lie, not how deep the longest track is.
      expect(tipsIn(fast?.margins ?? [])).toBeCloseTo(tipsIn(candidate.margins), 12);
    }
  });

  test('are kept by thick readings if by thin ones', () => {
    for (const { measured } of reasons.courses) {
      const kept = measured.readings.map(({ keepsCourse }) => (keepsCourse ? 1 : 0));
      expect(kept).toEqual(kept.toSorted((a, b) => a - b));
      expect(measured.readings).toHaveLength(7);
    }
  });
});

describe('a refused course', () => {
  test('comes inside by what is said to bring it inside', () => {
    const depth = reasons.refusals.find(({ limit }) => limit === 'tip-leaves-dermis');
    const shallower = depth?.changes.find(({ change }) => change.kind === 'depth');
    expect(shallower).toMatchObject({ keeps: true, isInside: true });
    const inside = plan.candidates.find(
      ({ settings }) =>
        settings.depth === shallower?.change.to &&
        settings.passes === depth?.closest.settings.passes &&
        settings.handSpeed === depth?.closest.settings.handSpeed,
    );
    const margin = inside?.margins.find(({ limit }) => limit === 'tip-leaves-dermis');
    expect(margin?.value).toBe(shallower?.value);
  });

  test('of every limit that decided there is one', () => {
    const decided = new Set(plan.rejected.map(({ binding }) => binding.limit));
    expect(new Set(reasons.refusals.map(({ limit }) => limit))).toEqual(decided);
    expect(reasons.refusals.reduce((sum, { count }) => sum + count, 0)).toBe(plan.rejected.length);
  });
});

describe('sessions', () => {
  test('are no closer than what is on record, and than healing asks for', () => {
    const { healing } = reasons;
    expect(healing?.draws).toBe(19);
    for (const { sessions, candidate } of reasons.courses) {
      expect(sessions.interval).toBe(
        Math.max(
          candidate.course.interval ?? 0,
          healing?.closed.median ?? Number.NaN,
          healing?.inflammation.median ?? Number.NaN,
        ),
      );
    }
  });

  test('come in blocks of three that are judged before the next, and at the end after twelve weeks', () => {
    for (const { sessions, candidate } of reasons.courses) {
      const { blocks, interval = 0 } = sessions;
      const days = blocks.flatMap((block) => block.days);
      expect(days).toEqual(Array.from({ length: candidate.course.sessions }, (_, i) => i * interval));
      expect(blocks.at(-1)?.judged).toBe((days.at(-1) ?? 0) + 84 * 86_400);
      for (const { days: own, judged } of blocks) {
        expect(own.length).toBeLessThanOrEqual(3);
        expect(judged).toBeGreaterThan(own.at(-1) ?? Infinity);
      }
    }
  });

  test('one more can help no more people than are not helped yet', () => {
    for (const { sessions } of reasons.courses) {
      const gains = sessions.oneMore.mostGain;
      expect(gains.length).toBeGreaterThan(0);
      for (const { most } of gains) {
        expect(most.low).toBeGreaterThanOrEqual(0);
        expect(most.low).toBeLessThanOrEqual(most.median);
        expect(most.high).toBeLessThanOrEqual(100);
      }
    }
  });
});

test('where nothing is safe, needles that would be are named', () => {
  const given = caseWith('site.id=forehead', 'concern.indication=rejuvenation');
  const none = planCourse(given, [deviceSheet('dermaroller_mf8')], run);
  expect(none.status).toBe('no safe plan');
  const { courses, refusals } = explainPlan(none, run);
  expect(courses).toEqual([]);
  const needles = refusals.flatMap(({ changes }) => changes).find(({ change }) => change.kind === 'needles');
  expect(needles?.keeps).toBe(true);
  expect(needles?.change.to).toBeLessThan(1.5e-3);
});

test('a refused case has no reasons of courses', () => {
  const refused = planCourse(caseWith('screening.keloid=yes'), [sheet], run);
  expect(explainPlan(refused, run)).toEqual({ healing: undefined, courses: [], refusals: [] });
});

test('reasons are told and written without holes in them', () => {
  const told = reasonLines(reasons);
  expect(told.courses).toHaveLength(reasons.courses.length);
  const text = JSON.stringify([told, writeReasons(reasons)]);
  expect(text).not.toMatch(/undefined|NaN|Infinity|DISTANCE/);
});
