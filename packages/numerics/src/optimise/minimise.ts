import { SolverFailed } from '../error.ts';
import { cholesky } from '../linear/cholesky.ts';
import { choleskySolve } from '../linear/cholesky-solve.ts';
import { dot, type Matrix } from '../linear/matrix.ts';
import { symmetricEigen } from '../linear/symmetric-eigen.ts';

/** A function with its slope and curvature at one point; value may be Infinity outside its domain. */
export interface Local {
  readonly value: number;
  readonly gradient: readonly number[];
  readonly hessian: Matrix;
}

/**
 * Where a search for a minimum ended: the point x in the units of the caller, with value, slope and curvature there, and the Newton steps it
 * took.
 */
export interface Minimum extends Local {
  readonly x: readonly number[];
  /** Which coordinates ended at their lower bound. */
  readonly isBound: readonly boolean[];
  readonly steps: number;
}

/** Bounds of the unknowns, and when the search for a minimum ends. */
export interface MinimiseOptions {
  /** Lower bounds; none by default. */
  readonly lower?: readonly number[];
  /** Ends when the decrease that a Newton step promises falls below this part of 1 + |value|: for a sum of
   * squared errors or a log-likelihood the square of the error in standard errors. */
  readonly tolerance?: number;
  /** Error of the values as a part of 1 + |value|; smaller differences say nothing. Rounding by default. */
  readonly noise?: number;
  readonly mostSteps?: number;
}

const SHRINK = 0.25;
// Curvatures below this part of the largest would make steps that mean nothing.
const FLATTEST = 1e-6;
const MOST_SHORTER = 40;

/**
 * A local minimum by Newton's method: where the curvature is negative its sign is turned, so that saddles repel;
 * the step is shortened until the value falls enough (L. Armijo); coordinates at a bound stay there while the
 * slope pushes them out (projected Newton, D. P. Bertsekas, SIAM J. Control Optim. 20:221, 1982). Throws SolverFailed
 * where the value at the start is not finite, or the steps allowed do not reach the tolerance.
 */
export function minimise(
  evaluate: (x: readonly number[]) => Local,
  start: readonly number[],
  {
    lower = start.map(() => -Infinity),
    tolerance = 1e-24,
    noise = 1e-11,
    mostSteps = 200,
  }: MinimiseOptions = {},
): Minimum {
  let x = start.map((value, i) => Math.max(value, lower[i]));
  let here = evaluate(x);
  if (!Number.isFinite(here.value)) throw new SolverFailed('minimise', 'not finite', [here.value]);
  const values = [here.value];
  let before = Infinity;
  for (let steps = 0; steps < mostSteps; steps++) {
    const isBound = x.map((value, i) => value <= lower[i] && here.gradient[i] >= 0);
    const { step, promise, isConvex } = newtonStep(here, isBound);
    const scale = 1 + Math.abs(here.value);
    const isFine = isConvex && promise <= noise * scale;
    // Once the values differ by their errors only, Newton steps go on as long as they pay.
    const isDone = promise === 0 || (isFine && (promise <= tolerance * scale || promise >= before));
    if (isDone) return { ...here, x, isBound, steps };
    const next = isFine ? stepBy({ evaluate, x, step, lower }) : shorten({ evaluate, x, here, step, lower });
    if (next === undefined) break;
    before = promise;
    x = next.x;
    here = next.local;
    values.push(here.value);
  }
  throw new SolverFailed('minimise', 'not converged', values);
}

/** -H⁻¹ g over the free coordinates, H with positive eigenvalues, and the decrease it promises. */
function newtonStep({ gradient, hessian }: Local, isBound: readonly boolean[]) {
  const free = isBound.flatMap((bound, i) => (bound ? [] : [i]));
  const slope = free.map((i) => gradient[i]);
  const part = free.map((i) => free.map((j) => (hessian[i][j] + hessian[j][i]) / 2));
  const convex = convexSolve(part, slope);
  const short = convex ?? turnedSolve(part, slope);
  const step = gradient.map(() => 0);
  for (const [n, i] of free.entries()) step[i] = -short[n];
  return { step, promise: dot(slope, short), isConvex: convex !== undefined };
}

/** H⁻¹ g, undefined unless H is positive definite. */
function convexSolve(matrix: Matrix, slope: readonly number[]): number[] | undefined {
  try {
    return choleskySolve(cholesky(matrix), slope);
  } catch (error) {
    if (error instanceof SolverFailed && error.reason === 'not positive definite') return undefined;
    throw error;
  }
}

/** |H|⁻¹ g, eigenvalues near 0 raised. */
function turnedSolve(matrix: Matrix, slope: readonly number[]): number[] {
  const { values, vectors } = symmetricEigen(matrix);
  const sizes = values.map(Math.abs);
  const least = (Math.max(...sizes) || 1) * FLATTEST;
  const parts = vectors.map((vector, k) => dot(vector, slope) / Math.max(sizes[k], least));
  return slope.map((_, i) => vectors.reduce((total, vector, k) => total + parts[k] * vector[i], 0));
}

interface Search {
  readonly evaluate: (x: readonly number[]) => Local;
  readonly x: readonly number[];
  readonly step: readonly number[];
  readonly lower: readonly number[];
}

function stepBy({ evaluate, x, step, lower }: Search, part = 1) {
  const next = x.map((value, i) => Math.max(lower[i], value + part * step[i]));
  return { x: next, local: evaluate(next) };
}

/** The longest of the shortened steps that lowers the value as its slope lets expect. */
function shorten(search: Search & { readonly here: Local }) {
  const { x, here } = search;
  for (let n = 0, part = 1; n < MOST_SHORTER; n++, part *= SHRINK) {
    const next = stepBy(search, part);
    const expected = dot(
      here.gradient,
      next.x.map((value, i) => value - x[i]),
    );
    const { value } = next.local;
    if (value < here.value && value <= here.value + 1e-4 * expected) return next;
  }
  return undefined;
}
