import { deviceSheet, siteIds, type DeviceId } from '@percuta/evidence';
import { createRandom, type Random } from '@percuta/numerics';
import { describe, expect, test } from 'vitest';
import { centralDraw, drawEnsemble } from './ensemble.ts';
import { planCourse } from './plan-course.ts';
import { courseOptions } from './plan/search/course-options.ts';
import type { Candidate, Plan, Rejected } from './plan/plan.ts';
import { insertNeedles } from './puncture/puncture.ts';
import type { Run } from './run.ts';
import { adjustmentsOf } from './safety/adjustments.ts';
import { assessSafety, isInside, type Margin } from './safety/envelope.ts';
import type { Track } from './safety/limit.ts';
import { trackOf } from './safety/track.ts';
import { buildSkin, knowSkin } from './skin/skin.ts';
import { caseWith } from './testing/case.ts';

const run: Run = { draws: 64, seed: 3, overrides: {} };
const devices: readonly DeviceId[] = [
  'skinpen_precision',
  'rejuvapen_nxt',
  'dermaroller_mf8',
  'dermapen_2012',
  'dermapen4',
];

const pick = <T>(random: Random, items: readonly T[]): T => {
  const item = items[random.integer(items.length)];
  if (item === undefined) throw new RangeError('nothing to pick from');
  return item;
};

const sometimes = (random: Random, chance: number, ...assignments: readonly string[]): readonly string[] =>
  random.next() < chance ? assignments : [];

const randomAssignments = (random: Random): readonly string[] => [
  `site.id=${pick(
    random,
    siteIds.filter((id) => id !== 'lower_eyelid'),
  )}`,
  `concern.indication=${pick(random, ['atrophic-acne-scars', 'texture-and-tone', 'stretch-marks', 'enlarged-pores', 'rejuvenation'])}`,
  `person.age=${22 + random.integer(60)} years`,
  `person.sex=${pick(random, ['female', 'male', 'not given'])}`,
  `person.phototype=${pick(random, ['I', 'III', 'IV', 'VI'])}`,
  ...sometimes(
    random,
    0.3,
    'limits[0].limit=tip-leaves-dermis',
    `limits[0].value=${1 + random.integer(5)} %`,
  ),
  ...sometimes(random, 0.3, 'limits[1].limit=passes', `limits[1].value="${2 + random.integer(8)}"`),
  ...sometimes(
    random,
    0.3,
    'overrides[0].limit=site-cap',
    `overrides[0].value=${1 + random.next()} mm`,
    'overrides[0].reason=a reason of ten letters',
    'overrides[0].name=Dr A. Example',
  ),
  ...sometimes(
    random,
    0.3,
    'measured[0].layer=dermis',
    'measured[0].method=ultrasound',
    `measured[0].value=${1 + 0.8 * random.next()} mm`,
    `measured[0].error=${0.02 + 0.2 * random.next()} mm`,
  ),
  ...sometimes(random, 0.3, `preferences.most_sessions=${1 + random.integer(6)}`),
];

/** limits[1] without limits[0] leaves a hole in the list. */
const closed = (assignments: readonly string[]): readonly string[] =>
  assignments.some((text) => text.startsWith('limits[0]'))
    ? assignments
    : assignments.map((text) => text.replace('limits[1]', 'limits[0]'));

interface Trial {
  readonly name: string;
  readonly given: ReturnType<typeof caseWith>;
  readonly device: DeviceId;
  readonly plan: Plan;
}

const random = createRandom(17);
const trials: readonly Trial[] = Array.from({ length: 36 }, () => {
  const assignments = closed(randomAssignments(random));
  const [given, device] = [caseWith(...assignments), pick(random, devices)];
  return {
    name: `${device}, ${assignments.join(', ')}`,
    given,
    device,
    plan: planCourse(given, [deviceSheet(device)], run),
  };
});

/** The margins of a course by the whole envelope, from draws made again from the seed. */
const judgeOf = ({ given, device }: Trial): ((course: Candidate | Rejected) => readonly Margin[]) => {
  const sheet = deviceSheet(device);
  const known = knowSkin(given, centralDraw().skin);
  const { draws } = drawEnsemble(run.draws, run.seed);
  const tracks = new Map<string, readonly Track[]>();
  return ({ settings, course }) => {
    const key = `${settings.depth} ${settings.handSpeed} ${settings.frequency}`;
    const seen =
      tracks.get(key) ??
      draws.map((draw) => {
        const skin = buildSkin(known, draw.ranks, draw.skin);
        return trackOf(sheet, settings, skin, insertNeedles(sheet, settings, skin, draw), draw);
      });
    tracks.set(key, seen);
    const subject = { given, sheet, site: known.site, settings, course, tracks: seen };
    return assessSafety(subject, adjustmentsOf(given));
  };
};

test('the random cases are planned, left without a safe plan and have overrides', () => {
  const counts = ['planned', 'no safe plan'].map(
    (status) => trials.filter(({ plan }) => plan.status === status).length,
  );
  expect(Math.min(...counts)).toBeGreaterThan(3);
  expect(trials.filter(({ given }) => given.overrides !== undefined).length).toBeGreaterThan(3);
});

describe.each(trials)('$name', (trial) => {
  const { plan, given } = trial;
  const [candidates, rejected] =
    plan.status === 'refused' ? [[], []] : ([plan.candidates, plan.rejected] as const);
  const judge = judgeOf(trial);

  test('every candidate is inside the whole envelope, with the margins it shows', () => {
    const wrong = candidates.filter((candidate) => {
      const margins = judge(candidate);
      return !isInside(margins) || JSON.stringify(margins) !== JSON.stringify(candidate.margins);
    });
    expect(wrong.map(({ id }) => id)).toEqual([]);
    expect(plan.status === 'planned').toBe(candidates.length > 0);
  });

  test('nothing rejected is inside, but for what the person does not wish', () => {
    const most = given.preferences?.most_sessions ?? Infinity;
    const wrong = rejected.filter((course) => isInside(judge(course)) && course.course.sessions <= most);
    expect(wrong.map(({ id }) => id)).toEqual([]);
    const broken = rejected.filter(
      (course) =>
        course.binding.limit !== 'wish-sessions' &&
        !judge(course).some(({ limit, isBroken }) => isBroken && limit === course.binding.limit),
    );
    expect(broken.map(({ id }) => id)).toEqual([]);
  });

  test('courses are those documented, no more sessions than wished', () => {
    if (plan.status === 'refused') return;
    const offered = courseOptions(given, knowSkin(given, centralDraw().skin).site);
    const known = new Set(offered.map(({ sessions, interval }) => `${sessions} ${interval}`));
    expect(candidates.every(({ course }) => known.has(`${course.sessions} ${course.interval}`))).toBe(true);
    const most = given.preferences?.most_sessions ?? Infinity;
    expect(candidates.every(({ course }) => course.sessions <= most)).toBe(true);
  });
});

test.each(trials.slice(0, 12))(
  '$name: a stricter limit for leaving the dermis only takes courses away',
  (trial) => {
    const idsAt = (percent: number) => {
      const given = { ...trial.given, limits: [{ limit: 'tip-leaves-dermis', value: `${percent} %` }] };
      const plan = planCourse(given, [deviceSheet(trial.device)], run);
      return plan.status === 'refused' ? [] : plan.candidates.map(({ id }) => id);
    };
    const wide = new Set(idsAt(5));
    const narrow = idsAt(0.5);
    expect(narrow.filter((id) => !wide.has(id))).toEqual([]);
  },
);
