import { SolverFailed } from '../error.ts';

// The constants the authors of the method recommend are κ1 = 0.2/(b - a), κ2 = 2 and n0 = 1.
const TRUNCATION = 0.2;

/**
 * A root of f between low and high, where f must change sign, to within tolerance (absolute, in
 * x). Interpolate-truncate-project (I. F. D. Oliveira and R. H. C. Takahashi, ACM TOMS 47(1):5,
 * 2021, doi 10.1145/3423597): superlinear for smooth f, and at most two evaluations more than
 * bisection needs. Throws SolverFailed with the values of f so far if they show no change of sign, if
 * one is NaN, or if the tolerance is finer than the doubles there.
 */
export function findRoot(f: (x: number) => number, low: number, high: number, tolerance: number): number {
  if (!(tolerance > 0)) throw new RangeError(`the tolerance must be positive, not ${tolerance}`);
  const residuals: number[] = [];
  const at = (x: number) => {
    const value = f(x);
    residuals.push(value);
    if (value !== value) throw new SolverFailed('findRoot', 'not finite', residuals);
    return value;
  };
  const bracket = { a: Math.min(low, high), b: Math.max(low, high), fa: 0, fb: 0 };
  bracket.fa = at(bracket.a);
  bracket.fb = at(bracket.b);
  if (bracket.fa === 0) return bracket.a;
  if (bracket.fb === 0) return bracket.b;
  if (bracket.fa > 0 === bracket.fb > 0) throw new SolverFailed('findRoot', 'not bracketed', residuals);
  return narrow(bracket, tolerance, at, residuals);
}

interface Bracket {
  a: number;
  b: number;
  fa: number;
  fb: number;
}

function narrow(
  bracket: Bracket,
  tolerance: number,
  at: (x: number) => number,
  residuals: readonly number[],
): number {
  const truncation = TRUNCATION / (bracket.b - bracket.a);
  // Twice (n0 = 1) the half-width that bisection would have reached at this step.
  let allowed = tolerance;
  while (2 * allowed < bracket.b - bracket.a) allowed *= 2;
  for (allowed *= 2; bracket.b - bracket.a > 2 * tolerance; allowed /= 2) {
    const x = nextPoint(bracket, truncation, allowed);
    if (x <= bracket.a || x >= bracket.b) throw new SolverFailed('findRoot', 'not converged', residuals);
    const value = at(x);
    if (value === 0) return x;
    if (value > 0 === bracket.fb > 0) {
      bracket.b = x;
      bracket.fb = value;
    } else {
      bracket.a = x;
      bracket.fa = value;
    }
  }
  return bracket.a + (bracket.b - bracket.a) / 2;
}

/** The secant point, moved towards the middle by a truncation, kept within reach of bisection. */
function nextPoint({ a, b, fa, fb }: Bracket, truncation: number, allowed: number): number {
  const width = b - a;
  const middle = a + width / 2;
  const secant = a + width * (fa / (fa - fb));
  const side = Math.sign(middle - secant);
  const shift = truncation * width * width;
  const truncated = shift <= Math.abs(middle - secant) ? secant + side * shift : middle;
  const reach = Math.max(0, allowed - width / 2);
  const projected = Math.abs(truncated - middle) <= reach ? truncated : middle - side * reach;
  // A root within an ulp of an end, or an infinite value there, leaves no inner secant point.
  return projected > a && projected < b ? projected : middle;
}
