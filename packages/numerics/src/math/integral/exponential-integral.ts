import { exp } from '../exponential/exp.ts';
import { log } from '../exponential/log.ts';

/** Euler's constant. */
const GAMMA = 0.5772156649015329;
/** The power series is used up to here, the continued fraction beyond. */
const SWITCH = 1;
const MOST_TERMS = 500;

/** E1(x) = ∫ₓ^∞ exp(-t)/t dt for x > 0; Infinity at 0, NaN below. Relative error below 1e-14. */
export function exponentialIntegral(x: number): number {
  if (!(x > 0)) return x === 0 ? Infinity : NaN;
  return x <= SWITCH ? series(x) : exp(-x) * fraction(x);
}

/** exp(x) E1(x), which neither under- nor overflows: near 1/x for large x. Relative error below 1e-14. */
export function scaledExponentialIntegral(x: number): number {
  if (!(x > 0)) return x === 0 ? Infinity : NaN;
  return x <= SWITCH ? exp(x) * series(x) : fraction(x);
}

/** -γ - ln x - Σ (-x)^k/(k k!) (Abramowitz and Stegun 5.1.11). */
function series(x: number): number {
  let term = 1;
  let rest = 0;
  for (let k = 1; k < MOST_TERMS; k++) {
    term *= -x / k;
    rest -= term / k;
    if (Math.abs(term) < 1e-18) break;
  }
  return rest - GAMMA - log(x);
}

/** 1/(x+1- 1/(x+3- 4/(x+5- ...))) (5.1.22 contracted), by the recurrence of W. J. Lentz. */
function fraction(x: number): number {
  let b = x + 1;
  let c = Infinity;
  let d = 1 / b;
  let value = d;
  for (let k = 1; k < MOST_TERMS; k++) {
    const a = -k * k;
    b += 2;
    d = 1 / (a * d + b);
    c = b + a / c;
    value *= c * d;
    if (Math.abs(c * d - 1) < 1e-16) break;
  }
  return value;
}
