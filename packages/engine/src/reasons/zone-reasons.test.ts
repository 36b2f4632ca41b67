import { deviceSheet } from '@percuta/evidence';
import { expect, test } from 'vitest';
import { planCourse } from '../plan-course.ts';
import { createJudge, settingOfPlan } from '../plan/explain/judge-course.ts';
import type { WorkedOut } from '../plan/plan.ts';
import { reasonLines } from '../report/reasons/reason-lines.ts';
import { writeReasons } from '../report/reasons/write-reasons.ts';
import { bindingOf } from '../safety/envelope.ts';
import { shortlistOf } from '../report/shortlist.ts';
import { caseWith } from '../testing/case.ts';
import { explainPlan } from './explain-plan.ts';

const run = { draws: 256, seed: 1, overrides: {}, heals: false };
const zones = [
  { id: 'forehead', area: '40 cm2', touches: [] },
  { id: 'upper_lip_perioral', area: '10 cm2', touches: [] },
];
const plan = planCourse(caseWith(`zones=${JSON.stringify(zones)}`), [deviceSheet('skinpen_precision')], run);
if (plan.status === 'refused') throw new Error('the test case is planned');
const reasons = explainPlan(plan, run);

const ownPlan = (site: string): WorkedOut => {
  const found = plan.zones?.find((zone) => zone.site === site)?.plan;
  if (found === undefined || found.status === 'refused') throw new Error(`${site} is planned`);
  return found;
};

test('every further zone has reasons for what every course shown sets there', () => {
  expect(reasons.zones?.map(({ site }) => site)).toEqual(['forehead', 'upper_lip_perioral']);
  for (const { site, settings } of reasons.zones ?? []) {
    const shown = shortlistOf(plan).map(({ candidate }) => candidate);
    expect(settings.flatMap(({ courses }) => courses).toSorted()).toEqual(
      shown.map(({ id }) => id).toSorted(),
    );
    for (const { courses, reasons: own } of settings) {
      for (const id of courses) {
        const course = shown.find((one) => one.id === id);
        expect(course?.zones?.find((zone) => zone.site === site)?.candidate.id).toBe(own.candidate.id);
      }
    }
  }
});

test('they are of the zone: its limits, its three inputs, its readings, its thin skin', () => {
  for (const { site, settings } of reasons.zones ?? []) {
    const judge = createJudge(settingOfPlan(ownPlan(site), 'skinpen_precision', run.overrides));
    for (const { reasons: own } of settings) {
      const { candidate, binding, next, matters, measured, worst, scenarios } = own;
      const { margins } = judge(candidate.settings, candidate.course);
      expect(margins.find(({ limit }) => limit === binding.limit)?.value).toBe(binding.value);
      expect(bindingOf(margins)?.used).toBe(binding.used);
      expect(next?.used).toBeLessThanOrEqual(binding.used);
      expect(matters).toHaveLength(3);
      expect(measured.readings).toHaveLength(7);
      expect(worst?.used).toBe(Math.max(...scenarios.map(({ used }) => used)));
    }
  }
});

test('what is refused in a zone has what would bring it inside there', () => {
  for (const { site, refusals } of reasons.zones ?? []) {
    const own = ownPlan(site);
    const judge = createJudge(settingOfPlan(own, 'skinpen_precision', run.overrides));
    expect(refusals.reduce((sum, { count }) => sum + count, 0)).toBe(own.rejected.length);
    const shallower = refusals
      .flatMap(({ changes, closest }) => changes.map((change) => ({ change, closest })))
      .filter(({ change }) => change.change.kind === 'depth' && change.isInside);
    expect(shallower.length).toBeGreaterThan(0);
    for (const { change, closest } of shallower) {
      const settings = { ...closest.settings, depth: change.change.to };
      expect(judge(settings, closest.course).isInside).toBe(true);
    }
  }
});

test('a zone that is left out for want of a safe plan still says what would change that', () => {
  const given = caseWith(
    'site.id=back',
    'limits[0].limit=tip-leaves-dermis',
    'limits[0].value=0.1 %',
    `zones=${JSON.stringify([{ id: 'temple', area: '40 cm2', touches: [] }])}`,
  );
  const one = planCourse(given, [deviceSheet('skinpen_precision')], run);
  const none = one.status === 'refused' ? [] : (one.zones ?? []);
  expect(none.map(({ plan: { status } }) => status)).toEqual(['planned', 'no safe plan']);
  const told = explainPlan(one, run).zones?.find(({ site }) => site === 'temple');
  expect(told?.settings).toEqual([]);
  expect(told?.refusals.flatMap(({ changes }) => changes).length).toBeGreaterThan(0);
});

test('they are told under the letters of the courses and written without holes', () => {
  const told = reasonLines(reasons);
  expect(told.zones.map(({ name }) => name)).toEqual(['Forehead', 'Upper lip / perioral']);
  const letters = told.zones[0]?.settings
    .flatMap(({ head }) => head.replace(/:.*/, '').split(', '))
    .toSorted();
  expect(letters).toEqual(reasons.courses.map((_, i) => String.fromCodePoint(65 + i)));
  expect(JSON.stringify([told, writeReasons(reasons)])).not.toMatch(/undefined|NaN|Infinity|DISTANCE/);
});
