import { gammaTails } from './incomplete-gamma.ts';
import { invertTail } from './invert-tail.ts';
import { poissonTerm } from './saddle-point.ts';

/** P(χ² > x) with df degrees of freedom; 1 for df = 0 and x = 0. */
export function chiSquaredTail(x: number, df: number): number {
  if (df === 0) return x > 0 ? 0 : 1;
  return x <= 0 ? 1 : gammaTails(df / 2, x / 2).upper;
}

/** The x with P(χ² ≤ x) = p, 0 ≤ p ≤ 1. */
export function chiSquaredQuantile(p: number, df: number): number {
  if (!(p >= 0 && p <= 1 && df > 0)) throw new RangeError(`no quantile of χ²(${df}) at ${p}`);
  if (p === 0 || p === 1) return p === 0 ? 0 : Infinity;
  const a = df / 2;
  const isLower = p <= 0.5;
  const at = (x: number) => {
    const { lower, upper } = gammaTails(a, x);
    return { tail: isLower ? lower : upper, density: (poissonTerm(a, x) * a) / x };
  };
  const from = { start: a, high: Infinity };
  return 2 * (isLower ? invertTail(at, p, 1, from) : invertTail(at, 1 - p, -1, from));
}
