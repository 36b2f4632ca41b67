import type { EffectSize } from './effect.ts';
import { smallSampleFactor } from './small-sample.ts';

/** Mean, standard deviation and number of people of one arm. */
export interface Sample {
  readonly mean: number;
  readonly sd: number;
  readonly n: number;
}

/** 'separate': each arm has its own standard deviation. 'common': one, estimated from both. */
export type SpreadAssumption = 'separate' | 'common';

/** The difference of two independent means, in the unit of the scale. */
export function meanDifference(a: Sample, b: Sample, spread: SpreadAssumption = 'separate'): EffectSize {
  const [va, vb] =
    spread === 'common' ? [commonVariance(a, b), commonVariance(a, b)] : [a.sd ** 2, b.sd ** 2];
  return { estimate: a.mean - b.mean, variance: va / a.n + vb / b.n };
}

/**
 * The difference of two means in standard deviations, unbiased (Hedges' g); its variance is the large-sample
 * 1/n_a + 1/n_b + g²/(2(n_a + n_b)).
 */
export function standardisedMeanDifference(a: Sample, b: Sample): EffectSize {
  const factor = smallSampleFactor(a.n + b.n - 2);
  const estimate = (factor * (a.mean - b.mean)) / Math.sqrt(commonVariance(a, b));
  return { estimate, variance: 1 / a.n + 1 / b.n + estimate ** 2 / (2 * (a.n + b.n)) };
}

/** The variance within arms, weighted by degrees of freedom. */
export function commonVariance(a: Pick<Sample, 'sd' | 'n'>, b: Pick<Sample, 'sd' | 'n'>): number {
  return ((a.n - 1) * a.sd ** 2 + (b.n - 1) * b.sd ** 2) / (a.n + b.n - 2);
}
