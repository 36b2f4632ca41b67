import { chiSquaredQuantile, SolverFailed } from '@percuta/numerics';
import { residualDegrees, type Problem, type Tau2 } from './problem.ts';
import { fitWeighted, weightsAt } from './weighted-fit.ts';

const MOST_STEPS = 500;

/**
 * The τ² at which Q is its degrees of freedom (R. C. Paule and J. Mandel 1982); the empirical Bayes estimate of
 * C. N. Morris solves the same equation.
 */
export function tau2ByPaule(problem: Problem): Tau2 {
  const k = problem.y.length;
  const df = residualDegrees(problem);
  const tau2 = tau2AtQ(problem, df);
  const total = weightsAt(problem.v, tau2).reduce((sum, w) => sum + w, 0);
  return { tau2, se: (k * Math.sqrt(2 / df)) / total };
}

/** Ends of the interval for τ² where Q reaches the quantiles of its χ² law (W. Viechtbauer, Stat. Med. 26:37, 2007). */
export function tau2Interval(
  problem: Problem,
  level: number,
): { readonly low: number; readonly high: number } {
  const df = residualDegrees(problem);
  return {
    low: tau2AtQ(problem, chiSquaredQuantile((1 + level) / 2, df)),
    high: tau2AtQ(problem, chiSquaredQuantile((1 - level) / 2, df)),
  };
}

/** The τ² ≥ 0 with yᵀ P y = target, 0 where even τ² = 0 is below. Q falls and is convex, so Newton never overshoots. */
function tau2AtQ(problem: Problem, target: number): number {
  let tau2 = 0;
  for (let step = 0; step < MOST_STEPS; step++) {
    const { q, residuals, weights } = fitWeighted(problem, weightsAt(problem.v, tau2));
    if (q <= target * (1 + 1e-15)) return tau2;
    const slope = residuals.reduce((total, r, i) => total + (r * weights[i]) ** 2, 0);
    const next = tau2 + (q - target) / slope;
    if (next - tau2 <= 1e-15 * next) return next;
    tau2 = next;
  }
  throw new SolverFailed('tau2AtQ', 'not converged', [tau2, target]);
}
