import { dot, multiplyVector } from '@percuta/numerics';
import { estimateOf, intervalAround, type Estimate, type Interval } from './estimate.ts';
import type { Regression } from './regress.ts';

/** What a fitted regression expects of studies with given moderators, in the unit of the effects. */
export interface Prediction {
  /** The mean of true effects at the given moderators. */
  readonly mean: Estimate;
  /** Where the true effect of a new study lies: mean ± quantile √(se² + τ²). Undefined without degrees of freedom. */
  readonly interval: Interval | undefined;
}

/** What a fitted regression expects at values of its moderators, in their order. */
export function predictEffect(regression: Regression, values: readonly number[]): Prediction {
  const { coefficients, covariance, heterogeneity, options } = regression;
  const x = [1, ...values];
  if (x.length !== coefficients.length || !x.every(Number.isFinite))
    throw new RangeError(`${coefficients.length - 1} values are needed, got ${values.length}`);
  const estimate = dot(
    x,
    coefficients.map((b) => b.estimate),
  );
  const variance = dot(x, multiplyVector(covariance, x));
  const mean = estimateOf({ estimate, se: Math.sqrt(variance), df: coefficients[0].df }, options.level);
  return { mean, interval: predictionInterval(regression, mean, heterogeneity.tau2) };
}

function predictionInterval(
  { heterogeneity, options }: Regression,
  mean: Estimate,
  tau2: number,
): Interval | undefined {
  const df = options.prediction === 'higgins' ? heterogeneity.df - 1 : mean.df;
  return df > 0
    ? intervalAround(mean.estimate, Math.sqrt(mean.se ** 2 + tau2), df, options.level)
    : undefined;
}
