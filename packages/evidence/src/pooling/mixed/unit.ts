import type { Matrix } from '@percuta/numerics';

/** The log-likelihood of the data of one study as a function of its linear predictors η, with derivatives. */
export interface PredictorLikelihood {
  readonly value: number;
  readonly gradient: readonly number[];
  readonly hessian: Matrix;
}

/**
 * One study of a generalised linear mixed model: η = X b + Z (scale ∘ u) with standard normal u. The chance of the
 * data must be log-concave in η, as it is for all links here.
 */
export interface Unit {
  /** The coefficients that the columns of x stand for; the others do not touch this study. */
  readonly active: readonly number[];
  /** One row for each linear predictor. */
  readonly x: Matrix;
  readonly z: Matrix;
  /** For each column of z which standard deviation scales it. */
  readonly scales: readonly number[];
  readonly evaluate: (eta: readonly number[]) => PredictorLikelihood;
}
