import type { Coefficient, Regression } from '../random/regress.ts';
import { clusterRobust } from './cluster-robust.ts';

/**
 * The coefficients of a meta-regression (of pool: the mean) with cluster-robust errors: for effects of one study
 * that were fitted as if they were independent. clusters names the study of each effect.
 */
export function robustCoefficients(
  { fit, problem, coefficients, options }: Regression,
  clusters: readonly string[],
): Coefficient[] {
  if (clusters.length !== problem.y.length)
    throw new RangeError(`${problem.y.length} cluster names are needed, got ${clusters.length}`);
  const phi = fit.weights.map((weight, i) => fit.weights.map((_, j) => (i === j ? 1 / weight : 0)));
  const estimates = clusterRobust({ y: problem.y, columns: problem.columns, phi }, clusters, options.level);
  return estimates.map((estimate, i) => ({ name: coefficients[i].name, ...estimate }));
}
