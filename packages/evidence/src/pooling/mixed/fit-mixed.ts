import { cholesky, choleskyInverse, minimise, type Local, type Matrix } from '@percuta/numerics';
import { marginal, type Parameters } from './marginal.ts';
import type { Unit } from './unit.ts';

export interface MixedFit {
  readonly coefficients: readonly number[];
  /** Standard deviations of the random effects, ≥ 0. */
  readonly scales: readonly number[];
  /** Of the coefficients, from the observed information with the standard deviations as parameters too. */
  readonly covariance: Matrix;
  /** Without constants of the data. */
  readonly logLikelihood: number;
}

// Up to a standard deviation of 2 in log odds the log-likelihood is right to 1e-8, at 5 to 1e-5.
const POINTS_ON_A_LINE = 41;
const POINTS_IN_A_PLANE = 13;

/**
 * Maximum likelihood by Newton's method. A standard deviation may change its sign on the way: the likelihood is
 * even in it, so that a maximum at 0 is an ordinary one.
 */
export function fitMixed(units: readonly Unit[], start: Parameters): MixedFit {
  const p = start.coefficients.length;
  const points =
    start.scales.length > 1 || units.some(({ scales }) => scales.length > 1)
      ? POINTS_IN_A_PLANE
      : POINTS_ON_A_LINE;
  const result = minimise(
    (at) => minusLikelihood(units, at, p, points),
    [...start.coefficients, ...start.scales],
    {
      tolerance: 1e-20,
      // Of the quadrature where the spread is large; the slope, made of the same points, is trusted beyond it.
      noise: 1e-6,
    },
  );
  const inverse = choleskyInverse(cholesky(result.hessian));
  return {
    coefficients: result.x.slice(0, p),
    scales: result.x.slice(p).map(Math.abs),
    covariance: inverse.slice(0, p).map((row) => row.slice(0, p)),
    logLikelihood: -result.value,
  };
}

function minusLikelihood(units: readonly Unit[], at: readonly number[], p: number, points: number): Local {
  const parameters = { coefficients: at.slice(0, p), scales: at.slice(p) };
  let value = 0;
  const gradient = at.map(() => 0);
  const hessian = at.map(() => at.map(() => 0));
  for (const unit of units) {
    const part = marginal(unit, parameters, points);
    // Beyond the domain of the likelihood; the caller steps back.
    if (!Number.isFinite(part.value)) return { value: Infinity, gradient, hessian };
    value -= part.value;
    const places = [...unit.active, ...parameters.scales.map((_, s) => p + s)];
    for (const [a, i] of places.entries()) {
      gradient[i] -= part.gradient[a];
      for (const [b, j] of places.entries()) hessian[i][j] -= part.hessian[a][b];
    }
  }
  return { value, gradient, hessian };
}
