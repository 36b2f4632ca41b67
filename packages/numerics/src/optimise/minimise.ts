import { SolverFailed } from '../error.ts';
import { cholesky } from '../linear/cholesky.ts';
import { choleskySolve } from '../linear/cholesky-solve.ts';
import { dot, type Matrix } from '../linear/matrix.ts';

/** A function with its slope and curvature at one point; value may be Infinity outside its domain. */
export interface Local {
  readonly value: number;
  readonly gradient: readonly number[];
  readonly hessian: Matrix;
}

export interface Minimum extends Local {
  readonly x: readonly number[];
  /** Which coordinates ended at their lower bound. */
  readonly isBound: readonly boolean[];
  readonly steps: number;
}

export interface MinimiseOptions {
  /** Lower bounds; none by default. */
  readonly lower?: readonly number[];
  /** Ends when the decrease that a Newton step promises falls below this part of 1 + |value|: for a sum of
   * squared errors or a log-likelihood the square of the error in standard errors. */
  readonly tolerance?: number;
  readonly mostSteps?: number;
}

const SHRINK = 0.25;
// A promised decrease below this part of the value cannot be told from rounding of the value.
const VISIBLE = 1e-11;
const MOST_SHORTER = 40;

/**
 * A local minimum by Newton's method: the Hessian is made positive definite by adding to its diagonal, the step
 * is shortened until the value falls enough (L. Armijo), and coordinates at a bound stay there while the slope
 * pushes them out (projected Newton, D. P. Bertsekas, SIAM J. Control Optim. 20:221, 1982).
 */
export function minimise(
  evaluate: (x: readonly number[]) => Local,
  start: readonly number[],
  { lower = start.map(() => -Infinity), tolerance = 1e-24, mostSteps = 200 }: MinimiseOptions = {},
): Minimum {
  let x = start.map((value, i) => Math.max(value, lower[i]));
  let here = evaluate(x);
  if (!Number.isFinite(here.value)) throw new SolverFailed('minimise', 'not finite', [here.value]);
  const values = [here.value];
  let before = Infinity;
  for (let steps = 0; steps < mostSteps; steps++) {
    const isBound = x.map((value, i) => value <= lower[i] && here.gradient[i] >= 0);
    const { step, promise } = newtonStep(here, isBound);
    const scale = 1 + Math.abs(here.value);
    const isFine = promise <= VISIBLE * scale;
    // Once the values differ by rounding only, Newton steps go on as long as they pay.
    if (promise <= tolerance * scale || (isFine && promise >= before)) return { ...here, x, isBound, steps };
    const next = isFine ? stepBy({ evaluate, x, step, lower }) : shorten({ evaluate, x, here, step, lower });
    if (next === undefined) break;
    before = promise;
    x = next.x;
    here = next.local;
    values.push(here.value);
  }
  throw new SolverFailed('minimise', 'not converged', values);
}

/** -(H + shift)⁻¹ g over the free coordinates, and the decrease g·step it promises. */
function newtonStep({ gradient, hessian }: Local, isBound: readonly boolean[]) {
  const free = isBound.flatMap((bound, i) => (bound ? [] : [i]));
  const slope = free.map((i) => gradient[i]);
  const part = free.map((i) => free.map((j) => (hessian[i][j] + hessian[j][i]) / 2));
  const short = choleskySolve(definiteFactor(part), slope);
  const step = gradient.map(() => 0);
  for (const [n, i] of free.entries()) step[i] = -short[n];
  return { step, promise: dot(slope, short) };
}

/** The Cholesky factor of the matrix, its diagonal raised as little as makes it positive definite. */
function definiteFactor(matrix: Matrix): number[][] {
  const scale = Math.max(...matrix.map((row, i) => Math.abs(row[i])), 0) || 1;
  for (let shift = 0; shift < 1e12 * scale; shift = shift === 0 ? 1e-6 * scale : shift * 10) {
    const raised = matrix.map((row, i) => row.map((value, j) => (i === j ? value + shift : value)));
    try {
      return cholesky(raised);
    } catch (error) {
      if (!(error instanceof SolverFailed)) throw error;
    }
  }
  throw new SolverFailed('minimise', 'not positive definite', matrix.flat());
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
