import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { orderedModel } from '../ordered/ordered-model.ts';
import { exactOddsRatio } from '../rare/exact-odds-ratio.ts';
import { oddsRatioModel, type OddsRatioModel } from '../rare/odds-ratio-model.ts';
import { proportionModel } from '../rare/proportion-model.ts';
import { collectDeviations, type Deviations } from './deviation.ts';
import type { Fixture, OddsRatiosSet } from './fixture.ts';

const file = new URL('../../../fixtures/metafor.json', import.meta.url);
const fixture: Fixture = JSON.parse(readFileSync(file, 'utf8'));

// Against the maximum of the likelihood itself, integrated by R.
const BOUND = 1e-6;
// glmer's optimiser, behind rma.glmm, stops early on flat likelihoods.
const PACKAGED = 1e-3;

type Triple = readonly [number, number, number];

const isPackaged = ({ quantity }: { quantity: string }) => quantity.startsWith('metafor');

describe('proportions', () => {
  test('random-effects logistic regression', () => {
    const seen = collectDeviations();
    const note = (name: string, ours: Triple, theirs: Triple | undefined, where: string) => {
      seen.note(`${name}: estimate`, ours[0], theirs?.[0], { where, floor: ours[1] });
      seen.note(`${name}: se`, ours[1], theirs?.[1], { where });
      seen.note(`${name}: tau2`, ours[2], theirs?.[2], { where, floor: 0.01 });
    };
    for (const { x, n, own, packaged, fixed, name } of fixture.proportions) {
      const counts = x.map((events, i) => ({ events, total: n[i] }));
      const common = proportionModel(counts, { heterogeneity: 'common' });
      const random = proportionModel(counts);
      if (common.kind === 'bound' || random.kind === 'bound') throw new Error(`${name} has a rate`);
      const ours: Triple = [random.logit.estimate, random.logit.se, random.tau2];
      note('integrated', ours, own, name);
      note('metafor rma.glmm', ours, packaged, name);
      note('common', [common.logit.estimate, common.logit.se, 0], [...fixed, 0], name);
    }
    expect(seen.beyond(BOUND).filter((it) => !isPackaged(it))).toEqual([]);
    expect(seen.beyond(PACKAGED)).toEqual([]);
    expect(fixture.proportions.filter(({ own }) => own !== undefined).length).toBeGreaterThan(8);
  });
});

const armsOf = ({ a, n1, c, n2 }: OddsRatiosSet) =>
  a.map((events, i) => ({ treated: { events, total: n1[i] }, control: { events: c[i], total: n2[i] } }));

function modelled(
  set: OddsRatiosSet,
  model: OddsRatioModel,
  heterogeneity: 'random' | 'common' = 'random',
): Triple {
  const result = oddsRatioModel(armsOf(set), { model, heterogeneity });
  if (result.kind !== 'ratio') throw new Error(`${set.name} has a ratio`);
  return [result.logOddsRatio.estimate, result.logOddsRatio.se, result.tau2];
}

function compare(model: OddsRatioModel, pick: (set: OddsRatiosSet) => Triple | undefined): Deviations {
  const seen = collectDeviations();
  for (const set of fixture.oddsRatios) {
    const theirs = pick(set);
    if (theirs === undefined) continue;
    const ours = modelled(set, model);
    const where = set.name;
    seen.note('estimate', ours[0], theirs[0], { where, floor: ours[1] });
    seen.note('se', ours[1], theirs[1], { where });
    seen.note('tau2', ours[2], theirs[2], { where, floor: 0.01 });
  }
  return seen;
}

describe('odds ratios', () => {
  test('conditional: exact likelihood with random effects', () => {
    expect(compare('conditional', ({ exact }) => exact).beyond(BOUND)).toEqual([]);
    expect(fixture.oddsRatios.filter(({ exact }) => exact !== undefined).length).toBeGreaterThan(4);
  });

  test('conditional: one common ratio', () => {
    const seen = collectDeviations();
    for (const set of fixture.oddsRatios) {
      const [estimate, se] = modelled(set, 'conditional', 'common');
      seen.note('estimate', estimate, set.exactFixed[0], { where: set.name, floor: se });
      seen.note('se', se, set.exactFixed[1], { where: set.name });
    }
    expect(seen.beyond(BOUND)).toEqual([]);
  });

  test('study intercepts: the likelihood integrated by R, and metafor rma.glmm UM.FS', () => {
    expect(compare('study-intercepts', ({ unconditional }) => unconditional).beyond(BOUND)).toEqual([]);
    expect(compare('study-intercepts', ({ umfs }) => umfs).beyond(PACKAGED)).toEqual([]);
  });

  test('random intercepts: metafor rma.glmm UM.RS uses the Laplace approximation, so only nearly', () => {
    const seen = compare('random-intercepts', ({ umrs }) => umrs);
    expect(seen.worst()['estimate'].relative).toBeLessThan(0.01);
  });

  test('the exact interval of a common ratio: mantelhaen.test, which stops at 1e-4', () => {
    for (const set of fixture.oddsRatios) {
      const exact = exactOddsRatio(armsOf(set));
      if (exact.kind !== 'between') throw new Error(`${set.name} has an interval`);
      expect(Math.abs(exact.interval.low - set.exactInterval[0])).toBeLessThan(1e-3);
      expect(Math.abs(exact.interval.high - set.exactInterval[1])).toBeLessThan(1e-3);
    }
  });
});

test('ordered categories: ordinal clm, and the random-effects likelihood integrated by R', () => {
  const seen = collectDeviations();
  const cuts = ['low', 'middle', 'high'];
  for (const { counts, link, fixed, random, name } of fixture.ordered) {
    const studies = counts.map(([control, treated], i) => ({
      study: String(i),
      cuts,
      arms: [
        { treatment: 'control', counts: control },
        { treatment: 'treated', counts: treated },
      ],
    }));
    const options = { link, reference: 'control' } as const;
    const common = orderedModel(studies, cuts, options);
    const varied = orderedModel(studies, cuts, { ...options, heterogeneity: 'random' });
    const where = name;
    seen.note('fixed effect', common.effects[0].estimate, fixed[0], { where, floor: fixed[1] });
    seen.note('se of fixed effect', common.effects[0].se, fixed[1], { where });
    seen.note('log-likelihood', common.logLikelihood, fixed[2], { where });
    seen.note('random effect', varied.effects[0].estimate, random?.[0], { where, floor: fixed[1] });
    seen.note('se of random effect', varied.effects[0].se, random?.[1], { where });
    seen.note('tau2', varied.tau ** 2, random?.[2], { where });
    seen.note('log-likelihood, random', varied.logLikelihood, random?.[3], { where });
  }
  expect(Object.keys(seen.worst())).toHaveLength(7);
  expect(seen.beyond(BOUND)).toEqual([]);
});
