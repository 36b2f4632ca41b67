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
  /** Ends when the decrease that a Newton step promises falls below this part of 1 + |value|. */
  readonly tolerance?: number;
  readonly mostSteps?: number;
}

const SHRINK = 0.25;
const MOST_HALVINGS = 60;

/**
 * A local minimum by Newton's method: the Hessian is made positive definite by adding to its diagonal, the step
 * is shortened until the value falls enough (L. Armijo), and coordinates at a bound stay there while the slope
 * pushes them out (projected Newton, D. P. Bertsekas, SIAM J. Control Optim. 20:221, 1982).
 */
export function minimise(
  evaluate: (x: readonly number[]) => Local,
  start: readonly number[],
  { lower = start.map(() => -Infinity), tolerance = 1e-16, mostSteps = 200 }: MinimiseOptions = {},
): Minimum {
  let x = start.map((value, i) => Math.max(value, lower[i]));
  let here = evaluate(x);
  if (!Number.isFinite(here.value)) throw new SolverFailed('minimise', 'not finite', [here.value]);
  const values = [here.value];
  for (let steps = 0; steps < mostSteps; steps++) {
    const isBound = x.map((value, i) => value <= lower[i] && here.gradient[i] >= 0);
    const { step, promise } = newtonStep(here, isBound);
    const finished = { ...here, x, isBound, steps };
    if (promise <= tolerance * (1 + Math.abs(here.value))) return finished;
    const next = shorten({ evaluate, x, here, step, lower });
    // Nothing lower in sight: rounding has the last word when the promise is that small.
    if (next === undefined) {
      if (promise <= 1e-9 * (1 + Math.abs(here.value))) return finished;
      break;
    }
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
  readonly here: Local;
  readonly step: readonly number[];
  readonly lower: readonly number[];
}

/** The longest of the halved steps that lowers the value as its slope lets expect. */
function shorten({ evaluate, x, here, step, lower }: Search) {
  for (let n = 0, part = 1; n < MOST_HALVINGS; n++, part *= SHRINK) {
    const next = x.map((value, i) => Math.max(lower[i], value + part * step[i]));
    const expected = dot(
      here.gradient,
      next.map((value, i) => value - x[i]),
    );
    const local = evaluate(next);
    if (local.value < here.value && local.value <= here.value + 1e-4 * expected) return { x: next, local };
  }
  return undefined;
}
