import { forecastFor, indicationIds, phototypes, routes, site, siteIds } from '@percuta/evidence';
import { describe, expect, test } from 'vitest';
import { caseWith } from '../testing/case.ts';
import { penSheet } from '../testing/sheet.ts';
import {
  expectationOf,
  expectationsOf,
  type CourseExpectation,
  type EstimatedRoute,
  type RouteExpectation,
} from './expectation.ts';

const first = ({ routes: [route] }: CourseExpectation): RouteExpectation => {
  if (route === undefined) throw new Error('no route');
  return route;
};
const estimated = (expected: CourseExpectation): EstimatedRoute => {
  const route = first(expected);
  if (route.status !== 'estimated') throw new Error(route.reason);
  return route;
};
const scars = estimated(expectationOf(caseWith(), site('cheek')));
const level = (name: string) => scars.levels.find((one) => one.level === name);

describe('acne scars on the cheek', () => {
  test('the levels are those of the forecast, nested and with their bands', () => {
    const forecast = forecastFor('atrophic-acne-scars', 'needling', 'face');
    if (forecast.status !== 'estimated') throw new Error(forecast.reason);
    expect(scars.levels).toMatchObject(forecast.levels);
    const [any = 0, quarter = 0, half = 0, most = 0] = ['any', '25', '50', '75'].map(
      (name) => level(name)?.median,
    );
    expect(any >= quarter && quarter >= half && half >= most).toBe(true);
  });

  test('nobody counted no change and worse: both rest on a prior, the rest is counted', () => {
    expect(scars.levels.map(({ basis }) => basis)).toEqual([
      'prior',
      'prior',
      'counted',
      'counted',
      'counted',
      'counted',
    ]);
  });

  test('read four to 26 weeks after the last session, from thirteen studies with their sources', () => {
    expect(scars.assessed).toEqual({ low: 28 * 86_400, high: 182 * 86_400 });
    expect(scars.studies).toHaveLength(13);
    for (const { source } of scars.studies) expect(source.key).toBeTruthy();
  });

  test('single studies sway it, the most powerful first', () => {
    expect(scars.swayedBy.map(({ study }) => study)).toEqual(['krithika2025', 'ali2017', 'jbsaps']);
    const headline = level('50')?.median ?? NaN;
    const moves = scars.swayedBy.map(({ median }) => Math.abs(median - headline));
    expect(Math.min(...moves)).toBeGreaterThanOrEqual(5);
    expect(moves).toEqual(moves.toSorted((a, b) => b - a));
  });

  test('no trial separates needle lengths, and none compares sessions', () => {
    expect(scars.moderators.map(({ moderator, isSupported }) => [moderator, isSupported])).toEqual([
      ['needle length', false],
      ['sessions', false],
    ]);
    expect(scars.moderators[0]?.statement).toContain('2.5 from 1.5 mm');
  });
});

test('a level that only others counted is borrowed', () => {
  const burn = estimated(
    expectationOf(caseWith('concern.indication=surgical-burn-or-traumatic-scar'), site('cheek')),
  );
  expect(burn.levels.find((one) => one.level === '50')?.basis).toBe('borrowed');
  expect(burn.levels.find((one) => one.level === 'any')?.basis).toBe('counted');
});

test('without people counted there is no figure, but the gaps are told', () => {
  const lines = first(
    expectationOf(caseWith('concern.indication=fine-lines-and-wrinkles'), site('forehead')),
  );
  expect(lines).toMatchObject({ status: 'explained only', reason: expect.stringContaining('counts people') });
  expect(lines).not.toHaveProperty('levels');
  expect(lines.gaps.length).toBeGreaterThan(0);
});

const indirectness = ({ certainty }: EstimatedRoute): string | undefined =>
  certainty.domains.find(({ domain }) => domain === 'indirectness')?.facts;

test('the phototype bears on certainty and gaps alone', () => {
  const dark = estimated(expectationOf(caseWith('person.phototype=VI'), site('cheek')));
  expect(dark.levels).toEqual(scars.levels);
  expect(indirectness(dark)).toMatch(/8 % were in arms that took phototype VI/);
  expect(indirectness(dark)).not.toEqual(indirectness(scars));
  const abdomen = caseWith('concern.indication=stretch-marks', 'person.phototype=II');
  expect(first(expectationOf(abdomen, site('abdomen'))).gaps.map(({ about }) => about)).toContain(
    'phototype',
  );
});

test('every indication, site and phototype has an answer that is dated', () => {
  for (const indication of indicationIds) {
    for (const id of siteIds) {
      const expected = expectationOf(caseWith(`concern.indication=${indication}`), site(id), routes);
      expect(expected.asOf).toMatch(/^\d{4}-\d\d-\d\d$/);
      expect(expected.routes.map(({ route }) => route)).toEqual([...routes]);
    }
  }
  for (const phototype of phototypes) {
    expect(expectationOf(caseWith(`person.phototype=${phototype}`), site('cheek')).phototype).toBe(phototype);
  }
});

test('a protocol has one expectation for each place, by the kind of its needles', () => {
  const all = expectationsOf(caseWith(), ['cheek', 'cheek', 'neck'], penSheet());
  expect(all.map(({ site: id, region }) => [id, region])).toEqual([
    ['cheek', 'face'],
    ['neck', 'neck'],
  ]);
  expect(all.flatMap(({ routes: own }) => own.map(({ route }) => route))).toEqual(['needling', 'needling']);
});
