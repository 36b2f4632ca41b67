import { deviceSheet } from '@percuta/evidence';
import { describe, expect, test } from 'vitest';
import { planCourse } from '../../plan-course.ts';
import { caseWith } from '../../testing/case.ts';
import { valueOfMeasurement } from '../../value-of-measurement.ts';
import { totalInfluences } from './total-influence.ts';

const sheet = deviceSheet('skinpen_precision');
const run = { draws: 256, seed: 1, overrides: {} };

describe('totalInfluences', () => {
  const given = caseWith();
  const plan = planCourse(given, [sheet], run);
  if (plan.status !== 'planned') throw new Error('the test case is to be planned');
  const [candidate] = plan.candidates;
  if (candidate === undefined) throw new Error('the test case is to have a candidate');
  const found = totalInfluences(plan, candidate, {});
  const of = (name: string) => found.find((one) => one.name === name);

  test('every drawn input is there once, the most influential first', () => {
    const names = found.flatMap(({ name }) => name.split(', ')).sort();
    expect(names).toEqual([...plan.ensemble.columns.keys()].sort());
    const largest = found.map(({ total }) => Math.max(...Object.values(total).map(({ value }) => value)));
    expect(largest).toEqual(largest.toSorted((a, b) => b - a));
  });

  test('the thickness of the dermis moves the room to the fat, and that of the fat moves nothing', () => {
    expect(of('rank.dermis')?.total.roomToFat.value).toBeGreaterThan(0.5);
    expect(of('rank.fat')?.total.roomToFat).toEqual({ value: 0, low: 0, high: 0 });
  });

  test('an input that cannot matter has exactly nothing', () => {
    const none = { value: 0, low: 0, high: 0 };
    expect(of('puncture.dispersion')?.total).toEqual({
      insertionDepth: none,
      dermalDensity: none,
      roomToFat: none,
    });
    expect(of('puncture.bleedingDepth')?.total.insertionDepth.value).toBe(0);
  });

  test('totals of one outcome add up to 1 or more, since what interacts counts more than once', () => {
    for (const outcome of ['insertionDepth', 'dermalDensity', 'roomToFat'] as const) {
      const sum = found.reduce((total, one) => total + one.total[outcome].high, 0);
      expect(sum).toBeGreaterThan(1);
    }
  });
});

describe('valueOfMeasurement', () => {
  const value = valueOfMeasurement(caseWith(), [sheet], { ...run, draws: 64 }, { error: 0.1e-3 });

  test('thicker readings never take depth away', () => {
    const readings = value?.readings ?? [];
    expect(readings).toHaveLength(7);
    const depths = readings.map(({ deepest }) => deepest);
    expect(depths).toEqual(depths.toSorted((a, b) => a - b));
    expect(readings.map(({ reading }) => reading)).toEqual(
      readings.map(({ reading }) => reading).toSorted((a, b) => a - b),
    );
  });

  test('the thickest reading opens more than no reading does', () => {
    const last = value?.readings.at(-1);
    expect(last?.deepest).toBeGreaterThan(value?.without.deepest ?? Infinity);
    expect(value?.courseLost).toBeGreaterThanOrEqual(0);
    expect(value?.courseLost).toBeLessThanOrEqual(1);
  });

  test('a refused case has no plan to change', () => {
    expect(
      valueOfMeasurement(caseWith('screening.keloid=not asked'), [sheet], run, { error: 0.1e-3 }),
    ).toBeUndefined();
  });
});
