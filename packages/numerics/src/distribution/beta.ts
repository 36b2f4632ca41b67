import { betaTails } from './incomplete-beta.ts';
import { invertTail } from './invert-tail.ts';
import { binomialTerm } from './saddle-point.ts';

/** A point of (0, 1) with its complement, of which the smaller one is accurate. */
export interface Share {
  readonly x: number;
  readonly y: number;
}

/** The x with I_x(a, b) = p, 0 ≤ p ≤ 1: the quantile of the beta law. */
export function betaQuantile(p: number, a: number, b: number): number {
  return betaShare(p, a, b).x;
}

/** The quantile with its complement. */
export function betaShare(p: number, a: number, b: number): Share {
  if (!(p >= 0 && p <= 1 && a > 0 && b > 0)) throw new RangeError(`no quantile of Beta(${a}, ${b}) at ${p}`);
  if (p === 0 || p === 1) return { x: p, y: 1 - p };
  return betaTails(a, b, 0.5, 0.5).lower >= p
    ? smallShare(p, 1 - p, a, b)
    : mirrored(smallShare(1 - p, p, b, a));
}

/** The point with lower tail p and upper tail q where it is at most 1/2; the smaller tail is solved for. */
function smallShare(p: number, q: number, a: number, b: number): Share {
  const at = (x: number) => {
    const { lower, upper } = betaTails(a, b, x, 1 - x);
    const density = (binomialTerm(a, b, x, 1 - x) * a * b) / ((a + b) * x * (1 - x));
    return { tail: p < q ? lower : upper, density };
  };
  const from = { start: Math.min(0.5, a / (a + b)), high: 0.5 };
  const x = invertTail(at, Math.min(p, q), p < q ? 1 : -1, from);
  return { x, y: 1 - x };
}

function mirrored({ x, y }: Share): Share {
  return { x: y, y: x };
}
