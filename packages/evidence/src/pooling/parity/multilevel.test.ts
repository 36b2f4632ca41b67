import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { robustCoefficients } from '../multilevel/robust-coefficients.ts';
import { regressMultilevel } from '../multilevel/regress-multilevel.ts';
import { regress } from '../random/regress.ts';
import { collectDeviations, type Deviations } from './deviation.ts';
import type { Fixture, MultilevelSet } from './fixture.ts';

const file = new URL('../../../fixtures/metafor.json', import.meta.url);
const fixture: Fixture = JSON.parse(readFileSync(file, 'utf8'));
const BOUND = 1e-6;

const effectsOf = ({ y, v, study }: MultilevelSet) =>
  y.map((estimate, i) => ({ id: String(i), study: String(study[i]), estimate, variance: v[i] }));
const moderatorsOf = ({ x }: MultilevelSet) => x.map((values, i) => ({ name: `x${i}`, values }));

function noteFit(seen: Deviations, set: MultilevelSet, fit: MultilevelSet['fits'][number]): void {
  const moderators = moderatorsOf(set);
  const ours = regressMultilevel(effectsOf(set), moderators, {
    method: fit.method,
    interval: fit.test === 'z' ? 'normal' : 'student',
    samplingCorrelation: set.rho,
  });
  const smallVariance = set.v.reduce((sum, value) => sum + value, 0) / set.v.length / 1000;
  const note = (quantity: string, value: number | undefined, theirs: number, floor = 0) =>
    seen.note(quantity, value, theirs, { where: `${set.name} ${fit.method}`, floor });
  for (const [i, { variance }] of ours.components.entries())
    note('component', variance, fit.sigma2[i], smallVariance);
  note('log-likelihood', ours.logLikelihood, fit.logLik);
  note('Q', ours.q.statistic, fit.q[0]);
  note('p of Q', ours.q.p, fit.q[1]);
  for (const [i, b] of ours.coefficients.entries()) {
    note('coefficient', b.estimate, fit.b[i], fit.se[i]);
    note('se', b.se, fit.se[i]);
    note('interval', b.interval.low, fit.low[i], fit.se[i]);
    note('interval', b.interval.high, fit.high[i], fit.se[i]);
    note('p', b.p, fit.p[i]);
    note('CR2 se', ours.robust[i].se, fit.cr2[i]);
    note('CR2 df', ours.robust[i].df, fit.df[i]);
  }
  if (moderators.length > 0) return;
  note('prediction', ours.prediction?.low, fit.pi[0], fit.se[0]);
  note('prediction', ours.prediction?.high, fit.pi[1], fit.se[0]);
}

test('metafor rma.mv with effects in studies, and CR2 of clubSandwich on it', () => {
  const seen = collectDeviations();
  for (const set of fixture.multilevel) for (const fit of set.fits) noteFit(seen, set, fit);
  expect(Object.keys(seen.worst())).toHaveLength(11);
  expect(seen.beyond(BOUND)).toEqual([]);
});

test('CR2 of clubSandwich on the two-level model', () => {
  const seen = collectDeviations();
  for (const set of fixture.multilevel) {
    const regression = regress(effectsOf(set), moderatorsOf(set), { interval: 'normal' });
    for (const [i, b] of robustCoefficients(regression, set.study.map(String)).entries()) {
      seen.note('coefficient', b.estimate, set.robust.b[i], { where: set.name, floor: b.se });
      seen.note('se', b.se, set.robust.se[i], { where: set.name });
      seen.note('df', b.df, set.robust.df[i], { where: set.name });
    }
  }
  expect(seen.beyond(BOUND)).toEqual([]);
});
