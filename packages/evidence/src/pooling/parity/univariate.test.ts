import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { asymmetryRegression, eggerTest } from '../diagnose/asymmetry.ts';
import { influence } from '../diagnose/influence.ts';
import { leaveOneOut } from '../diagnose/leave-one-out.ts';
import { pool } from '../random/pool.ts';
import { predictEffect } from '../random/predict-effect.ts';
import { regress, tau2IntervalOf } from '../random/regress.ts';
import { collectDeviations, type Deviations } from './deviation.ts';
import type { Fixture, RegressionSet, UnivariateSet } from './fixture.ts';

const file = new URL('../../../fixtures/metafor.json', import.meta.url);
const fixture: Fixture = JSON.parse(readFileSync(file, 'utf8'));

// The measure of the whole comparison; the numbers of the file have twelve digits.
const BOUND = 1e-6;

type Given = Pick<UnivariateSet, 'y' | 'v'>;

const effectsOf = ({ y, v }: Given) =>
  y.map((estimate, i) => ({ id: String(i), study: String(i), estimate, variance: v[i] }));
/** A thousandth of the mean sampling variance is zero for a variance between studies. */
const smallTau2 = ({ v }: Given) => v.reduce((sum, value) => sum + value, 0) / v.length / 1000;
const intervalOf = (test: 'z' | 'knha') => (test === 'z' ? 'normal' : 'hartung-knapp');

function notePooled(seen: Deviations, set: UnivariateSet, fit: UnivariateSet['fits'][number]): void {
  const effects = effectsOf(set);
  const { method, se } = fit;
  const where = `${set.name} ${method}`;
  const normal = pool(effects, { method, interval: 'normal' });
  const hk = pool(effects, { method });
  const floored = pool(effects, { method, interval: 'hartung-knapp-floored' });
  const { tau2, tau2Se, q, p, i2, h2 } = normal.heterogeneity;
  const note = (quantity: string, ours: number | undefined, theirs: number | null | undefined, floor = 0) =>
    seen.note(quantity, ours, theirs, { where, floor });
  note('tau2', tau2, fit.tau2, smallTau2(set));
  note('se of tau2', tau2Se, fit.seTau2, smallTau2(set));
  note('Q', q, set.q[0]);
  note('p of Q', p, set.q[1]);
  note('I2', i2, fit.i2, 1e-3);
  note('H2', h2, fit.h2);
  note('estimate', normal.mean.estimate, fit.estimate, se);
  note('se', normal.mean.se, fit.se);
  note('p', normal.mean.p, fit.p);
  note('interval', normal.mean.interval.low, fit.ci[0], se);
  note('interval', normal.mean.interval.high, fit.ci[1], se);
  note('Hartung-Knapp se', hk.mean.se, fit.hk[0]);
  note('Hartung-Knapp interval', hk.mean.interval.low, fit.hk[1], se);
  note('Hartung-Knapp interval', hk.mean.interval.high, fit.hk[2], se);
  note('Hartung-Knapp p', hk.mean.p, fit.hk[3]);
  note('floored se', floored.mean.se, fit.floored[0]);
  note('floored interval', floored.mean.interval.low, fit.floored[1], se);
  note('floored interval', floored.mean.interval.high, fit.floored[2], se);
  note('prediction', normal.prediction?.low, fit.pi?.[0], se);
  note('prediction', normal.prediction?.high, fit.pi?.[1], se);
  note('Hartung-Knapp prediction', hk.prediction?.low, fit.hkPi?.[0], se);
  note('Hartung-Knapp prediction', hk.prediction?.high, fit.hkPi?.[1], se);
}

function noteDiagnostics(seen: Deviations, set: UnivariateSet): void {
  const theirs = set.diagnostics;
  if (theirs === undefined) return;
  const effects = effectsOf(set);
  const options = { method: theirs.method, interval: intervalOf(theirs.test) } as const;
  const note = (quantity: string, ours: number, value: number, floor = 0) =>
    seen.note(quantity, ours, value, { where: set.name, floor });
  for (const [i, ours] of influence(effects, [], options).entries()) {
    note('studentised residual', ours.studentised, theirs.rstudent[i], 1e-3);
    note('DFFITS', ours.dffits, theirs.dffits[i], 1e-3);
    note('Cook', ours.cooksDistance, theirs.cook[i], 1e-6);
    note('covariance ratio', ours.covarianceRatio, theirs.covRatio[i]);
    note('tau2 without', ours.tau2Without, theirs.tau2[i], smallTau2(set));
    note('Q without', ours.qWithout, theirs.q[i]);
    note('hat', ours.hat, theirs.hat[i]);
  }
  for (const [i, { pooled }] of leaveOneOut(effects, options).entries()) {
    note('left out: estimate', pooled.mean.estimate, theirs.leave.estimate[i], pooled.mean.se);
    note('left out: se', pooled.mean.se, theirs.leave.se[i]);
    note('left out: interval', pooled.mean.interval.low, theirs.leave.low[i], pooled.mean.se);
    note('left out: interval', pooled.mean.interval.high, theirs.leave.high[i], pooled.mean.se);
  }
  const tests = [
    { ours: eggerTest(effects), values: theirs.egger },
    { ours: asymmetryRegression(effects, options), values: theirs.eggerMixed },
  ];
  for (const { ours, values } of tests) {
    note('Egger statistic', ours.slope.statistic, values[0], 1e-3);
    note('Egger p', ours.slope.p, values[1]);
    note('Egger limit', ours.limit.estimate, values[2], ours.limit.se);
    note('Egger limit', ours.limit.interval.low, values[3], ours.limit.se);
    note('Egger limit', ours.limit.interval.high, values[4], ours.limit.se);
  }
}

