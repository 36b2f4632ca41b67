import { normalCdf } from '../math/probability/normal-cdf.ts';
import { normalQuantile } from '../math/probability/normal-quantile.ts';
import { betaShare } from './beta.ts';
import { betaTails } from './incomplete-beta.ts';

/** P(T > t) of Student's law; df may be any positive number, Infinity gives the normal law. */
export function studentTail(t: number, df: number): number {
  if (!(df > 0)) throw new RangeError(`Student's law needs df > 0, not ${df}`);
  if (df === Infinity) return normalCdf(-t);
  if (t < 0) return 1 - studentTail(-t, df);
  // t²/(df + t²) without overflow.
  const ratio = (t / df) * t;
  const x = ratio === Infinity ? 0 : 1 / (1 + ratio);
  return betaTails(df / 2, 0.5, x, ratio === Infinity ? 1 : ratio / (1 + ratio)).lower / 2;
}

/** The t with P(T ≤ t) = p; df as for studentTail. */
export function studentQuantile(p: number, df: number): number {
  if (!(df > 0)) throw new RangeError(`Student's law needs df > 0, not ${df}`);
  if (df === Infinity) return normalQuantile(p);
  if (p === 0.5) return 0;
  // P(|T| > t) = I_x(df/2, 1/2) at x = df/(df + t²).
  const { x, y } = betaShare(2 * Math.min(p, 1 - p), df / 2, 0.5);
  return Math.sign(p - 0.5) * Math.sqrt((df * y) / x);
}
