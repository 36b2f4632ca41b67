import { calibration } from '@percuta/evidence';
import { toSI } from '@percuta/quantity';
import { expect, test } from 'vitest';
import { closureMoved } from './closure.ts';

const measured = calibration('healing-closure');
const { collagen } = measured.terms;
const days = (count: number): number => toSI(count, 'days');
const last = measured.days_after_the_session.length - 1;

const moved = (sessions: readonly number[], cut: readonly number[], time: number, name = 'collagen') => {
  const at = (end: 'low' | 'high'): number =>
    closureMoved(Float64Array.of(1), name, end, {
      times: [days(time)],
      cuts: { sessions: sessions.map(days), cut },
    })[0];
  return { low: at('low') - 1, high: at('high') - 1 };
};

test('one session makes no error of closure, and a band before the second session is as the draws have it', () => {
  expect(moved([0], [0.05], 365)).toEqual({ low: 0, high: 0 });
  expect(moved([0, 28], [0.05, 0.05], 28)).toEqual({ low: 0, high: 0 });
});

test('a second session widens the band as measured, in proportion to what it cuts, and errors of sessions add up', () => {
  measured.days_after_the_session.forEach((after, i) => {
    const { low, high } = moved([0, 28], [0.05, 0.02], 28 + after);
    expect(low).toBeCloseTo(0.02 * (collagen.low[i] ?? Number.NaN), 12);
    expect(high).toBeCloseTo(0.02 * (collagen.high[i] ?? Number.NaN), 12);
  });
  const far = (measured.days_after_the_session[last] ?? 0) + 200;
  const both = moved([0, 28, 28], [0.05, 0.02, 0.03], far);
  expect(both.high).toBeCloseTo(0.05 * (collagen.high[last] ?? Number.NaN), 12);
});

test('what is not known to err is left alone', () => {
  expect(moved([0, 28], [0.05, 0.05], 100, 'neutrophils')).toEqual({ low: 0, high: 0 });
});

test('the terms rise above what levelling out was found to leave away over four sessions', () => {
  const { share_held: held } = measured.four_sessions;
  // Bands of 80 % whose ends are added up are too wide rather than too narrow.
  for (const share of held.collagen) expect(share).toBeGreaterThanOrEqual(0.7);
  expect(Math.max(...collagen.high)).toBeGreaterThan(0);
  collagen.low.forEach((low, i) => expect(low).toBeLessThan(collagen.high[i] ?? Number.NaN));
});
