import { gaussHermite, log } from '@percuta/numerics';
import { fromLogit } from '../effect/proportion.ts';
import { requireCount, type Count } from '../effect/two-arms.ts';
import { binomialLikelihood } from '../mixed/binomial.ts';
import { fitMixed } from '../mixed/fit-mixed.ts';
import { estimateOf, intervalAround, type Estimate, type Interval } from '../random/estimate.ts';
import { exactRate, type ExactRate } from './exact.ts';

/** A rate pooled over studies. Without any event, or with nothing else, only the bound of all people together is left. */
export type PooledRate = { readonly kind: 'bound'; readonly of: ExactRate } | PooledProportion;

/**
 * A rate pooled over k studies with events among all people; rates and their intervals are shares 0 to 1, τ² is in
 * squared log odds.
 */
export interface PooledProportion {
  readonly kind: 'rate';
  readonly k: number;
  readonly events: number;
  readonly total: number;
  readonly logit: Estimate;
  readonly tau2: number;
  /** The rate of the middle study, with its interval. */
  readonly median: number;
  readonly interval: Interval;
  /** The mean rate over studies: what share of people, wherever they are treated. */
  readonly average: number;
  /** Where the rate of a new study lies. */
  readonly prediction: Interval;
  readonly logLikelihood: number;
}

export interface RateOptions {
  /** random: log odds of studies are normal around a mean; common: one rate. */
  readonly heterogeneity?: 'random' | 'common';
  readonly level?: number;
}

/**
 * Binomial counts with normal log odds between studies, by maximum likelihood: studies without events take part as
 * they are, no half events are added (T. H. Hamza, H. C. van Houwelingen, T. Stijnen, J. Clin. Epidemiol. 61:41, 2008).
 */
export function proportionModel(
  counts: readonly Count[],
  { heterogeneity = 'random', level = 0.95 }: RateOptions = {},
): PooledRate {
  for (const count of counts) requireCount(count);
  const events = counts.reduce((sum, count) => sum + count.events, 0);
  const total = counts.reduce((sum, count) => sum + count.total, 0);
  if (events === 0 || events === total) return { kind: 'bound', of: exactRate({ events, total }, level) };
  const isRandom = heterogeneity === 'random' && counts.length > 1;
  const units = counts.map((count) => ({
    active: [0],
    x: [[1]],
    z: [isRandom ? [1] : []],
    scales: isRandom ? [0] : [],
    evaluate: binomialLikelihood([count]),
  }));
  const start = log(events / (total - events));
  const fit = fitMixed(units, { coefficients: [start], scales: isRandom ? [0.5] : [] });
  const [tau = 0] = fit.scales;
  const logit = estimateOf(
    { estimate: fit.coefficients[0], se: Math.sqrt(fit.covariance[0][0]), df: Infinity },
    level,
  );
  return {
    kind: 'rate',
    k: counts.length,
    events,
    total,
    logit,
    tau2: tau * tau,
    median: fromLogit(logit.estimate),
    interval: backTransformed(logit.interval),
    average: averageRate(logit.estimate, tau),
    prediction: backTransformed(
      intervalAround(logit.estimate, Math.sqrt(logit.se ** 2 + tau * tau), Infinity, level),
    ),
    logLikelihood: fit.logLikelihood,
  };
}

function backTransformed({ low, high }: Interval): Interval {
  return { low: fromLogit(low), high: fromLogit(high) };
}

/** E 1/(1 + e^-(mean + tau u)) for a standard normal u. */
function averageRate(mean: number, tau: number): number {
  const { nodes, weights } = gaussHermite(40);
  return nodes.reduce((sum, u, i) => sum + weights[i] * fromLogit(mean + tau * u), 0);
}
