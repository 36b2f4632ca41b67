import { deviceSheet } from '@percuta/evidence';
import { describe, expect, test } from 'vitest';
import { planCourse } from '../plan-course.ts';
import { shortlistOf } from '../report/shortlist.ts';
import { caseWith } from '../testing/case.ts';
import { problemsOf } from '../testing/problems.ts';
import { readDelivered } from './delivered.ts';
import { recomputeCourse } from './recompute-course.ts';
import { writeRecomputed } from './write-recomputed.ts';

const run = { draws: 256, seed: 1, overrides: {} };
const given = caseWith('preferences.most_sessions=4');
const plan = planCourse(given, [deviceSheet('skinpen_precision')], run);
if (plan.status === 'refused') throw new Error('the test case is planned');
const candidate = shortlistOf(plan)
  .map((choice) => choice.candidate)
  .find(({ course }) => course.sessions === 4);
if (candidate === undefined) throw new Error('a course of four sessions is shown');

const plain = { endpoints: [], reactions: [] };
const reaction = (changes: object) => ({
  reaction: 'redness',
  severity: 'mild',
  lasted: '2 days',
  ...changes,
});
const recompute = (sessions: readonly object[], outcomes: readonly object[] = []) =>
  recomputeCourse(
    plan,
    readDelivered({
      kind: 'percuta delivered',
      version: 1,
      course: candidate.id,
      sessions: sessions.map((session, i) => ({ day: `${i * 28} days`, ...plain, ...session })),
      outcomes,
    }),
    run,
  );

const sessionAt = (depth: string, passes: number, further?: readonly object[]) =>
  recompute([{ settings: { depth, passes, ...(further === undefined ? {} : { further }) } }]).done[0];

describe('several depths in one session', () => {
  test('passes at the same depth, told apart, are the passes together', () => {
    const apart = sessionAt('0.25 mm', 2, [{ depth: '0.25 mm', passes: 4 }]);
    const together = sessionAt('0.25 mm', 6);
    expect(apart?.dose.median).toBeCloseTo(together?.dose.median ?? 0, 3);
    expect(apart?.bleeding.high).toBeCloseTo(together?.bleeding.high ?? 0, 3);
    expect(apart?.broken).toEqual(together?.broken);
  });

  test('the order does not matter for what is judged', () => {
    const [down, up] = [
      sessionAt('0.25 mm', 4, [{ depth: '1.5 mm', passes: 2 }]),
      sessionAt('1.5 mm', 2, [{ depth: '0.25 mm', passes: 4 }]),
    ];
    expect(down?.broken.length).toBeGreaterThan(0);
    expect(down?.broken).toEqual(up?.broken);
    expect(down?.dose.median).toBeCloseTo(up?.dose.median ?? 0, 3);
  });

  test('all passes count against the limit of passes', () => {
    const limits = (done: ReturnType<typeof sessionAt>) => done?.broken.map(({ limit }) => limit);
    expect(limits(sessionAt('0.25 mm', 8))).not.toContain('passes');
    const [passes] =
      sessionAt('0.25 mm', 8, [{ depth: '0.5 mm', passes: 8 }])?.broken.filter(
        ({ limit }) => limit === 'passes',
      ) ?? [];
    expect(passes?.value).toBe(16);
  });

  test('it is written and read back', () => {
    const told = recompute([
      { settings: { depth: '0.25 mm', passes: 2, further: [{ depth: '0.5 mm', passes: 2 }] } },
    ]);
    const written = writeRecomputed(told, { resultHash: 'hash', differing: [] });
    expect(written.sessions[0]).toMatchObject({
      settings: { depth: '0.25 mm', passes: 2, further: [{ depth: '0.5 mm', passes: 2 }] },
      not_as_planned: expect.arrayContaining(['further']),
    });
  });

  test.each([
    [{ depth: '7 mm', passes: 2 }, /no depth of 7 mm/],
    [{ depth: '0.5 mm', passes: 0 }, /further\[0\]\.passes/],
    [{ passes: 2 }, /further\[0\]\.depth/],
  ])('%j is refused', (further, message) => {
    expect(() => sessionAt('0.25 mm', 2, [further])).toThrow(message);
  });
});

describe('delivered as planned', () => {
  const half = recompute([{}, {}]);

  test('the dose is that of as many sessions of the plan', () => {
    expect(half.dose.median).toBeCloseTo(2 * candidate.session.targetHoles.median, 6);
    expect(half.dose.high).toBeCloseTo(half.plannedSoFar.high, 6);
    expect(half.done.flatMap(({ changed, broken }) => [...changed, ...broken])).toEqual([]);
  });

  test('going on as planned comes to the planned dose, no earlier than the interval', () => {
    const [next] = half.next;
    expect(next?.isAsPlanned).toBe(true);
    expect(next?.sessions).toBe(2);
    expect(next?.dose.median).toBeCloseTo(candidate.courseDose.median, 6);
    expect(next?.days[0]).toBe(28 * 86_400 + (candidate.course.interval ?? 0));
    expect(half.remaining.sessions).toBe(2);
  });

  test('every way to go on is a candidate of the plan', () => {
    const ids = new Set(plan.candidates.map(({ id }) => id));
    expect(half.next.length).toBeGreaterThan(1);
    expect(half.next.every((next) => ids.has(next.candidate.id))).toBe(true);
  });
});

