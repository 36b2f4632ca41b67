import { tau2ByLikelihood } from './tau2-likelihood.ts';
import { tau2ByPaule } from './tau2-paule.ts';
import { ones, residualDegrees, type Problem, type Tau2 } from './problem.ts';
import { fitWeighted, traceP, tracePP, weightsAt, type WeightedFit } from './weighted-fit.ts';

/**
 * How the variance τ² of true effects between studies is estimated: DL DerSimonian-Laird, HE Hedges, HS
 * Hunter-Schmidt, SJ Sidik-Jonkman, ML and REML (restricted) maximum likelihood, EB empirical Bayes, PM
 * Paule-Mandel. CE is the common-effect model, τ² = 0 by assumption. Formulas: W. Viechtbauer, J. Educ. Behav.
 * Stat. 30:261, 2005; with moderators by tr P in place of sums.
 */
export type Tau2Method = 'CE' | 'DL' | 'HE' | 'HS' | 'SJ' | 'ML' | 'REML' | 'EB' | 'PM';

/** Every method to estimate the variance between studies, τ². */
export const tau2Methods: readonly Tau2Method[] = ['CE', 'DL', 'HE', 'HS', 'SJ', 'ML', 'REML', 'EB', 'PM'];

export function estimateTau2(method: Tau2Method, problem: Problem): Tau2 {
  switch (method) {
    case 'CE':
      return { tau2: 0, se: 0 };
    case 'DL':
      return byDerSimonian(problem);
    case 'HE':
      return byHedges(problem);
    case 'HS':
      return byHunter(problem);
    case 'SJ':
      return bySidik(problem);
    case 'ML':
    case 'REML':
      return tau2ByLikelihood(method, problem, startsFor(problem));
    case 'EB':
    case 'PM':
      return tau2ByPaule(problem);
  }
}

/** Where the likelihood may have its maximum: it can have more than one. */
function startsFor(problem: Problem): number[] {
  return [0, byDerSimonian(problem).tau2, byHedges(problem).tau2, bySidik(problem).tau2];
}

/** Q = tr(P V) + τ² tr P in the mean, P at the weights of the common-effect model. */
function byDerSimonian(problem: Problem): Tau2 {
  const fit = fitWeighted(problem, weightsAt(problem.v, 0));
  const trace = traceP(fit, ones(problem));
  const tau2 = Math.max(0, (fit.q - traceP(fit, problem.v)) / trace);
  return { tau2, se: momentError(problem, fit, tau2) / trace };
}

/** The same with equal weights. */
function byHedges(problem: Problem): Tau2 {
  const fit = fitWeighted(problem, ones(problem));
  const trace = traceP(fit, ones(problem));
  const tau2 = Math.max(0, (fit.q - traceP(fit, problem.v)) / trace);
  return { tau2, se: momentError(problem, fit, tau2) / trace };
}

/** (Q - k)/Σ w. */
function byHunter(problem: Problem): Tau2 {
  const fit = fitWeighted(problem, weightsAt(problem.v, 0));
  const total = fit.weights.reduce((sum, w) => sum + w, 0);
  const tau2 = Math.max(0, (fit.q - problem.y.length) / total);
  return { tau2, se: momentError(problem, fit, tau2) / total };
}

/** One step from the variance of the estimates, τ0² yᵀ P y/(k - p) with P at τ0²; always positive. */
function bySidik(problem: Problem): Tau2 {
  const { y, v } = problem;
  const mean = y.reduce((total, value) => total + value, 0) / y.length;
  const crude = y.reduce((total, value) => total + (value - mean) ** 2, 0) / y.length;
  // Equal estimates leave nothing to weigh by.
  if (crude === 0) return { tau2: 0, se: 0 };
  const fit = fitWeighted(problem, weightsAt(v, crude));
  const factor = crude / residualDegrees(problem);
  const tau2 = factor * fit.q;
  return { tau2, se: factor * momentError(problem, fit, tau2) };
}

/** √Var(yᵀ P y) for y of variances v + τ². */
function momentError({ v }: Problem, fit: WeightedFit, tau2: number): number {
  return Math.sqrt(
    2 *
      tracePP(
        fit,
        v.map((variance) => variance + tau2),
      ),
  );
}
