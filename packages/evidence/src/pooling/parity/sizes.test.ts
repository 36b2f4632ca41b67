import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { changeByBaselineSpread, changeByChangeSpread, meanChange, type Change } from '../effect/change.ts';
import type { EffectSize } from '../effect/effect.ts';
import { meanDifference, standardisedMeanDifference, type Sample } from '../effect/mean-difference.ts';
import {
  arcsineProportion,
  doubleArcsineProportion,
  fromDoubleArcsine,
  harmonicMeanSize,
  logitProportion,
} from '../effect/proportion.ts';
import { logOddsRatio, logRiskRatio, riskDifference, type Count } from '../effect/two-arms.ts';
import { exactInterval } from '../../risk/exact-interval.ts';
import { collectDeviations } from './deviation.ts';
import { sizeNames, type Fixture, type SizeName, type SizesSet } from './fixture.ts';

const file = new URL('../../../fixtures/metafor.json', import.meta.url);
const fixture: Fixture = JSON.parse(readFileSync(file, 'utf8'));
const BOUND = 1e-9;

interface Row {
  readonly first: Sample & Count;
  readonly second: Sample & Count;
  readonly change: Change;
}

const rowOf = (set: SizesSet, i: number): Row => {
  const first = { mean: set.m1[i], sd: set.s1[i], n: set.n1[i], events: set.a[i], total: set.n1[i] };
  const second = { mean: set.m2[i], sd: set.s2[i], n: set.n2[i], events: set.c[i], total: set.n2[i] };
  // Their change is of the first over the second measurement.
  return { first, second, change: { before: second, after: first, n: set.n1[i], correlation: set.r[i] } };
};

// They add a half to all cells of tables with an empty one.
const half = { correction: 0.5 };

const measures: Readonly<Record<SizeName, (row: Row) => EffectSize>> = {
  MD: ({ first, second }) => meanDifference(first, second),
  MDcommon: ({ first, second }) => meanDifference(first, second, 'common'),
  SMD: ({ first, second }) => standardisedMeanDifference(first, second),
  MC: ({ change }) => meanChange(change),
  SMCC: ({ change }) => changeByChangeSpread(change),
  // Theirs divides by the spread of the first measurement.
  SMCR: ({ change: { before, after, ...rest } }) => {
    const { estimate, variance } = changeByBaselineSpread({ before: after, after: before, ...rest });
    return { estimate: -estimate, variance };
  },
  OR: ({ first, second }) => logOddsRatio(first, second, half),
  RR: ({ first, second }) => logRiskRatio(first, second, half),
  RD: ({ first, second }) => riskDifference(first, second, half),
  PLO: ({ first }) => logitProportion(first, half),
  PAS: ({ first }) => arcsineProportion(first),
  PFT: ({ first }) => doubleArcsineProportion(first),
};

test('metafor escalc: every effect size and its variance', () => {
  const seen = collectDeviations();
  for (const set of fixture.sizes) {
    for (const name of sizeNames) {
      const theirs = set[name];
      for (const i of set.n1.keys()) {
        const { estimate, variance } = measures[name](rowOf(set, i));
        const where = `${set.name} ${i}`;
        seen.note(name, estimate, theirs.y[i], { where, floor: Math.sqrt(variance) });
        seen.note(`variance of ${name}`, variance, theirs.v[i], { where });
      }
    }
  }
  expect(Object.keys(seen.worst())).toHaveLength(24);
  expect(seen.beyond(BOUND)).toEqual([]);
});

test('the back-transformed double arcsine and exact intervals', () => {
  const seen = collectDeviations();
  for (const set of fixture.sizes) {
    const counts = set.a.map((events, i) => ({ events, total: set.n1[i] }));
    const values = counts.map((count) => doubleArcsineProportion(count).estimate);
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    seen.note('back', fromDoubleArcsine(mean, harmonicMeanSize(counts)), set.back, { where: set.name });
    for (const [i, count] of counts.entries()) {
      const { low, high } = exactInterval(count.events, count.total);
      seen.note('low', low, set.exact[i][0], { where: set.name });
      seen.note('high', high, set.exact[i][1], { where: set.name });
    }
  }
  expect(seen.beyond(BOUND)).toEqual([]);
});
