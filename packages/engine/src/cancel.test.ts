import { deviceSheet } from '@percuta/evidence';
import { expect, test } from 'vitest';
import { healValues } from './ensemble.ts';
import { heal } from './heal/heal.ts';
import { oneSession } from './heal/testing/one-session.ts';
import { planCourse } from './plan-course.ts';
import type { WorkedOut } from './plan/plan.ts';
import { writePlan } from './plan/write-plan.ts';
import { receiptOfPlan } from './receipts/manifest.ts';
import { explainPlan } from './reasons/explain-plan.ts';
import type { Run } from './run.ts';
import { caseWith } from './testing/case.ts';
import { valueOfMeasurement } from './value-of-measurement.ts';

const run: Run = { draws: 16, seed: 1, overrides: {}, heals: false };
const sheets = [deviceSheet('skinpen_precision')];
const planned = planCourse(caseWith(), sheets, { ...run, draws: 64 });

/** Words that a piece of work says until it ends, or until it is cancelled at the word of a number. */
const wordsOf = (work: (run: Run) => unknown, last = Infinity): string[] => {
  const said: string[] = [];
  const controller = new AbortController();
  const progress = (_done: number, _total: number, what: string): void => {
    said.push(what);
    if (said.length === last) controller.abort();
  };
  try {
    work({ ...run, progress, signal: controller.signal });
  } catch (error) {
    if (!controller.signal.aborted) throw error;
  }
  return said;
};

const zones = JSON.stringify([
  { id: 'forehead', area: '40 cm2', touches: [] },
  { id: 'upper_lip_perioral', area: '10 cm2', touches: [] },
]);
const area = caseWith(`zones=${zones}`);
const areaPlanned = planCourse(area, sheets, { ...run, draws: 64 });
if (areaPlanned.status === 'refused') throw new Error('the area is planned');

const coursesOf = (plan: typeof planned): number =>
  plan.status === 'refused' ? 0 : plan.candidates.length + plan.rejected.length;
const coursesOfZones = ({ zones = [] }: WorkedOut): number =>
  zones.reduce((sum, { plan }) => sum + (plan.status === 'refused' ? 0 : plan.candidates.length), 0);

const keep = (told: Run): unknown => receiptOfPlan(planned, sheets, told, { document: {}, sheets: [] }, '');

const works: readonly (readonly [string, (run: Run) => unknown, number])[] = [
  // Four words of the draws, one for each of thirty settings, one for each of the depths tried, five of what follows.
  ['a plan', (told) => planCourse(caseWith(), sheets, told), 4 + 30 + 2 + 5],
  ['a plan of several zones', (told) => planCourse(area, sheets, told), 3 * (4 + 30 + 2 + 5)],
  // Fifty for each of six courses shown: exchanges of every input, readings, circumstances, counterfactuals; and every
  // depth that is tried for what a reading would make safe, seven readings.
  ['its reasons', (told) => explainPlan(planned, told), 6 * 50 + 7 * 24],
  [
    'what is written of several zones',
    (told) => writePlan(areaPlanned, told),
    coursesOf(areaPlanned) + coursesOfZones(areaPlanned),
  ],
  // One for each course and three of the hash.
  ['a plan as it is kept', keep, coursesOf(planned) + 3],
  ['what is written of it', (told) => writePlan(planned, told), 1000],
  [
    'the value of a measurement',
    (told) => valueOfMeasurement(caseWith(), sheets, told, { error: 0.1e-3 }),
    6 * 36,
  ],
];

test.each(works)(
  '%s speaks at every piece of work and stops at the next after a cancel',
  (_, work, least) => {
    const said = wordsOf(work);
    expect(said.length).toBeGreaterThanOrEqual(least);
    for (const last of [1, 2, Math.ceil(said.length / 3), Math.ceil(said.length / 2), said.length - 1])
      expect(wordsOf(work, last)).toEqual(said.slice(0, last));
  },
);

test('a plan is written once for its file and its hash', () => {
  expect(wordsOf(keep).filter((word) => word === 'courses written')).toHaveLength(coursesOf(planned));
});

test('healing speaks at every step', () => {
  const values = healValues({});
  let said = 0;
  const { cost } = heal(oneSession(values), values, { progress: () => (said += 1) });
  expect(said).toBe(cost.steps);
});
