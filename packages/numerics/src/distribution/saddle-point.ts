import { exp } from '../math/exponential/exp.ts';
import { log } from '../math/exponential/log.ts';
import { log1p } from '../math/exponential/log1p.ts';
import { lgamma } from '../math/probability/lgamma.ts';

// C. Loader, "Fast and accurate computation of binomial probabilities" (2000): the large terms of
// x^a e^-x / Γ(a+1) cancel on paper, so that nothing is lost where a logarithm of Γ would be large.

const HALF_LOG_TWO_PI = 0.9189385332046728;
const TWO_PI = 6.283185307179586;

/** log Γ(n+1) - (n + 1/2) log n + n - log(2π)/2, the rest of Stirling's formula; n > 0. */
function stirlingRest(n: number): number {
  if (n < 16) return lgamma(n + 1) - (n + 0.5) * log(n) + n - HALF_LOG_TWO_PI;
  const s = 1 / (n * n);
  return (1 / 12 - s * (1 / 360 - s * (1 / 1260 - s * (1 / 1680 - s / 1188)))) / n;
}

/** x log(x/m) + m - x, without cancellation near x = m; x, m > 0. */
function deviance(x: number, m: number): number {
  const difference = x - m;
  if (Math.abs(difference) >= 0.1 * (x + m)) return x * log(x / m) - difference;
  const v = difference / (x + m);
  const square = v * v;
  let power = 2 * x * v;
  let total = difference * v;
  for (let j = 3; j < 60; j += 2) {
    power *= square;
    const next = total + power / j;
    if (next === total) return next;
    total = next;
  }
  return total;
}

/** x^a e^-x / Γ(a+1); a, x > 0. */
export function poissonTerm(a: number, x: number): number {
  if (x < a * 1e-300) return 0;
  return exp(-stirlingRest(a) - deviance(a, x)) / Math.sqrt(TWO_PI * a);
}

/** Γ(a+b+1)/(Γ(a+1) Γ(b+1)) x^a y^b with x + y = 1; a, b, x, y > 0. */
export function binomialTerm(a: number, b: number, x: number, y: number): number {
  const n = a + b;
  // Far in a tail log1p keeps what 1 - x has lost; elsewhere the saddle point is exact enough.
  const tail = Math.min(x, y) < 1e-12;
  const power = tail ? tailPower(a, b, x, y) : -deviance(a, n * x) - deviance(b, n * y);
  return exp(stirlingRest(n) - stirlingRest(a) - stirlingRest(b) + power) * Math.sqrt(n / (TWO_PI * a * b));
}

function tailPower(a: number, b: number, x: number, y: number): number {
  const n = a + b;
  const logX = x < y ? log(x) : log1p(-y);
  const logY = x < y ? log1p(-x) : log(y);
  return a * (logX - log(a / n)) + b * (logY - log(b / n));
}
