import { chiSquaredTail } from '@percuta/numerics';
import { ones, residualDegrees, type Problem, type Tau2 } from './problem.ts';
import type { Tau2Method } from './tau2.ts';
import { fitWeighted, traceP, weightsAt } from './weighted-fit.ts';

/** How far the effects differ beyond their sampling errors. */
export interface Heterogeneity {
  readonly tau2: number;
  readonly tau2Se: number;
  /** W. G. Cochran's Q of the common-effect fit, its degrees of freedom and p. */
  readonly q: number;
  readonly df: number;
  readonly p: number;
  /** Share of the variance of a typical effect that is between studies, 0 to 1. */
  readonly i2: number;
  /** Total variance of a typical effect over its sampling variance. */
  readonly h2: number;
}

/** I² = τ²/(τ² + s²) with the typical sampling variance s² = (k - p)/tr P; for CE from Q. */
export function heterogeneityOf(problem: Problem, method: Tau2Method, { tau2, se }: Tau2): Heterogeneity {
  const fit = fitWeighted(problem, weightsAt(problem.v, 0));
  const df = residualDegrees(problem);
  const typical = df / traceP(fit, ones(problem));
  const isCommon = method === 'CE';
  return {
    tau2,
    tau2Se: se,
    q: fit.q,
    df,
    p: chiSquaredTail(fit.q, df),
    i2: isCommon ? Math.max(0, (fit.q - df) / fit.q) : tau2 / (tau2 + typical),
    h2: isCommon ? fit.q / df : 1 + tau2 / typical,
  };
}
