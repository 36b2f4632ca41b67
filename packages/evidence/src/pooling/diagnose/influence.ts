import {
  chiSquaredTail,
  cholesky,
  choleskyLogDeterminant,
  choleskySolve,
  dot,
  exp,
  multiplyVector,
} from '@percuta/numerics';
import type { Effect } from '../effect/effect.ts';
import type { PoolingOptions } from '../random/options.ts';
import { regress, type Moderator, type Regression } from '../random/regress.ts';

/**
 * What one effect does to a fit; "without" is the fit of all the others, with its own τ². W. Viechtbauer and
 * M. W.-L. Cheung, Res. Synth. Methods 1:112, 2010.
 */
export interface Influence {
  readonly id: string;
  /** Distance from the prediction without it, in standard deviations of that prediction and of the effect. */
  readonly studentised: number;
  /** Move of its own fitted value, in standard deviations of the fitted value. */
  readonly dffits: number;
  /** Move of all coefficients, in their covariance. */
  readonly cooksDistance: number;
  /** det covariance without it over det covariance with it; above 1 it sharpens the result. */
  readonly covarianceRatio: number;
  readonly tau2Without: number;
  readonly qWithout: number;
  /** Weight of the effect in its own fitted value. */
  readonly hat: number;
  /** By the usual cut-offs: |DFFITS| > 3√(p/(k-p)), Cook beyond the median of χ²(p), or hat > 3p/k. */
  readonly isInfluential: boolean;
}

/** One entry for each effect; needs two effects more than coefficients. */
export function influence(
  effects: readonly Effect[],
  moderators: readonly Moderator[] = [],
  options: PoolingOptions = {},
): Influence[] {
  const all = regress(effects, moderators, options);
  return effects.map(({ id }, i) => {
    const others = regress(
      effects.toSpliced(i, 1),
      moderators.map(({ name, values }) => ({ name, values: values.toSpliced(i, 1) })),
      options,
    );
    return influenceOf(id, i, all, others);
  });
}

function influenceOf(id: string, i: number, all: Regression, others: Regression): Influence {
  const { tau2, q } = others.heterogeneity;
  const x = all.problem.columns.map((column) => column[i]);
  const before = dot(x, coefficientsOf(all));
  const after = dot(x, coefficientsOf(others));
  const spread = scaleOf(others) * (all.problem.v[i] + tau2);
  const hat = all.fit.hat[i];
  const measures = {
    studentised:
      (all.problem.y[i] - after) / Math.sqrt(spread + dot(x, multiplyVector(others.covariance, x))),
    dffits: (before - after) / Math.sqrt(spread * hat),
    cooksDistance: cooksDistance(all, others),
    hat,
  };
  return {
    id,
    ...measures,
    covarianceRatio: exp(logDeterminant(others) - logDeterminant(all)),
    tau2Without: tau2,
    qWithout: q,
    isInfluential: isInfluential(all, measures),
  };
}

function cooksDistance(all: Regression, others: Regression): number {
  const after = coefficientsOf(others);
  const move = coefficientsOf(all).map((value, c) => value - after[c]);
  return dot(move, choleskySolve(cholesky(all.covariance), move));
}

function isInfluential(
  { k, coefficients: { length: p } }: Regression,
  { dffits, cooksDistance: cook, hat }: Pick<Influence, 'dffits' | 'cooksDistance' | 'hat'>,
): boolean {
  return Math.abs(dffits) > 3 * Math.sqrt(p / (k - p)) || chiSquaredTail(cook, p) < 0.5 || hat > (3 * p) / k;
}

function coefficientsOf({ fit }: Regression): readonly number[] {
  return fit.coefficients;
}

/** What Hartung and Knapp multiply variances by; 1 for normal intervals. */
function scaleOf({ covariance, fit }: Regression): number {
  return covariance[0][0] / fit.covariance[0][0];
}

function logDeterminant({ covariance }: Regression): number {
  return choleskyLogDeterminant(cholesky(covariance));
}
