import { deviceSheet } from '@percuta/evidence';
import { expect, test } from 'vitest';
import { planCourse } from '../../plan-course.ts';
import { caseWith } from '../../testing/case.ts';
import { courseAtDepth, depthsOf } from './course-at-depth.ts';

const run = { draws: 256, seed: 1, overrides: {} };
const plan = planCourse(caseWith(), [deviceSheet('skinpen_precision')], run);
if (plan.status !== 'planned') throw new Error('the test case is to be planned');
const [candidate] = plan.candidates;
if (candidate === undefined) throw new Error('the test case is to have a candidate');

test('at the depth of the plan it is the course of the plan, to the last bit', () => {
  const { course, isInside } = courseAtDepth(plan, candidate, candidate.settings.depth);
  expect(isInside).toBe(true);
  expect(course.stroke.columns).toEqual(candidate.stroke.columns);
  expect(course.margins).toEqual(candidate.margins);
  expect(course.binding).toEqual(candidate.binding);
});

test('deeper settings bring tips deeper, until a limit says no; every setting of the device can be tried', () => {
  const depths = depthsOf(plan, candidate);
  const tried = depths.map((depth) => courseAtDepth(plan, candidate, depth));
  const medians = tried.map(({ course }) => course.stroke.depth.median);
  expect(depths.length).toBeGreaterThan(5);
  expect(medians).toEqual(medians.toSorted((a, b) => a - b));
  expect(tried.at(-1)?.isInside).toBe(false);
  expect(tried.at(-1)?.course.binding.isBroken).toBe(true);
});

test('a depth that the device does not have, and a course of another plan, are refused', () => {
  expect(() => courseAtDepth(plan, candidate, 1.23e-3)).toThrow(
    /no depth of skinpen_precision .given: 1\.23 mm/,
  );
  expect(() => depthsOf(plan, { ...candidate, device: 'other' })).toThrow('other is no device of this plan');
});
