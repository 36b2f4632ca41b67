import { SolverFailed } from '../error.ts';
import { poissonTerm } from './saddle-point.ts';

// Enough for a = 1e8, where √a terms are needed.
const MOST_TERMS = 200_000;
const EPSILON = 1.1e-16;
const TINY = 1e-300;

/** The two tails of a law on the line; both are kept because either may be too small to be 1 - the other. */
export interface Tails {
  readonly lower: number;
  readonly upper: number;
}

/**
 * The regularised incomplete gamma functions P(a, x) = lower and Q(a, x) = upper for a > 0, x ≥ 0; the
 * smaller one is relatively accurate to 1e-12 for a up to 1e4. Series below x = a + 1, continued fraction above.
 */
export function gammaTails(a: number, x: number): Tails {
  if (!(a > 0 && x >= 0)) throw new RangeError(`gammaTails needs a > 0 and x ≥ 0, not ${a}, ${x}`);
  if (x === 0) return { lower: 0, upper: 1 };
  if (x === Infinity) return { lower: 1, upper: 0 };
  const term = poissonTerm(a, x);
  if (x < a + 1) {
    const lower = term * series(a, x);
    return { lower, upper: 1 - lower };
  }
  const upper = term * a * fraction(a, x);
  return { lower: 1 - upper, upper };
}

/** 1 + x/(a+1) + x²/((a+1)(a+2)) + ... */
function series(a: number, x: number): number {
  let term = 1;
  let total = 1;
  for (let n = 1; n < MOST_TERMS; n++) {
    term *= x / (a + n);
    total += term;
    if (term < total * EPSILON) return total;
  }
  throw new SolverFailed('gammaTails', 'not converged', [a, x]);
}

/** 1/(x+1-a - 1(1-a)/(x+3-a - 2(2-a)/(x+5-a - ...))) by W. J. Lentz's recurrence. */
function fraction(a: number, x: number): number {
  let b = x + 1 - a;
  let c = 1 / TINY;
  let d = 1 / b;
  let value = d;
  for (let n = 1; n < MOST_TERMS; n++) {
    const step = -n * (n - a);
    b += 2;
    d = 1 / away(step * d + b);
    c = away(b + step / c);
    value *= d * c;
    if (Math.abs(d * c - 1) < 2 * EPSILON) return value;
  }
  throw new SolverFailed('gammaTails', 'not converged', [a, x]);
}

function away(x: number): number {
  return Math.abs(x) < TINY ? TINY : x;
}
