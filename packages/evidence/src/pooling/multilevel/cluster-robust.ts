import {
  cholesky,
  dot,
  multiply,
  multiplyVector,
  symmetricEigen,
  transpose,
  type Matrix,
} from '@percuta/numerics';
import { estimateOf, type Estimate } from '../random/estimate.ts';
import { fitLinear, type LinearModel } from './linear-model.ts';

// Eigenvalues below this part of the largest are zeros of a matrix that is singular by construction.
const ZERO = 1e-10;

/** Rows of one cluster, with their adjusted weights A_i Φ_i⁻¹ X_i C. */
interface Cluster {
  readonly rows: readonly number[];
  readonly x: Matrix;
  readonly phi: Matrix;
  /** n_i × p. */
  readonly loading: Matrix;
}

/**
 * Coefficients with standard errors that hold whatever the dependence within clusters: the bias-reduced sandwich
 * CR2 with the model as working covariance, and Student's law with Satterthwaite's degrees of freedom, one for
 * each coefficient (J. E. Pustejovsky and E. Tipton, J. Bus. Econ. Stat. 36:672, 2018). Rows of different
 * clusters must be independent in the model. df below 4 means too few clusters to trust the result.
 */
export function clusterRobust(model: LinearModel, clusters: readonly string[], level = 0.95): Estimate[] {
  const fit = fitLinear(model);
  const parts = [...new Set(clusters)].map((name) => clusterOf(model, fit, indicesOf(clusters, name)));
  if (parts.length < 2) throw new RangeError('a sandwich needs two or more clusters');
  return fit.coefficients.map((estimate, c) => {
    const loads = parts.map(({ loading }) => loading.map((row) => row[c]));
    const pieces = parts.map(({ rows }, i) =>
      dot(
        loads[i],
        rows.map((r) => fit.residuals[r]),
      ),
    );
    const df = satterthwaite(parts, loads, fit.covariance);
    return estimateOf({ estimate, se: Math.sqrt(dot(pieces, pieces)), df }, level);
  });
}

function indicesOf(clusters: readonly string[], name: string): number[] {
  return clusters.flatMap((cluster, i) => (cluster === name ? [i] : []));
}

function clusterOf(
  { columns, phi }: LinearModel,
  { covariance, phiInverse }: ReturnType<typeof fitLinear>,
  rows: readonly number[],
): Cluster {
  const block = (matrix: Matrix) => rows.map((i) => rows.map((j) => matrix[i][j]));
  const x = rows.map((i) => columns.map((column) => column[i]));
  const own = block(phi);
  const bread = multiply(multiply(block(phiInverse), x), covariance);
  return { rows, x, phi: own, loading: multiply(adjustment(own, x, covariance), bread) };
}

/** A_i = Dᵀ (D (Φ_i - X_i C X_iᵀ) Dᵀ)^(-1/2) D with Φ_i = Dᵀ D, the inverse root over the range only. */
function adjustment(phi: Matrix, x: Matrix, covariance: Matrix): number[][] {
  const lower = cholesky(phi);
  const upper = transpose(lower);
  const fitted = multiply(multiply(x, covariance), transpose(x));
  const rest = phi.map((row, i) => row.map((value, j) => value - fitted[i][j]));
  return multiply(multiply(lower, inverseRoot(multiply(multiply(upper, rest), lower))), upper);
}

function inverseRoot(matrix: Matrix): number[][] {
  const { values, vectors } = symmetricEigen(matrix);
  const largest = Math.max(...values);
  const scaled = vectors.map((vector, k) => {
    const factor = values[k] > ZERO * largest ? 1 / Math.sqrt(values[k]) : 0;
    return vector.map((value) => value * factor);
  });
  return multiply(transpose(vectors), scaled);
}

/** (Σ p_ii)² / Σ p_ij² with p_ij = u_iᵀ (Φ - X C Xᵀ)_ij u_j. */
function satterthwaite(parts: readonly Cluster[], loads: Matrix, covariance: Matrix): number {
  const pulled = parts.map(({ x }, i) => multiplyVector(transpose(x), loads[i]));
  const turned = pulled.map((pull) => multiplyVector(covariance, pull));
  let mean = 0;
  let spread = 0;
  for (let i = 0; i < parts.length; i++) {
    const own = dot(loads[i], multiplyVector(parts[i].phi, loads[i]));
    for (let j = 0; j < parts.length; j++) {
      const p = (i === j ? own : 0) - dot(pulled[i], turned[j]);
      spread += p * p;
      if (i === j) mean += p;
    }
  }
  return (mean * mean) / spread;
}
