import { deviceSheet } from '@percuta/evidence';
import { describe, expect, test } from 'vitest';
import { totalInfluences } from '../../plan/explain/total-influence.ts';
import { planCourse } from '../../plan-course.ts';
import { caseWith } from '../../testing/case.ts';
import { problemsOf } from '../../testing/problems.ts';
import type { ReportManifest } from '../content.ts';
import { shortlistOf } from '../shortlist.ts';
import { chooseCourse, mostReason, readReason } from './choose-course.ts';
import { chosenCourse, sessionDays } from './chosen-course.ts';
import { writeChosenCourse } from './write-chosen-course.ts';

const manifest: ReportManifest = {
  engineVersion: '0.1.0',
  seed: '1',
  draws: 64,
  inputHash: 'a',
  resultHash: 'b',
  stages: [],
  overrides: [],
};
const planOf = (...assignments: readonly string[]) =>
  planCourse(caseWith(...assignments), [deviceSheet('skinpen_precision')], {
    draws: 64,
    seed: 1,
    overrides: {},
  });
const planned = planOf();
if (planned.status === 'refused') throw new Error('the test case is to be planned');

test('a reason is kept without the blanks round it, and one of more than a page is refused', () => {
  expect(readReason(' fewer visits,\n by wish ')).toBe('fewer visits,\n by wish');
  expect(readReason(' \n ')).toBeUndefined();
  expect(readReason('a'.repeat(mostReason))).toHaveLength(mostReason);
  expect(problemsOf(() => readReason('a'.repeat(mostReason + 1)))).toMatchObject([
    { path: '--reason', problem: 'has 2001 characters', allowed: 'at most 2000 characters' },
  ]);
});

describe('chooseCourse', () => {
  test('takes an id or a letter of the shortlist', () => {
    const [, second] = shortlistOf(planned);
    expect(chooseCourse(planned, 'b')).toBe(second?.candidate);
    const last = planned.candidates.at(-1);
    expect(chooseCourse(planned, last?.id ?? '')).toBe(last);
  });

  test('a rejected course says which limit it breaks; a misspelt one which it may be', () => {
    const rejected = planned.rejected[0];
    expect(problemsOf(() => chooseCourse(planned, rejected?.id ?? ''))).toMatchObject([
      {
        path: '--choose',
        problem: expect.stringContaining(`outside the envelope: ${rejected?.binding.title}`),
        remedy: rejected?.binding.remedy,
      },
    ]);
    const id = planned.candidates[0]?.id ?? '';
    expect(problemsOf(() => chooseCourse(planned, `${id}x`))[0]?.remedy).toBe(`did you mean "${id}"?`);
    const last = String.fromCodePoint(64 + shortlistOf(planned).length);
    expect(problemsOf(() => chooseCourse(planned, 'Z'))).toMatchObject([
      { remedy: 'give a letter, as A', allowed: expect.stringContaining(`A to ${last},`) },
    ]);
  });

  test.each(['__proto__', 'constructor', '../plan', 'A\u0000', '', '\u001B[31mA', 'B'.repeat(5000)])(
    'what is no course is none: %j',
    (id) => {
      const [problem] = problemsOf(() => chooseCourse(planned, id));
      expect(problem?.problem).toBe('is no course of this plan');
    },
  );

  test('nothing can be chosen of a plan that was refused, or of one without courses', () => {
    const refused = planOf('screening.keloid=not asked');
    expect(problemsOf(() => chooseCourse(refused, 'A'))[0]?.problem).toContain('cannot be chosen');
    const none = planOf('preferences.most_sessions=1', 'preferences.budget_visits=1');
    expect(none.status).toBe('no safe plan');
    expect(problemsOf(() => chooseCourse(none, 'A'))[0]?.problem).toContain('no course is inside');
  });
});

describe('a chosen course', () => {
  const chosen = chooseCourse(planned, 'A');
  const note = { reason: 'fewest visits', influences: totalInfluences(planned, chosen, {}) };

  test('tells the inputs that matter most to each outcome', () => {
    const { restsOn } = chosenCourse(planned, chosen, note, manifest);
    expect(restsOn).toHaveLength(3);
    expect(restsOn[2]).toMatch(/^The room left above the fat: thickness of the dermis \d+/);
  });

  test('has a day for each session, counted from the first', () => {
    const days = sessionDays(chosen);
    expect(days).toHaveLength(chosen.course.sessions);
    expect(days[0]).toBe(0);
    expect(days[1]).toBe(chosen.course.interval);
    const { days: words } = chosenCourse(planned, chosen, { reason: undefined, influences: [] }, manifest);
    expect(words[0]).toBe('day 0');
    expect(words[1]).toBe(`day ${(chosen.course.interval ?? 0) / 86400}`);
  });

  test('says why it was taken, every limit it is held against, and what else was open', () => {
    const { reason, limits, others } = chosenCourse(planned, chosen, note, manifest);
    expect(reason).toBe('fewest visits');
    expect(limits).toHaveLength(chosen.margins.length);
    expect(limits.filter(({ isBinding }) => isBinding)).toHaveLength(1);
    expect(others).toHaveLength(shortlistOf(planned).length - 1);
    expect(others.join()).not.toContain(chosen.id);
  });

  test('is written with the plan it belongs to', () => {
    const written = writeChosenCourse(planned, chosen, note, manifest);
    expect(written).toMatchObject({
      kind: 'percuta course',
      reason: 'fewest visits',
      chosen: { id: chosen.id },
      plan: { result_hash: 'b', seed: '1' },
    });
    expect(written.not_chosen).not.toContain(chosen.id);
    expect(JSON.parse(JSON.stringify(written)).sessions[0]).toBe('0 days');
  });
});
