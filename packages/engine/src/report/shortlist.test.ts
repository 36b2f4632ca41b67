import { deviceSheet, siteIds } from '@percuta/evidence';
import { createRandom } from '@percuta/numerics';
import { expect, test } from 'vitest';
import { readCase } from '../case/case.ts';
import { planCourse } from '../plan-course.ts';
import { worthWarning } from '../plan/search/preference.ts';
import { caseWith } from '../testing/case.ts';
import { shortlistOf, whyFewer } from './shortlist.ts';
import document from '../../../../examples/cheek-acne-scars/case.json' with { type: 'json' };

const run = { draws: 256, seed: 1, overrides: {} };
const plan = planCourse(readCase(document), [deviceSheet('skinpen_precision')], run);
if (plan.status === 'refused') throw new Error('the example is planned');
const choices = shortlistOf(plan);
const doses = choices.map(({ candidate }) => candidate.courseDose.median);

test('five or six distinct courses of the front, by falling dose', () => {
  expect(choices.length).toBeGreaterThanOrEqual(5);
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

const random = createRandom(21);
const pick = <T>(items: readonly T[]): T => {
  const item = items[random.integer(items.length)];
  if (item === undefined) throw new RangeError('nothing to pick from');
  return item;
};

const randomPlan = () => {
  const given = caseWith(
    `site.id=${pick(siteIds.filter((id) => id !== 'lower_eyelid'))}`,
    `concern.indication=${pick(['atrophic-acne-scars', 'texture-and-tone', 'stretch-marks', 'enlarged-pores', 'rejuvenation'])}`,
    `person.phototype=${pick(['I', 'III', 'V', 'VI'])}`,
    `preferences.most_sessions=${pick([1, 3, 4, 6])}`,
  );
  const device = pick(['skinpen_precision', 'dermapen_2012', 'dermapen4'] as const);
  return planCourse(given, [deviceSheet(device)], { ...run, draws: 64 });
};

/** What a person would notice of a course, or its effect. */
const seen = ({ settings, course, objectives }: (typeof choices)[number]['candidate']): string =>
  JSON.stringify([settings, course.sessions, course.interval, objectives]);

test('of random cases five to nine courses that a person can tell apart, each by a name; or why there are fewer', () => {
  let planned = 0;
  let few = 0;
  for (let tried = 0; planned < 30 && tried < 400; tried += 1) {
    const one = randomPlan();
    if (one.status !== 'planned') continue;
    planned += 1;
    const shown = shortlistOf(one);
    const whys = whyFewer(one, shown.length);
    const settings = new Set(
      one.candidates
        .filter(({ isOnFront }) => isOnFront)
        .map(({ settings, course }) => JSON.stringify([settings, course.sessions, course.interval])),
    );
    expect(shown.length).toBeGreaterThanOrEqual(Math.min(5, settings.size));
    expect(shown.length).toBeLessThanOrEqual(9);
    expect(new Set(shown.map(({ candidate }) => seen(candidate))).size).toBe(shown.length);
    expect(new Set(shown.map(({ names }) => names.join())).size).toBe(shown.length);
    expect(shown.every(({ names }) => names.length > 0)).toBe(true);
    expect(whys === undefined).toBe(shown.length >= 5);
    expect(whys === undefined || /Fewer than five: \d+ of \d+ courses are inside/.test(whys)).toBe(true);
    few += shown.some(({ names }) => names[0]?.startsWith('the same holes as')) ? 1 : 0;
  }
  expect(planned).toBe(30);
  expect(few).toBeGreaterThan(0);
}, 60_000);
