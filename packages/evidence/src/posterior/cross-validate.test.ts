import { createRandom } from '@percuta/numerics';
import { expect, test } from 'vitest';
import { rankAmong, rankedQuantities, rankOnce } from './calibration.ts';
import { coverageOf, crossValidate, middleCut, score } from './cross-validate.ts';
import { tableReading } from './reading/read-table.ts';

const [arm] = tableReading().used.filter(({ arm: id }) => id === 'ali2017-mn');
if (!arm) throw new RangeError('ali2017-mn');

test('the cut that is scored does not depend on the people', () => {
  expect(middleCut(arm)).toEqual({ cut: '50', people: 10 });
  expect(middleCut({ reading: { kind: 'counts', cuts: ['50', '75'], people: [4, 22, 4] } })).toEqual({
    cut: '50',
    people: 26,
  });
  expect(middleCut({ reading: { kind: 'change', low: 0, high: 0 } })).toBeUndefined();
});

test('scores of counts drawn from the same law as the observed are covered as often as they should be', () => {
  const random = createRandom(4);
  const draw = () =>
    Array.from({ length: 40 }, () => (random.next() < 0.6 ? 1 : 0)).reduce<number>((a, b) => a + b, 0);
  const counts = Float64Array.from({ length: 400 }, draw);
  const scored = Array.from({ length: 400 }, () => score(arm, { cut: '50', people: draw() }, counts));
  const { inside } = coverageOf(scored);
  // Counts are whole, so intervals hold a little more: 50 % of a spread of 3.1 people.
  for (const { level, share } of inside) {
    expect(share).toBeGreaterThan(level - 0.05);
    expect(share).toBeLessThan(level + 0.2);
  }
});

test('a study that is left out is predicted without itself', { timeout: 240_000 }, () => {
  const [fold] = crossValidate(tableReading().used, { seed: 1, draws: 100, warmup: 150 }, ['krithika2025']);
  expect(fold?.scored[0]).toMatchObject({ observed: 0, n: 25, cut: '50' });
  expect(fold?.scored[0]?.median).toBeGreaterThan(10);
});

test('a rank is one of 0 to 99 and fixed by its seed', () => {
  const few = tableReading().used.slice(0, 6);
  const ranks = rankOnce(few, { seed: 5, draws: 50, warmup: 100 });
  expect(rankOnce(few, { seed: 5, draws: 50, warmup: 100 })).toEqual(ranks);
  for (const name of rankedQuantities) {
    expect(Number.isInteger(ranks[name])).toBe(true);
    expect(ranks[name] >= 0 && ranks[name] <= rankAmong).toBe(true);
  }
});
