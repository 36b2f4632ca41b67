import {
  backSolve,
  cholesky,
  choleskyLogDeterminant,
  dot,
  exp,
  gaussHermite,
  log,
  minimise,
  multiply,
  transpose,
  type Matrix,
} from '@percuta/numerics';
import type { PredictorLikelihood, Unit } from './unit.ts';

/** The parameters of a model: coefficients and standard deviations of random effects. */
export interface Parameters {
  readonly coefficients: readonly number[];
  readonly scales: readonly number[];
}

/** log-likelihood of one study with its derivatives in (active coefficients, standard deviations). */
export interface Marginal {
  readonly value: number;
  readonly gradient: readonly number[];
  readonly hessian: Matrix;
}

interface Node {
  readonly u: readonly number[];
  readonly logWeight: number;
}

/**
 * log ∫ L(X b + Z (scale ∘ u)) φ(u) du by Gauss-Hermite points laid around the mode of the integrand (J. Liu and
 * D. A. Pierce, Biometrika 81:624, 1994; J. C. Pinheiro and D. M. Bates 1995). The slope is the mean of the
 * slope at the points (R. A. Fisher) and the curvature follows from the same means (T. A. Louis 1982).
 */
export function marginal(unit: Unit, { coefficients, scales }: Parameters, points: number): Marginal {
  const fixed = unit.x.map((row) => row.reduce((total, x, c) => total + x * coefficients[unit.active[c]], 0));
  const loading = unit.z.map((row) => row.map((z, q) => z * scales[unit.scales[q]]));
  const at = (u: readonly number[]) => unit.evaluate(fixed.map((value, i) => value + dot(loading[i], u)));
  if (!Number.isFinite(at(loading[0].map(() => 0)).value))
    return impossible(unit.active.length + scales.length);
  const nodes = nodesFor(at, loading, unit.scales.length, points);
  const local = nodes.map(({ u }) => at(u));
  const logs = nodes.map(({ u, logWeight }, n) => local[n].value - dot(u, u) / 2 + logWeight);
  const top = Math.max(...logs);
  const parts = logs.map((value) => exp(value - top));
  const total = parts.reduce((sum, part) => sum + part, 0);
  const shares = parts.map((part) => part / total);
  const slopes = nodes.map(({ u }) => slopesOf(unit, u, scales.length));
  return { value: top + log(total), ...momentsOf(slopes, local, shares) };
}

/** Data without a chance: the caller steps back. */
function impossible(size: number): Marginal {
  const gradient = Array.from({ length: size }, () => 0);
  return { value: -Infinity, gradient, hessian: gradient.map(() => gradient) };
}

/** Where the integrand is evaluated; logWeight includes the normal density divided out. */
function nodesFor(
  at: (u: readonly number[]) => PredictorLikelihood,
  loading: Matrix,
  dimensions: number,
  points: number,
): Node[] {
  if (dimensions === 0) return [{ u: [], logWeight: 0 }];
  const mode = minimise(
    (u) => minusLogIntegrand(at(u), loading, u),
    Array.from({ length: dimensions }, () => 0),
  );
  const factor = cholesky(mode.hessian);
  const spread = transpose(factor);
  const jacobian = -choleskyLogDeterminant(factor) / 2;
  return grid(points, dimensions).map(({ u, logWeight }) => {
    const move = backSolve(spread, u);
    return { u: mode.x.map((value, q) => value + move[q]), logWeight: logWeight + dot(u, u) / 2 + jacobian };
  });
}

function minusLogIntegrand(
  { value, gradient, hessian }: PredictorLikelihood,
  loading: Matrix,
  u: readonly number[],
) {
  const turned = transpose(loading);
  const curvature = multiply(multiply(turned, hessian), loading);
  return {
    value: dot(u, u) / 2 - value,
    gradient: u.map((value_, q) => value_ - dot(turned[q], gradient)),
    hessian: curvature.map((row, i) => row.map((value_, j) => (i === j ? 1 : 0) - value_)),
  };
}

const grids = new Map<string, Node[]>();

/** The product rule; made once for each size. */
function grid(points: number, dimensions: number): Node[] {
  const key = `${points} ${dimensions}`;
  const known = grids.get(key);
  if (known !== undefined) return known;
  const { nodes, weights } = gaussHermite(points);
  let made: Node[] = [{ u: [], logWeight: 0 }];
  for (let d = 0; d < dimensions; d++)
    made = made.flatMap(({ u, logWeight }) =>
      nodes.map((node, i) => ({ u: [...u, node], logWeight: logWeight + log(weights[i]) })),
    );
  grids.set(key, made);
  return made;
}

/** ∂η/∂(coefficients, standard deviations) at random effects u. */
function slopesOf({ x, z, scales }: Unit, u: readonly number[], count: number): number[][] {
  return x.map((row, i) => {
    const byScale = Array.from({ length: count }, () => 0);
    for (const [q, scale] of scales.entries()) byScale[scale] += z[i][q] * u[q];
    return [...row, ...byScale];
  });
}

function momentsOf(
  slopes: readonly Matrix[],
  local: readonly PredictorLikelihood[],
  shares: readonly number[],
) {
  const size = slopes[0][0].length;
  const gradient = Array.from({ length: size }, () => 0);
  const hessian = gradient.map(() => gradient.map(() => 0));
  for (const [n, share] of shares.entries()) {
    const turned = transpose(slopes[n]);
    const score = turned.map((column) => dot(column, local[n].gradient));
    const curved = multiply(multiply(turned, local[n].hessian), slopes[n]);
    for (let a = 0; a < size; a++) {
      gradient[a] += share * score[a];
      for (let b = 0; b < size; b++) hessian[a][b] += share * (curved[a][b] + score[a] * score[b]);
    }
  }
  return {
    gradient,
    hessian: hessian.map((row, a) => row.map((value, b) => value - gradient[a] * gradient[b])),
  };
}