describe('not as planned', () => {
  test('a deeper session is told with the limit it broke, and gave more', () => {
    const [first] = recompute([{ settings: { depth: '1 mm', passes: candidate.settings.passes } }]).done;
    expect(first?.changed).toEqual(['depth']);
    expect(first?.broken.map(({ limit }) => limit)).toContain('tip-leaves-dermis');
    expect(first?.dose.median).toBeGreaterThan(first?.planned.median ?? Infinity);
  });

  test('a session that came too early broke the interval', () => {
    const [, second] = recompute([{}, { day: '10 days' }]).done;
    expect(second?.changed).toEqual(['interval']);
    expect(second?.broken.map(({ limit }) => limit)).toEqual(['interval']);
  });

  test('nothing seen beside something seen is refused', () => {
    expect(() => recompute([{ endpoints: ['none', 'redness'] }])).toThrow(
      'sessions[0].endpoints: says none beside what was seen',
    );
  });

  test('a setting the device does not have cannot have been done', () => {
    expect(() => recompute([{ settings: { depth: '9 mm', passes: 1 } }])).toThrow(
      expect.objectContaining({ tag: 'OutsideModel' }),
    );
  });
});

describe('stops', () => {
  test.each([
    ['dark marks, however mild', [reaction({ reaction: 'dark marks' })]],
    ['anything severe', [reaction({ severity: 'severe' })]],
    ['redness that lasts', [reaction({ lasted: undefined })]],
  ])('%s', (_, reactions) => {
    const { stops, next } = recompute([{ reactions }]);
    expect(stops).toHaveLength(1);
    expect(next).toEqual([]);
  });

  test('a reaction that somebody has judged stops nothing', () => {
    const cleared = reaction({ reaction: 'dark marks', cleared_by: 'Dr A. Example' });
    expect(recompute([{ reactions: [cleared] }]).stops).toEqual([]);
  });

  test('no change after three sessions, but not after two', () => {
    const none = [{ day: '80 days', by: 'patient', level: 'no-change' }];
    expect(recompute([{}, {}, {}], none).stops[0]?.because).toContain('no change after 3 sessions');
    expect(recompute([{}, {}], none).stops).toEqual([]);
  });

  test('the wish of the person', () => {
    expect(recompute([{}, {}, {}, {}]).stops[0]?.because).toContain('wishes or can pay for 4');
  });
});

test('what was reported stands beside what trials gave for it', () => {
  const [one] = recompute([{}, {}], [{ day: '70 days', by: 'blinded assessor', level: 'any' }]).comparisons;
  expect(one?.sinceSession).toBe(42 * 86_400);
  expect(one?.predicted?.low).toBeLessThanOrEqual(one?.predicted?.median ?? -1);
  expect(one?.predicted?.median).toBeLessThanOrEqual(one?.predicted?.high ?? -1);
});

test('the record is written without holes', () => {
  const text = JSON.stringify(writeRecomputed(recompute([{}, {}]), { resultHash: 'hash', differing: [] }));
  expect(text).not.toMatch(/undefined|NaN|Infinity|null/);
});

describe('records that cannot be', () => {
  const read = (changes: object) => () =>
    readDelivered({
      kind: 'percuta delivered',
      version: 1,
      course: 'A',
      sessions: [{ day: '0 days', ...plain }],
      ...changes,
    });

  test.each([
    ['no session', { sessions: [] }, 'sessions'],
    [
      'days that do not rise',
      { sessions: ['0 days', '0 days'].map((day) => ({ day, ...plain })) },
      'sessions',
    ],
    ['a first session that is not day 0', { sessions: [{ day: '3 days', ...plain }] }, 'sessions'],
    [
      'an unknown reaction',
      { sessions: [{ day: '0 days', ...plain, reactions: [reaction({ reaction: 'itch' })] }] },
      'sessions[0].reactions[0].reaction',
    ],
    [
      'a depth in seconds',
      { sessions: [{ day: '0 days', ...plain, settings: { depth: '3 s', passes: 1 } }] },
      'sessions[0].settings.depth',
    ],
    ['an unknown field', { pain: 3 }, 'pain'],
  ])('%s', (_, changes, path) => {
    expect(problemsOf(read(changes))).toMatchObject([{ path }]);
  });

  test('a course that is none of the plan', () => {
    const other = readDelivered({
      kind: 'percuta delivered',
      version: 1,
      course: 'skinpen_precision_9mm',
      sessions: [{ day: '0 days', ...plain }],
    });
    expect(problemsOf(() => recomputeCourse(plan, other, run))[0]?.problem).toContain(
      'no course of this plan',
    );
  });
});

const leftOut = (area: string) => ({ exclusions: [{ reason: 'cold sore', area }] });

describe('part of the zone left out on one day', () => {
  test('the session says what and how much was treated, and the others are as planned', () => {
    const written = writeRecomputed(recompute([{}, leftOut('4 cm2')]), { resultHash: '', differing: [] });
    expect(written.sessions[0]).not.toHaveProperty('left_out');
    expect(written.sessions[1]).toMatchObject({
      not_as_planned: ['exclusions'],
      left_out: [{ reason: 'cold sore', area: '4 cm2' }],
      treated_area: '36 cm2',
    });
  });

  test('more than the zone has is refused by its place', () => {
    const [problem] = problemsOf(() => recompute([{}, leftOut('40 cm2')]));
    expect(problem).toMatchObject({
      path: 'sessions[1].exclusions[0].area',
      given: '40 cm2',
      allowed: expect.stringMatching(/39.5 cm2/),
    });
  });
});
