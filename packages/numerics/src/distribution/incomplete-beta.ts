import { SolverFailed } from '../error.ts';
import type { Tails } from './incomplete-gamma.ts';
import { binomialTerm } from './saddle-point.ts';

const MOST_TERMS = 200_000;
const EPSILON = 1.1e-16;
const TINY = 1e-300;

/**
 * The regularised incomplete beta function I_x(a, b) = lower and its complement, for x + y = 1; both are
 * arguments so that either may be tiny. The smaller result is relatively accurate to 1e-12 for a, b up to 1e4.
 */
export function betaTails(a: number, b: number, x: number, y: number): Tails {
  if (!(a > 0 && b > 0 && x >= 0 && y >= 0))
    throw new RangeError(`betaTails needs a, b > 0 and x, y ≥ 0, not ${a}, ${b}, ${x}, ${y}`);
  if (x === 0) return { lower: 0, upper: 1 };
  if (y === 0) return { lower: 1, upper: 0 };
  // x^a y^b / B(a, b)
  const term = (binomialTerm(a, b, x, y) * a * b) / (a + b);
  if (x < (a + 1) / (a + b + 2)) {
    const lower = (term / a) * fraction(a, b, x);
    return { lower, upper: 1 - lower };
  }
  const upper = (term / b) * fraction(b, a, y);
  return { lower: 1 - upper, upper };
}

/** The even and odd parts of NIST DLMF 8.17.22 by W. J. Lentz's recurrence. */
function fraction(a: number, b: number, x: number): number {
  let c = 1;
  let d = 1 / away(1 - ((a + b) * x) / (a + 1));
  let value = d;
  const advance = (step: number) => {
    d = 1 / away(1 + step * d);
    c = away(1 + step / c);
    value *= d * c;
    return Math.abs(d * c - 1);
  };
  for (let m = 1; m < MOST_TERMS; m++) {
    const even = a + 2 * m;
    advance((m * (b - m) * x) / ((even - 1) * even));
    if (advance((-(a + m) * (a + b + m) * x) / (even * (even + 1))) < 2 * EPSILON) return value;
  }
  throw new SolverFailed('betaTails', 'not converged', [a, b, x]);
}

function away(v: number): number {
  return Math.abs(v) < TINY ? TINY : v;
}
