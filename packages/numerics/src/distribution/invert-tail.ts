import { SolverFailed } from '../error.ts';
import { exp } from '../math/exponential/exp.ts';
import { log } from '../math/exponential/log.ts';

/** A tail as a function of x > 0, monotone, with its density. */
export interface TailAt {
  readonly tail: number;
  readonly density: number;
}

// Doubles below exp(-745) and above exp(709.7) do not exist.
const LOWEST = -745;
const HIGHEST = 709;
const MOST_STEPS = 400;

/**
 * The x > 0 where a tail takes the value p, by Newton's method on the logarithms of both (there the tails of
 * the gamma and beta laws are nearly straight), kept in a bracket by bisection. direction is +1 for a lower
 * tail, which grows with x, and -1 for an upper one. Ends at the precision of the tail.
 */
export function invertTail(
  at: (x: number) => TailAt,
  p: number,
  direction: 1 | -1,
  from: { readonly start: number; readonly high: number },
): number {
  let low = LOWEST;
  let high = Math.min(HIGHEST, log(from.high));
  let u = Math.min(log(from.start), high);
  for (let step = 0; step < MOST_STEPS; step++) {
    const { tail, density } = at(exp(u));
    const excess = direction * (log(tail) - log(p));
    if (excess > 0) high = u;
    else low = u;
    const newton = u - (excess * tail) / (density * exp(u));
    const next = newton > low && newton < high ? newton : (low + high) / 2;
    if (Math.abs(next - u) <= 2e-16 * Math.max(1, Math.abs(u)) || high - low < 1e-15) return exp(next);
    u = next;
  }
  throw new SolverFailed('invertTail', 'not converged', [p, exp(low), exp(high)]);
}