describe('metafor rma.uni', () => {
  test('there are enough data sets, with their versions', () => {
    const { univariate, regression, sizes, multilevel, proportions, oddsRatios, ordered, versions } = fixture;
    const count = [univariate, regression, sizes, multilevel, proportions, oddsRatios, ordered];
    expect(count.reduce((sum, part) => sum + part.length, 0)).toBeGreaterThanOrEqual(200);
    expect(versions['metafor']).toBe('3.8.1');
  });

  test('all estimators of tau2, all intervals', () => {
    const seen = collectDeviations();
    for (const set of fixture.univariate) for (const fit of set.fits) notePooled(seen, set, fit);
    expect(seen.beyond(BOUND)).toEqual([]);
  });

  test('the interval of tau2 and the prediction with one degree less', () => {
    const seen = collectDeviations();
    for (const set of fixture.univariate) {
      const effects = effectsOf(set);
      const { low, high } = tau2IntervalOf(regress(effects, []));
      const { prediction, mean } = pool(effects, { interval: 'normal', prediction: 'higgins' });
      const where = set.name;
      seen.note('low', low, set.tau2Interval[0], { where, floor: smallTau2(set) });
      seen.note('high', high, set.tau2Interval[1], { where, floor: smallTau2(set) });
      seen.note('prediction', prediction?.low, set.higgins[0], { where, floor: mean.se });
      seen.note('prediction', prediction?.high, set.higgins[1], { where, floor: mean.se });
    }
    expect(seen.beyond(BOUND)).toEqual([]);
  });

  test('influence, leave-one-out, Egger', () => {
    const seen = collectDeviations();
    for (const set of fixture.univariate) noteDiagnostics(seen, set);
    expect(Object.keys(seen.worst())).toHaveLength(13);
    expect(seen.beyond(BOUND)).toEqual([]);
  });
});

function noteRegression(seen: Deviations, set: RegressionSet, fit: RegressionSet['fits'][number]): void {
  const moderators = set.x.map((values, i) => ({ name: `x${i}`, values }));
  const options = { method: fit.method, interval: intervalOf(fit.test) } as const;
  const effects = effectsOf(set);
  const ours = regress(effects, moderators, options);
  const where = `${set.name} ${fit.method}`;
  const note = (quantity: string, value: number | undefined, theirs: number | null | undefined, floor = 0) =>
    seen.note(quantity, value, theirs, { where, floor });
  for (const [i, b] of ours.coefficients.entries()) {
    note('coefficient', b.estimate, fit.b[i], fit.se[i]);
    note('se', b.se, fit.se[i]);
    note('p', b.p, fit.p[i]);
    note('interval', b.interval.low, fit.low[i], fit.se[i]);
    note('interval', b.interval.high, fit.high[i], fit.se[i]);
  }
  note('tau2', ours.heterogeneity.tau2, fit.tau2, smallTau2(set));
  note('se of tau2', ours.heterogeneity.tau2Se, fit.seTau2, smallTau2(set));
  note('QE', ours.heterogeneity.q, fit.q[0]);
  note('p of QE', ours.heterogeneity.p, fit.q[1]);
  note('omnibus', ours.omnibus?.statistic, fit.omnibus[0]);
  note('p of omnibus', ours.omnibus?.p, fit.omnibus[1]);
  note('I2', ours.heterogeneity.i2, fit.i2, 1e-3);
  note('H2', ours.heterogeneity.h2, fit.h2);
  // Where nothing is to be explained they say 0 and we say nothing; for CE their R2 is another one.
  if (ours.r2 !== undefined) note('R2', ours.r2, fit.r2, 1e-3);
  const at = predictEffect(
    ours,
    set.x.map((values) => values[1]),
  );
  note('mean', at.mean.estimate, fit.at[0], at.mean.se);
  note('se of mean', at.mean.se, fit.at[1]);
  note('interval of mean', at.mean.interval.low, fit.at[2], at.mean.se);
  if (fit.method !== 'CE') note('prediction', at.interval?.low, fit.at[4], at.mean.se);
  if (fit.rstudent === undefined) return;
  for (const [i, value] of influence(effects, moderators, options).entries()) {
    note('studentised residual', value.studentised, fit.rstudent[i], 1e-3);
    note('Cook', value.cooksDistance, fit.cook?.[i], 1e-6);
    note('hat', value.hat, fit.hat?.[i]);
  }
}

test('metafor rma.uni with one to three moderators', () => {
  const seen = collectDeviations();
  for (const set of fixture.regression) for (const fit of set.fits) noteRegression(seen, set, fit);
  expect(seen.beyond(BOUND)).toEqual([]);
});
