import { site } from '@percuta/evidence';
import { toSI } from '@percuta/quantity';
import { expect, test } from 'vitest';
import { readCase } from '../case/case.ts';
import document from '../../../../examples/cheek-acne-scars/case.json' with { type: 'json' };
import { laidDown, shareAt, type CourseShape } from './course-shape.ts';
import { expectationOf } from './expectation.ts';
import { expectationCourses, type EstimatedCourse } from './expectation-course.ts';

const week = toSI(1, 'weeks');
const expected = expectationOf(readCase(document), site('cheek'));
const [route] = expected.routes;

/** Straight from nothing to all within some weeks, then level. */
const shape = (...untils: readonly number[]): CourseShape => {
  const times = Float64Array.from({ length: 61 }, (_, i) => i * week);
  const draws = untils.map((until) => times.map((time) => Math.min(1, time / (until * week))));
  return { times, sessions: [0, 4 * week, 8 * week], draws };
};

const estimated = (given: CourseShape): EstimatedCourse => {
  const [course] = expectationCourses(expected, given);
  if (course?.status !== 'estimated') throw new Error('a figure was expected');
  return course;
};

test('when trials read at the latest the levels are those of the trials, bands and all', () => {
  if (route?.status !== 'estimated') throw new Error('a figure was expected');
  const { moments, readBy, standing } = estimated(shape(20));
  expect(readBy).toBe(8 * week + (route.assessed?.high ?? Number.NaN));
  const told = moments.at(-1)?.levels.map(({ level, median, band50, band90, basis }) => ({
    level,
    median,
    band50,
    band90,
    basis,
  }));
  const counted = route.levels.filter(({ level }) => ['25', '50', '75'].includes(level));
  expect(counted).toHaveLength(3);
  expect(told).toEqual(
    counted.map(({ level, median, band50, band90, basis }) => ({ level, median, band50, band90, basis })),
  );
  expect(standing).toEqual(route.levels.filter(({ level }) => ['worse', 'no-change', 'any'].includes(level)));
});

test('nobody has come anywhere at the first session, and nobody goes back', () => {
  const { moments } = estimated(shape(10, 20, 30));
  for (const level of [0, 1, 2]) {
    const medians = moments.map(({ levels }) => levels[level]?.median ?? Number.NaN);
    expect(medians[0]).toBe(0);
    expect(medians).toEqual([...medians].sort((a, b) => a - b));
  }
});

test('half the way, those half better are those whom trials would leave all better: nobody', () => {
  const half = estimated(shape(2 * 34)).moments.find(
    ({ share }) => share.middle > 0.45 && share.middle < 0.5,
  );
  const level = half?.levels.find(({ level: name }) => name === '50');
  expect(level?.median).toBe(0);
  const quarter = half?.levels.find(({ level: name }) => name === '25');
  expect(quarter?.median).toBeGreaterThan(0);
});

const at12Weeks = (given: CourseShape) => estimated(given).moments.find(({ time }) => time === 12 * week);

test('a faster and a slower draw give a wider band than one', () => {
  const [one, both] = [at12Weeks(shape(20)), at12Weeks(shape(14, 30))];
  expect(one?.share.tenth).toBe(one?.share.ninetieth);
  expect((both?.share.ninetieth ?? 0) - (both?.share.tenth ?? 0)).toBeGreaterThan(0.2);
});

test('what no trial counts has no course', () => {
  if (route === undefined) throw new Error('a route was expected');
  const { moderators, gaps } = route;
  const unknown = { route: 'rf', moderators, gaps, status: 'explained only', reason: 'none' } as const;
  const courses = expectationCourses({ ...expected, routes: [unknown] }, shape(20));
  expect(courses).toEqual([{ status: 'explained only', route: 'rf', reason: 'none' }]);
});

const layered = (synthesis: readonly number[]) =>
  laidDown({
    depths: Float64Array.of(0, 1e-3),
    layers: 1,
    times: Float64Array.of(0, 1, 3),
    synthesis: Float64Array.from(synthesis),
  });

test('what is laid down rises from 0 to 1 by the trapezoidal rule, and stays 0 where nothing is made', () => {
  // (0 + 2) / 2 over 1 s, then (2 + 0) / 2 over 2 s; a fall below rest is no negative collagen.
  expect([...layered([1, 3, 0.5])]).toEqual([0, 1 / 3, 1]);
  expect([...layered([1, 0.5, 1])]).toEqual([0, 0, 0]);
  expect(shareAt(Float64Array.of(0, 1, 3), Float64Array.of(0, 1 / 3, 1), 2)).toBeCloseTo(2 / 3, 12);
});
