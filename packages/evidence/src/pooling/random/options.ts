import type { Tau2Method } from './tau2.ts';

/**
 * - normal: standard errors as if τ² were known; too narrow for few studies.
 * - hartung-knapp: variance scaled by the observed weighted spread Q/(k - p), Student's law with k - p degrees
 *   (J. Hartung and G. Knapp, Stat. Med. 20:3875, 2001).
 * - hartung-knapp-floored: the scale is not let below 1, so the result is never narrower than the variance of
 *   the model says (the ad-hoc correction).
 */
export type IntervalMethod = 'normal' | 'hartung-knapp' | 'hartung-knapp-floored';

/**
 * Degrees of freedom of the prediction interval: those of the interval of the mean, or one less than k - p
 * (J. P. T. Higgins, S. G. Thompson and D. J. Spiegelhalter, J. R. Stat. Soc. A 172:137, 2009).
 */
export type PredictionMethod = 'as-interval' | 'higgins';

/**
 * How effects are pooled; `completed` gives what holds where nothing is said. `level` is the confidence of
 * intervals, 0 to 1.
 */
export interface PoolingOptions {
  readonly method?: Tau2Method;
  readonly interval?: IntervalMethod;
  readonly prediction?: PredictionMethod;
  readonly level?: number;
}

/** The defaults: REML, Hartung-Knapp, 95 %. */
export function completed(options: PoolingOptions): Required<PoolingOptions> {
  return { method: 'REML', interval: 'hartung-knapp', prediction: 'as-interval', level: 0.95, ...options };
}
