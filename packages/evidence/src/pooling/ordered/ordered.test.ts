import { describe, expect, test } from 'vitest';
import { logOddsRatio } from '../effect/two-arms.ts';
import { expectedShares } from './expected-shares.ts';
import { orderedModel } from './ordered-model.ts';
import type { OrderedStudy } from './study.ts';

const cuts = ['25 %', '50 %', '75 %'];
const study: OrderedStudy = {
  study: 'one',
  cuts,
  arms: [
    { treatment: 'sham', counts: [20, 10, 6, 4] },
    { treatment: 'needling', counts: [8, 10, 12, 10] },
  ],
};

describe('ordered categories', () => {
  test('two categories and a logit are the log odds ratio', () => {
    const halves: OrderedStudy = {
      study: 'two',
      cuts: ['50 %'],
      arms: [
        { treatment: 'sham', counts: [30, 10] },
        { treatment: 'needling', counts: [18, 22] },
      ],
    };
    const { effects } = orderedModel([halves], ['50 %'], { link: 'logit', reference: 'sham' });
    const woolf = logOddsRatio({ events: 22, total: 40 }, { events: 10, total: 40 });
    expect(effects[0].estimate).toBeCloseTo(woolf.estimate, 8);
    expect(effects[0].se).toBeCloseTo(Math.sqrt(woolf.variance), 8);
  });

  test('the order turned around turns the sign', () => {
    const turned = { ...study, arms: study.arms.map((arm) => ({ ...arm, counts: arm.counts.toReversed() })) };
    for (const link of ['probit', 'logit'] as const) {
      const forward = orderedModel([study], cuts, { link, reference: 'sham' });
      const back = orderedModel([turned], cuts, { link, reference: 'sham' });
      expect(back.effects[0].estimate).toBeCloseTo(-forward.effects[0].estimate, 7);
      expect(back.logLikelihood).toBeCloseTo(forward.logLikelihood, 8);
    }
  });

  test('shares fall from cut to cut and rise with a better treatment', () => {
    const model = orderedModel([study], cuts, { reference: 'sham' });
    const sham = expectedShares(model, 0, 'sham').map(({ share }) => share);
    const needling = expectedShares(model, 0, 'needling').map(({ share }) => share);
    expect(sham[0]).toBe(0.5);
    expect(sham).toEqual(sham.toSorted((a, b) => b - a));
    for (const [i, share] of needling.entries()) expect(share).toBeGreaterThan(sham[i]);
    expect(() => expectedShares(model, 0, 'laser')).toThrow(RangeError);
  });

  test('a cut that nobody passes is refused, since its height would run away', () => {
    const low = { ...study, arms: study.arms.map((arm) => ({ ...arm, counts: [20, 15, 5, 0] })) };
    expect(() => orderedModel([low], cuts, { reference: 'sham' })).toThrow('75 %; leave it out');
  });

  test('counts and cuts that do not fit are refused', () => {
    const options = { reference: 'sham' };
    expect(() => orderedModel([{ ...study, cuts: ['50 %', '25 %', '75 %'] }], cuts, options)).toThrow(
      'ascending',
    );
    expect(() => orderedModel([{ ...study, cuts: ['25 %'] }], cuts, options)).toThrow('2 counts');
    expect(() => orderedModel([study], cuts, { reference: 'placebo' })).toThrow('placebo');
  });
});
