import { expect, test } from 'vitest';
import { resultsFor } from './results-for.ts';
import { scaleFunnel } from './scale-funnel.ts';
import type { ScaleResult } from './scale-result.ts';

const scars = resultsFor({ indication: 'atrophic-acne-scars', modality: 'needling' });
const onScale = (measure: string): ScaleResult => {
  const found = scars.find((result) => result.measure === measure);
  if (found === undefined) throw new Error(`nothing on ${measure}`);
  return found;
};

test('changes stand at their standard errors, and two studies are few', () => {
  const funnel = scaleFunnel(onScale('goodman-baron-qualitative'))?.funnel;
  expect(funnel?.hasFewStudies).toBe(true);
  expect(funnel?.points.map(({ estimate }) => estimate)).toEqual([0.91, expect.closeTo(0.84, 10)]);
  // Half of 0.78 to 1.05 over the normal quantile.
  expect(funnel?.points[0]?.se).toBeCloseTo(0.135 / 1.959964, 6);
});

// ln 11 for 33 of 36.
test('shares stand as log odds; without an error in two studies there is no funnel', () => {
  const shares = onScale('responders-one-grade-or-more');
  const [first] = scaleFunnel(shares)?.funnel.points ?? [];
  expect(first?.estimate).toBeCloseTo(2.3978952727983707, 12);
  const [one] = shares.results;
  const all = shares.results.map((result) => ({ ...result, events: result.people ?? 0 }));
  expect(scaleFunnel({ ...shares, results: all })).toBeUndefined();
  expect(scaleFunnel({ ...shares, results: one === undefined ? [] : [one] })).toBeUndefined();
});

test('ten studies are tested for asymmetry', () => {
  const changes = onScale('goodman-baron-qualitative');
  const ten = Array.from({ length: 10 }, (_, i) => ({
    study: `s${i}`,
    arm: `a${i}`,
    people: 20,
    estimate: 0.5 + 0.1 * ((i * 7) % 5),
    interval: { low: 0, high: 1 },
    se: 0.1 + 0.02 * i,
  }));
  const { asymmetry } = scaleFunnel({ ...changes, results: ten, studies: 10 }) ?? {};
  expect(asymmetry?.k).toBe(10);
});
