import { deviceSheet } from '@percuta/evidence';
import { expect, test } from 'vitest';
import { healValues } from './ensemble.ts';
import { heal } from './heal/heal.ts';
import { oneSession } from './heal/testing/one-session.ts';
import { planCourse } from './plan-course.ts';
import { writePlan } from './plan/write-plan.ts';
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

const works: readonly (readonly [string, (run: Run) => unknown, number])[] = [
  // Three words of the draws, one for each of thirty settings, three of what follows.
  ['a plan', (told) => planCourse(caseWith(), sheets, told), 36],
  // Fifty for each of six courses shown: exchanges of every input, readings, circumstances, counterfactuals.
  ['its reasons', (told) => explainPlan(planned, told), 6 * 50],
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

test('healing speaks at every step', () => {
  const values = healValues({});
  let said = 0;
  const { cost } = heal(oneSession(values), values, { progress: () => (said += 1) });
  expect(said).toBe(cost.steps);
});
