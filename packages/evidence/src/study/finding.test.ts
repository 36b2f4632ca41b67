import { expect, test } from 'vitest';
import { findingOf } from './finding.ts';
import type { Outcome } from './outcome-schema.ts';
import { study } from './studies.ts';
import type { StudyId } from './study-ids.ts';

const outcome = (given: Partial<Outcome>): Outcome => {
  const plain = { words: 'w', measure: 'own-scale' as const, direction: 'lower is better' as const };
  return { ...plain, ...given } as Outcome;
};
const people = { analysed: 25 };

const change = (low: number, high: number) => ({ mean_reduction: 1, interval: { low, high, level: 0.95 } });
const counts = (k: number) => ({ responders: { k, n: 10, definition: 'd', k_derived: false } });
const findings = (id: StudyId) =>
  study(id)
    .arms.slice(0, 1)
    .flatMap((arm) => arm.outcomes.map((outcome) => findingOf(outcome, arm)));

test('an interval off zero is a finding, one across it is "unchanged"', () => {
  expect(findingOf(outcome({ change: change(0.2, 1.8) }), people)).toBe('improved');
  expect(findingOf(outcome({ change: change(-0.2, 1.8) }), people)).toBe('unchanged');
  expect(findingOf(outcome({ change: change(-1.8, -0.2) }), people)).toBe('worse');
  const higher = outcome({ change: change(0.2, 1.8), direction: 'higher is better' });
  expect(findingOf(higher, people)).toBe('worse');
});

test('means count against their standard error, and not without it', () => {
  const means = (end: number) => outcome({ baseline: { mean: 10, sd: 5 }, end: { mean: end, sd: 5 } });
  // Standard error of the change: sqrt(2) 5 / sqrt(25) = 1.41; times 1.96 = 2.77.
  expect(findingOf(means(7), people)).toBe('improved');
  expect(findingOf(means(7.5), people)).toBe('unchanged');
  expect(findingOf(means(13), people)).toBe('worse');
  expect(findingOf(means(7), {})).toBeUndefined();
  expect(findingOf(outcome({ baseline: { mean: 10 }, end: { mean: 1 } }), people)).toBeUndefined();
});

test('counts speak for improvement where most reached it, against it only where the bar was low', () => {
  expect(findingOf(outcome(counts(6)), people)).toBe('improved');
  expect(findingOf(outcome(counts(4)), people)).toBeUndefined();
  const lowBar = outcome({ ...counts(4), measure: 'responders-any-ecca-reduction' });
  expect(findingOf(lowBar, people)).toBe('unchanged');
});

test('findings of the table: the double-blind trial found none, the scales of one series disagree', () => {
  expect(findings('pakla2021')[0]).toBe('unchanged');
  expect(findings('sohag').slice(0, 3)).toEqual(['improved', undefined, 'unchanged']);
  expect(findings('alam2014')).toEqual(['unchanged', 'improved']);
  expect(findings('dogra2014')[0]).toBe('improved');
});
