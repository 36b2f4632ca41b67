import { expect, test } from 'vitest';
import { measures } from './measures.ts';
import { classOf, scoreCounts, scoreItems } from './score.ts';
import { areaClassOf, scoreAreas } from './score-areas.ts';

const scored = measures().flatMap(({ id, scoring }) =>
  (scoring?.vectors ?? []).map((vector) => [id, vector] as const),
);

test.each(scored)('%s gives the points of its vector', (id, { counts, ratings, points }) => {
  const score = counts ? scoreCounts(id, counts) : scoreItems(id, ratings ?? {});
  expect(score).toEqual({ points, read: 'recalled (unverified)', isVerified: false });
});

const areas = (['masi', 'mmasi'] as const).flatMap((id) =>
  measures()
    .filter((measure) => measure.id === id)
    .flatMap(({ area_scoring }) => area_scoring?.vectors ?? [])
    .map((vector) => [id, vector] as const),
);

test.each(areas)('%s gives the points of its vector', (id, { parts, points }) => {
  expect(scoreAreas(id, parts).points).toBeCloseTo(points, 12);
});

test('the largest score of each table is the end of the range of its scale', () => {
  for (const { range, scoring, id } of measures()) {
    if (!scoring || id === 'manchester') continue;
    const most = scoring.items.map((item) => ('points' in item ? Math.max(...item.points) : item.max));
    expect(most.reduce((sum, points) => sum + points, 0)).toBe(range?.max);
  }
});

test.each([
  [0, 0],
  [1, 1],
  [10, 1],
  [11, 2],
  [20, 2],
  [21, 3],
])('%i lesions are class %i after Goodman and Baron', (count, expected) => {
  expect(classOf('goodman-baron-quantitative', 'macular', count)).toBe(expected);
});

test('ECCA and areas in cm2 have other bounds', () => {
  expect([4, 5, 20, 21].map((count) => classOf('ecca', 'v-shaped', count))).toEqual([1, 2, 2, 3]);
  const area = [4.9, 5, 20, 20.1].map((cm2) =>
    classOf('goodman-baron-quantitative', 'hypertrophic-area', cm2),
  );
  expect(area).toEqual([1, 2, 2, 3]);
});

test.each([
  [0, 0],
  [9, 1],
  [10, 2],
  [29, 2],
  [30, 3],
  [89, 5],
  [90, 6],
  [100, 6],
])('%i per cent of a part is area class %i', (percent, expected) => {
  expect(areaClassOf(percent)).toBe(expected);
});

test('a scale without rules, an unknown item, a missing or impossible rating throw', () => {
  expect(() => scoreItems('pahpi', {})).toThrow(/not complete enough/);
  expect(() => scoreItems('ecca', { icepick: 2 })).toThrow(/no item "icepick"/);
  expect(() => scoreItems('ecca', { 'v-shaped': 4 })).toThrow(/no class 4/);
  expect(() => scoreItems('vancouver', { height: 1 })).toThrow(/not rated/);
  expect(() => scoreItems('hexsel-cellulite', { 'item-1': 4 })).toThrow(/not in 0 to 3/);
  expect(() => scoreCounts('ecca', { 'v-shaped': -1 })).toThrow(/expected a count/);
  expect(() => scoreCounts('manchester', { colour: 1 })).toThrow(/counts no/);
  expect(() => scoreAreas('masi', {})).toThrow(/expected 0 to/);
});
