import type { Effect } from '../effect/effect.ts';
import { estimateOf, type Estimate } from '../random/estimate.ts';
import type { PoolingOptions } from '../random/options.ts';
import { ones, residualDegrees } from '../random/problem.ts';
import { regress } from '../random/regress.ts';
import { fitWeighted, weightsAt } from '../random/weighted-fit.ts';

/** Below this number of studies a test for asymmetry has too little power to be read (Cochrane Handbook 13.3.5.4). */
export const fewestStudiesForAsymmetry = 10;

/** Egger's test of k effects for the asymmetry of their funnel plot. */
export interface Asymmetry {
  readonly k: number;
  /** Change of the effect for one unit of standard error; 0 for a symmetric funnel. */
  readonly slope: Estimate;
  /** The effect expected of a study without sampling error. */
  readonly limit: Estimate;
  /** What must be said beside the test. */
  readonly cautions: readonly (
    | 'fewer than ten studies: no conclusion'
    | 'asymmetry has other causes than missing studies'
  )[];
}

/**
 * Egger's test: weighted regression of the effect on its standard error with a free multiplicative spread and
 * Student's law with k - 2 degrees (M. Egger et al., BMJ 315:629, 1997).
 */
export function eggerTest(effects: readonly Effect[], level = 0.95): Asymmetry {
  const errors = effects.map(({ variance }) => Math.sqrt(variance));
  const v = effects.map(({ variance }) => variance);
  const y = effects.map(({ estimate }) => estimate);
  const problem = { y, v, columns: [ones({ y }), errors] };
  const df = residualDegrees(problem);
  if (df < 1) throw new RangeError(`three or more effects are needed, got ${effects.length}`);
  const fit = fitWeighted(problem, weightsAt(v, 0));
  const at = (i: number) => {
    const se = Math.sqrt((fit.covariance[i][i] * fit.q) / df);
    return estimateOf({ estimate: fit.coefficients[i], se, df }, level);
  };
  return { k: effects.length, slope: at(1), limit: at(0), cautions: cautionsFor(effects) };
}

/** The same question asked of the random-effects model: the standard error as a moderator. */
export function asymmetryRegression(effects: readonly Effect[], options: PoolingOptions = {}): Asymmetry {
  const values = effects.map(({ variance }) => Math.sqrt(variance));
  const [limit, slope] = regress(effects, [{ name: 'standard error', values }], options).coefficients;
  return { k: effects.length, slope, limit, cautions: cautionsFor(effects) };
}

function cautionsFor(effects: readonly Effect[]): Asymmetry['cautions'] {
  const studies = new Set(effects.map(({ study }) => study)).size;
  return [
    ...(studies < fewestStudiesForAsymmetry ? (['fewer than ten studies: no conclusion'] as const) : []),
    'asymmetry has other causes than missing studies',
  ];
}
