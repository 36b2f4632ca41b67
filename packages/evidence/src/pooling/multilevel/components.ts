import { dot, minimise, multiplyVector, traceOfProduct, type Local, type Matrix } from '@percuta/numerics';
import { fitLinear, type LinearFit, type LinearModel } from './linear-model.ts';

export type LikelihoodKind = 'ML' | 'REML';

/** Random intercepts: rows with the same label share one. */
export interface Grouping {
  readonly name: string;
  readonly labels: readonly string[];
}

/** Φ = sampling covariance + Σ variance_l Z_l Z_lᵀ. */
export interface ComponentProblem {
  readonly y: readonly number[];
  readonly columns: Matrix;
  readonly sampling: Matrix;
  readonly groupings: readonly Grouping[];
}

/** The model at given variance components. */
export function modelAt(problem: ComponentProblem, variances: readonly number[]): LinearModel {
  const { y, columns, sampling, groupings } = problem;
  const phi = sampling.map((row, i) =>
    row.map((value, j) =>
      groupings.reduce((total, { labels }, l) => total + (labels[i] === labels[j] ? variances[l] : 0), value),
    ),
  );
  return { y, columns, phi };
}

/** The variances ≥ 0 of greatest likelihood; the search starts at the best of the given points. */
export function estimateComponents(
  kind: LikelihoodKind,
  problem: ComponentProblem,
  starts: readonly (readonly number[])[],
): readonly number[] {
  const value = (at: readonly number[]) => minusTwiceLikelihood(kind, fitLinear(modelAt(problem, at)));
  const best = starts.reduce((a, b) => (value(b) < value(a) ? b : a));
  return minimise((at) => local(kind, problem, at), best, { lower: best.map(() => 0) }).x;
}

/** -2 log-likelihood without its constant. */
export function minusTwiceLikelihood(kind: LikelihoodKind, fit: LinearFit): number {
  return fit.logDetPhi + fit.q + (kind === 'REML' ? fit.logDetInformation : 0);
}

/**
 * With G_l = Z_l Z_lᵀ and M = P (REML) or Φ⁻¹ (ML): slope tr(M G_l) - (P y)ᵀ G_l P y, curvature
 * 2 (P y)ᵀ G_l P G_m P y - tr(M G_l M G_m) (S. R. Searle, G. Casella, C. E. McCulloch 1992, ch. 6).
 */
function local(kind: LikelihoodKind, problem: ComponentProblem, at: readonly number[]): Local {
  const fit = fitLinear(modelAt(problem, at));
  const m = kind === 'REML' ? fit.projection : fit.phiInverse;
  const spread = problem.groupings.map((grouping) => summed(m, grouping));
  const pulls = problem.groupings.map((grouping) => summed([fit.projected], grouping)[0]);
  const traces = spread.map((rows) => rows.reduce((total, row, i) => total + row[i], 0));
  return {
    value: minusTwiceLikelihood(kind, fit),
    gradient: pulls.map((pull, l) => traces[l] - dot(pull, fit.projected)),
    hessian: pulls.map((a, l) => {
      const moved = multiplyVector(fit.projection, a);
      return pulls.map((b, n) => 2 * dot(moved, b) - traceOfProduct(spread[l], spread[n]));
    }),
  };
}

/** rows G: every entry becomes the sum over its group. */
function summed(rows: Matrix, { labels }: Grouping): number[][] {
  return rows.map((row) => {
    const totals = new Map<string, number>();
    for (const [j, value] of row.entries()) totals.set(labels[j], (totals.get(labels[j]) ?? 0) + value);
    return labels.map((label) => totals.get(label) ?? 0);
  });
}
