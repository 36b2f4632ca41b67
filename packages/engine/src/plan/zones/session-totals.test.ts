import { deviceSheet } from '@percuta/evidence';
import { expect, test } from 'vitest';
import { planCourse } from '../../plan-course.ts';
import { reportOf } from '../../report/report-of.ts';
import { ninetyFifth } from '../../case/exclusions.ts';
import { caseWith } from '../../testing/case.ts';
import type { WorkedOut } from '../plan.ts';
import { sessionTotals } from './session-totals.ts';
import { writePlan } from '../write-plan.ts';

const run = { draws: 64, seed: 1, overrides: {} };
const sheet = deviceSheet('skinpen_precision');
const mole = ['site.exclusions=[{"reason":"mole","note":"left","area":"10 cm2","error":"1 cm2"}]'];
const planOf = (...assignments: readonly string[]) => planCourse(caseWith(...assignments), [sheet], run);
const worked = (...assignments: readonly string[]): WorkedOut => {
  const plan = planOf(...assignments);
  if (plan.status === 'refused') throw new Error(plan.reasons[0]?.because);
  return plan;
};
const [whole, part] = [worked(), worked(...mole)];
const totals = ({ candidates: [first], given }: WorkedOut) => {
  if (first === undefined) throw new Error('the case is planned');
  return sessionTotals(first, sheet, given.site);
};

test('every total of a session is that of the whole area times the share that is treated', () => {
  const [all, less] = [totals(whole), totals(part)];
  for (const key of ['insertions', 'holes', 'bleeding', 'strokes', 'time'] as const) {
    expect(less[key]?.median).toBeCloseTo(0.75 * (all[key]?.median ?? Number.NaN), 6);
    expect(all[key]?.median).toBeGreaterThan(0);
  }
  expect(less.hurt).toBeCloseTo(0.75 * (all.hurt ?? Number.NaN), 15);
});

test('a pen is on the skin for as long as its strokes take', () => {
  const [first] = whole.candidates;
  const { strokes, time } = totals(whole);
  expect(time?.median).toBeCloseTo(strokes.median / (first?.settings.frequency ?? Number.NaN), -1);
  expect(time?.median).toBeGreaterThan(10);
});

test('the error of the area widens the totals', () => {
  const { holes } = totals(part);
  const [first] = part.candidates;
  expect(holes.low).toBeCloseTo((first?.session.holes.low ?? 0) * (0.003 - 1e-4 * ninetyFifth), 6);
  expect(holes.high).toBeCloseTo((first?.session.holes.high ?? 0) * (0.003 + 1e-4 * ninetyFifth), 6);
});

const strip = ({ candidates, ...rest }: ReturnType<typeof writePlan>) => ({
  ...rest,
  case: undefined,
  left_out: undefined,
  treated_area: undefined,
  treated_area_error: undefined,
  candidates: candidates.map((one) => ({ ...one, session_over_treated_area: undefined })),
});

test('the density of every course, its limits and the rest of the plan do not move', () => {
  expect(strip(writePlan(part))).toEqual(strip(writePlan(whole)));
  expect(JSON.stringify(writePlan(whole))).not.toMatch(/left_out"|treated_area/);
});

test('plan and report name what is left out with its reason', () => {
  expect(writePlan(part)).toMatchObject({
    left_out: [{ reason: 'mole', note: 'left', area: '10 cm2', error: '1 cm2', not_treated: '10 cm2' }],
    treated_area: '30 cm2',
    treated_area_error: '1 cm2',
  });
  const manifest = {
    engineVersion: '0',
    seed: '1',
    draws: 64,
    inputHash: '',
    resultHash: '',
    stages: [],
    overrides: [],
  };
  const report = reportOf(part, manifest);
  expect(report.asked.find(({ label }) => label === 'Left out by the case')?.value).toBe(
    'mole (left), 10 cm² ± 1 cm²',
  );
  expect(report.asked.find(({ label }) => label === 'Site')?.value).toMatch(
    /30 cm² ± 1 cm² treated of 40 cm²/,
  );
  expect(report.status === 'refused' ? [] : report.masks[0]?.label).toBe('Mole (left), 10 cm² ± 1 cm²');
});

test('the area under an anaesthetic is that which may well be treated', () => {
  const numb = ['anaesthesia={"kind":"topical","product":"cream","area_limit":"35 cm2"}'];
  expect(planOf(...numb).status).toBe('refused');
  expect(planOf(...numb, ...mole).status).toBe('planned');
  expect(
    planOf('anaesthesia={"kind":"topical","product":"cream","area_limit":"31 cm2"}', ...mole).status,
  ).toBe('refused');
});

test('a tip that covers more than is left is refused with both areas', () => {
  const wide = {
    ...sheet,
    tip_area: { value: 1e-4, printed: '1 cm2', sources: [], read: 'label or registry' as const },
  };
  const left = 'site.exclusions=[{"reason":"mole","area":"39.3 cm2"}]';
  const plan = planCourse(caseWith(left), [wide], run);
  expect(plan.status === 'refused' ? plan.reasons.map(({ because }) => because) : []).toEqual([
    'exclusions of cheek leave 0.7 cm2 of 40 cm2, and its tip covers at least 1 cm2',
  ]);
  expect(planCourse(caseWith(), [wide], run).status).toBe('planned');
});

test('inflamed acne in the area is told how part of it is left out', () => {
  const plan = planOf('screening.acne-active=yes');
  expect(plan.status === 'refused' ? plan.reasons[0]?.wouldChange : '').toMatch(/exclusions.*active acne/);
});
