import { readFileSync } from 'node:fs';
import { crossValidate, demands, tableReading } from '@percuta/evidence';
import { expect, test } from 'vitest';
import { histogramsOf, replication, type Calibration } from './calibration.ts';
import type { LeaveOneOut } from './leave-one-out.ts';
import type { LongRun } from './long-run.ts';

/** Two folds and two replications fit the whole table. */
const timeout = 240_000;

const committed = <Result>(name: string): Result => {
  // Written by run.ts beside this file.
  return JSON.parse(readFileSync(new URL(`${name}.json`, import.meta.url), 'utf8')) as Result;
};

test(
  'left-out studies: the committed counts are those of the table, and a few folds come out again',
  { timeout },
  () => {
    const { scored } = committed<LeaveOneOut>('leave-one-out');
    const arms = tableReading().used.filter(({ reading }) => reading.kind === 'counts');
    expect(scored.map(({ arm }) => arm).sort()).toEqual(arms.map(({ arm }) => arm).sort());
    const again = crossValidate(tableReading().used, { seed: 2, draws: 200, warmup: 300 }, [
      'ali2017',
      'hkjdv2018',
    ]);
    for (const one of again.flatMap((fold) => fold.scored)) {
      const before = scored.find(({ arm }) => arm === one.arm);
      expect(before).toMatchObject({ cut: one.cut, n: one.n, observed: one.observed });
      // 800 draws instead of 4000, another seed: medians within a tenth of the people, one for small arms.
      expect(Math.abs(one.median - (before?.median ?? NaN))).toBeLessThanOrEqual(1 + 0.1 * one.n);
    }
  },
);

test('left-out studies: intervals hold what they should, as far as 21 counts tell', () => {
  const { coverage, worst } = committed<LeaveOneOut>('leave-one-out');
  for (const { level, share } of coverage.inside) {
    // Three standard errors of a share of 21.
    expect(Math.abs(share - level)).toBeLessThan(3 * Math.sqrt((level * (1 - level)) / coverage.arms));
  }
  expect(worst.rHat).toBeLessThan(demands.rHat);
  expect(worst.ess).toBeGreaterThan(demands.ess);
});

test('another sampler agrees', () => {
  const { largestDifference, compared } = committed<LongRun>('long-run');
  expect(Math.max(...compared.map(({ walkRHat }) => walkRHat))).toBeLessThan(1.05);
  expect(largestDifference).toBeLessThan(0.2);
});

test('ranks are level, and two replications come out again to the digit', { timeout }, () => {
  const { ranks, histograms, settings } = committed<Calibration>('calibration');
  expect(ranks.length).toBe(settings.replications);
  expect(histogramsOf(ranks)).toEqual(histograms);
  for (const { p } of histograms) expect(p).toBeGreaterThan(0.01 / histograms.length);
  for (const seed of [1, 2]) expect(replication(seed)).toEqual(ranks[seed - 1]);
});
