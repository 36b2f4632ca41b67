import type { EffectSize } from '../effect/effect.ts';
import type { Estimate, Interval } from './estimate.ts';
import type { Heterogeneity } from './heterogeneity.ts';
import type { PoolingOptions } from './options.ts';
import { predictEffect } from './predict-effect.ts';
import { regress } from './regress.ts';

/** The mean of true effects over studies and how far they scatter around it. */
export interface Pooled {
  readonly k: number;
  readonly mean: Estimate;
  readonly heterogeneity: Heterogeneity;
  /** Where the effect of a new study lies; undefined without degrees of freedom for it. */
  readonly prediction: Interval | undefined;
  /** Share of each effect in the mean, in their order; adds to 1. */
  readonly weights: readonly number[];
  readonly options: Required<PoolingOptions>;
}

/**
 * Pools two or more independent effects. Effects that share people (arms of one study) are not independent: use
 * poolMultilevel or clusterRobust for those.
 */
export function pool(effects: readonly EffectSize[], options: PoolingOptions = {}): Pooled {
  const regression = regress(effects, [], options);
  const { heterogeneity, fit, k } = regression;
  const { mean, interval } = predictEffect(regression, []);
  const total = fit.weights.reduce((sum, w) => sum + w, 0);
  const weights = fit.weights.map((w) => w / total);
  return { k, mean, heterogeneity, prediction: interval, weights, options: regression.options };
}
