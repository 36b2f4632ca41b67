import { centralValues } from '@percuta/evidence';
import { toSI } from '@percuta/quantity';
import { expect, test } from 'vitest';
import { heal } from '../heal.ts';
import { healParameters } from '../heal-stage.ts';
import { normalPlace } from '../place.ts';
import { firstAbove, lastAbove, peakOf } from './crossing.ts';
import { summarise } from './summary.ts';
import { oneSession } from '../testing/one-session.ts';

const p = centralValues(healParameters);
const day = toSI(1, 'days');

test('crossings lie between the times around them', () => {
  const times = Float64Array.of(0, 1, 2, 3, 4);
  const series = Float64Array.of(0, 4, 2, 1, 0);
  const range = { first: 0, last: 4 };
  expect(firstAbove(times, series, 2, range)).toBe(0.5);
  expect(lastAbove(times, series, 2, range)).toBe(2);
  expect(lastAbove(times, series, 1.5, range)).toBe(2.5);
  expect(lastAbove(times, series, 0, range)).toBe(Infinity);
  expect(lastAbove(times, series, 9, range)).toBe(0);
  expect(firstAbove(times, series, 9, range)).toBe(Infinity);
  expect(peakOf(times, series, range)).toEqual({ value: 4, time: 1 });
});

test('one needling session: hours to close, days of redness, phases in order, an interval with its reason', () => {
  const healing = heal(oneSession(p), p);
  const summary = summarise(healing, p, normalPlace, [28 * day, 180 * day]);
  expect(summary.closed / toSI(1, 'h')).toBeCloseTo(10.25, 6);
  // Redness is seen for one to three days in trials; the central values give about as much.
  expect(summary.redness[0] / day).toBeGreaterThan(1);
  expect(summary.redness[0] / day).toBeLessThan(4);
  const [inflammation, proliferation, remodelling] = summary.phases;
  expect(inflammation.from).toBe(0);
  expect(inflammation.to).toBeLessThan(proliferation.to);
  expect(remodelling.from).toBe(proliferation.to);
  expect(remodelling.to).toBeGreaterThan(remodelling.from);
  expect(summary.interval.time).toBeGreaterThanOrEqual(summary.redness[0]);
  expect(summary.interval.because).not.toBe('coagulated collagen is cleared');
  expect(summary.gain).toBeLessThan(summary.bound);
  const [, late] = summary.changes;
  expect(late.parts.map(({ name }) => name)).toContain('elastin');
  expect(late.parts.find(({ name }) => name === 'elastin')?.whole).toBeLessThan(0);
});

test('where nothing is wounded no phase lasts', () => {
  const input = oneSession(p, {
    density: 0,
    gapRadii: Float64Array.of(0),
    pierced: Float64Array.of(0),
    gapAtJunction: 0,
    duration: 30 * day,
  });
  const { phases, inflammation } = summarise(heal(input, p), p, normalPlace, [28 * day]);
  for (const phase of phases) expect(phase).toMatchObject({ from: 0, to: 0 });
  expect(inflammation).toMatchObject({ atTwice: 0, atHalf: 0 });
});

test('the end of inflammation comes sooner at twice the share of its peak, and later at half', () => {
  const { phases, inflammation } = summarise(heal(oneSession(p), p), p, normalPlace, []);
  expect(inflammation.atTwice).toBeLessThan(phases[0].to);
  expect(inflammation.atHalf).toBeGreaterThan(phases[0].to);
});
