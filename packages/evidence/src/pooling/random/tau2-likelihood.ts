import { log, minimise, type Local } from '@percuta/numerics';
import { ones, type Problem, type Tau2 } from './problem.ts';
import { fitWeighted, quadraticP, traceP, tracePP, weightsAt, type WeightedFit } from './weighted-fit.ts';

type Kind = 'ML' | 'REML';

/**
 * τ² ≥ 0 of greatest (restricted) likelihood. The start is the best of those given; Newton's method with the
 * observed information finds the maximum near it. The standard error is from the expected information.
 */
export function tau2ByLikelihood(kind: Kind, problem: Problem, starts: readonly number[]): Tau2 {
  const values = starts.map((tau2) => minusTwiceLikelihood(kind, fitAt(problem, tau2)));
  const best = starts[values.indexOf(Math.min(...values))];
  const [tau2] = minimise(([at]) => local(kind, problem, at), [best], { lower: [0] }).x;
  return { tau2, se: Math.sqrt(2 / twiceInformation(kind, problem, fitAt(problem, tau2))) };
}

function fitAt(problem: Problem, tau2: number): WeightedFit {
  return fitWeighted(problem, weightsAt(problem.v, tau2));
}

/** Without its constant: Σ log(v + τ²) + yᵀ P y, for REML + log det Xᵀ W X. */
function minusTwiceLikelihood(kind: Kind, { weights, q, logDeterminant }: WeightedFit): number {
  const spread = weights.reduce((total, w) => total - log(w), 0);
  return spread + q + (kind === 'ML' ? 0 : logDeterminant);
}

/** Its slope tr(W or P) - |P y|², and its curvature 2 yᵀ P P P y - tr(W² or P P). */
function local(kind: Kind, problem: Problem, tau2: number): Local {
  const fit = fitAt(problem, tau2);
  const py = fit.residuals.map((r, i) => r * fit.weights[i]);
  const trace = kind === 'ML' ? fit.weights.reduce((total, w) => total + w, 0) : traceP(fit, ones(problem));
  return {
    value: minusTwiceLikelihood(kind, fit),
    gradient: [trace - py.reduce((total, value) => total + value * value, 0)],
    hessian: [[2 * quadraticP(fit, py) - twiceInformation(kind, problem, fit)]],
  };
}

/** Twice the expected information of τ², tr(W²) or tr(P P). */
function twiceInformation(kind: Kind, problem: Problem, fit: WeightedFit): number {
  return kind === 'ML' ? fit.weights.reduce((total, w) => total + w * w, 0) : tracePP(fit, ones(problem));
}
