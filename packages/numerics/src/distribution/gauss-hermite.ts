import { SolverFailed } from '../error.ts';

/** Points and weights of a quadrature rule; the weights add to 1. */
export interface Rule {
  readonly nodes: readonly number[];
  readonly weights: readonly number[];
}

const MOST_STEPS = 100;

/**
 * The n-point Gauss rule of the standard normal law: Σ w f(x) = E f(X), exact for polynomials up to degree
 * 2n - 1; 1 ≤ n ≤ 64. Nodes ascend. Newton's method on the orthonormal Hermite polynomials, each root taken
 * out of the next search (H. Maehly) so that none is found twice.
 */
export function gaussHermite(n: number): Rule {
  if (!Number.isInteger(n) || n < 1 || n > 64) throw new RangeError(`1 to 64 points, not ${n}`);
  const upper: number[] = [];
  const count = Math.floor(n / 2);
  // All roots lie below 2√n.
  let x = 2 * Math.sqrt(n);
  for (let i = 0; i < count; i++) {
    // A step off the last root, where it has been divided out, and above the next.
    x = nextRoot(n, x * 0.9999, upper);
    upper.push(x);
  }
  const lower = upper.map((root) => -root);
  const nodes = [...lower, ...(n % 2 === 1 ? [0] : []), ...upper.toReversed()];
  return { nodes, weights: nodes.map((node) => weightAt(n, node)) };
}

/** The largest root below x that is not among the found ones, which are symmetric about 0. */
function nextRoot(n: number, start: number, found: readonly number[]): number {
  let x = start;
  for (let step = 0; step < MOST_STEPS; step++) {
    const { value, previous } = hermite(n, x);
    // He' = √n He_{n-1} for the orthonormal polynomials.
    const slope = Math.sqrt(n) * previous;
    const pull = found.reduce((total, root) => total + 2 / ((x - root) * (x + root)), 0) * x;
    const move = value / (slope - value * pull);
    x -= move;
    if (Math.abs(move) <= 4e-16 * Math.abs(x)) return x;
  }
  throw new SolverFailed('gaussHermite', 'not converged', [n, x]);
}

/** He_n(x)/√n! and the one before, by the three-term recurrence. */
function hermite(n: number, x: number): { value: number; previous: number } {
  let previous = 0;
  let value = 1;
  for (let j = 0; j < n; j++) {
    const next = (x * value - Math.sqrt(j) * previous) / Math.sqrt(j + 1);
    previous = value;
    value = next;
  }
  return { value, previous };
}

/** 1/(n He_{n-1}²) with the orthonormal polynomial. */
function weightAt(n: number, x: number): number {
  const { previous } = hermite(n, x);
  return 1 / (n * previous * previous);
}
