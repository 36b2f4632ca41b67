import { centralValues } from '@percuta/evidence';
import { toSI } from '@percuta/quantity';
import { expect, test } from 'vitest';
import { BadInput, OutsideModel } from '../../error.ts';
import { healParameters, type HealValues } from '../heal-stage.ts';
import type { HealInput } from '../result/healing.ts';
import { calibratedValues, drawCount, healDraw, type DrawOutcome } from './draw.ts';
import { valuesAtDraw } from './draw-values.ts';
import { checkDraws, gatherEnsemble, healedOf } from './heal-ensemble.ts';
import { oneSession } from '../testing/one-session.ts';

const fixed = { N_r: 10, n_layers: 1 };
const inputOf = (values: HealValues): HealInput => oneSession(values);

const times = [toSI(28, 'days')];

const drawn = (count: number, own: Partial<HealValues> = {}): DrawOutcome<number>[] =>
  Array.from({ length: count }, (_, k) =>
    healDraw(inputOf, k, { fixed: { ...fixed, ...own }, times, read: ({ layers }) => layers }),
  );

test('the same draws give the same bands, another set others', () => {
  const outcomes = drawn(5);
  const [first, again, other] = [outcomes.slice(0, 4), drawn(4), outcomes].map(gatherEnsemble);
  expect(again?.bands).toEqual(first?.bands);
  expect(other?.bands.elastin.median).not.toEqual(first?.bands.elastin.median);
});

test('bands are in order, every draw is counted, and what is read of it comes along', () => {
  const outcomes = drawn(4);
  const { bands, tries, refused, summaries, times: kept } = gatherEnsemble(outcomes);
  for (const { low, median, high } of Object.values(bands)) {
    expect(low).toHaveLength(kept.length);
    median.forEach((value, t) => expect(low[t] <= value && value <= high[t]).toBe(true));
  }
  const refusals = Object.values(refused).reduce((sum, count) => sum + count, 0);
  expect(tries).toBe(summaries.length + refusals);
  expect(tries).toBe(4);
  expect(healedOf(outcomes).map(({ reading }) => reading)).toEqual(summaries.map(() => 1));
});

const course = (sessions: readonly number[]) => {
  const again = (values: HealValues): HealInput => ({ ...inputOf(values), sessions });
  const outcomes = Array.from({ length: 4 }, (_, k) =>
    healDraw(again, k, { fixed, times, read: ({ layers }) => layers }),
  );
  return { outcomes, ensemble: gatherEnsemble(outcomes) };
};

test('a second session moves the ends of the bands by the error of levelling out, and one session does not', () => {
  expect(course([0]).ensemble.closure).toEqual({ low: 0, high: 0 });
  const { outcomes, ensemble } = course([0, toSI(28, 'days')]);
  expect(ensemble.closure.high).toBeGreaterThan(0.0005);
  expect(ensemble.closure.high).toBeLessThan(0.03);
  const last = ensemble.times.length - 1;
  const ends = healedOf(outcomes).map(({ series }) => series.collagen[last]);
  expect(ensemble.bands.collagen.high[last] - ensemble.closure.high).toBeLessThanOrEqual(Math.max(...ends));
  expect(ensemble.bands.neutrophils.high[last]).toBeLessThanOrEqual(
    Math.max(...healedOf(outcomes).map(({ series }) => series.neutrophils[last])),
  );
});

test('draws that a rule refuses are left out and counted by its name', () => {
  const outcomes: DrawOutcome<number>[] = [...drawn(2), { refusedBy: 'RESOLVE' }];
  expect(gatherEnsemble(outcomes)).toMatchObject({ tries: 3, refused: { RESOLVE: 1 } });
  expect(gatherEnsemble(outcomes).bands).toEqual(gatherEnsemble(outcomes.slice(0, 2)).bands);
});

test('draws differ from each other, fixed parameters do not', () => {
  const [a, b] = [valuesAtDraw(1, 0, fixed), valuesAtDraw(1, 1, fixed)];
  expect(a.d_A).not.toBe(b.d_A);
  expect(a.N_r).toBe(10);
  expect(a.R_most).toBe(centralValues(healParameters).R_most);
  expect(calibratedValues(0, fixed)).not.toEqual(calibratedValues(1, fixed));
});

test('values set by hand that break a rule refuse every draw, and too few draws end the run', () => {
  const inflamed = { p_AN: toSI(1, '1/d'), p_AM: toSI(2, '1/d'), d_A: toSI(2, '1/d') };
  const outcomes = drawn(3, inflamed);
  expect(outcomes).toEqual([1, 2, 3].map(() => ({ refusedBy: 'G_A' })));
  expect(() => gatherEnsemble(outcomes)).toThrow(OutsideModel);
  expect(() => gatherEnsemble(outcomes)).toThrow('only 0 of 3 draws');
});

test('more draws than meet the measurements are refused with what to do', () => {
  expect(() => checkDraws(drawCount)).not.toThrow();
  expect(() => checkDraws(drawCount + 1)).toThrow(BadInput);
  expect(() => checkDraws(drawCount + 1)).toThrow(`ask for at most ${drawCount} draws`);
  expect(() => calibratedValues(drawCount, {})).toThrow(RangeError);
});
