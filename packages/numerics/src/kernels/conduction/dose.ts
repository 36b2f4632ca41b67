import { add, anyLess, at, div, doubles, less, max, mul, put, size, splat, sub, wide } from '../lane.ts';
import { exponential } from '../math/exponential.ts';

/**
 * The mean of e^l over a stretch in which l = middle + a s + 4 c s², s from -½ to ½, for a and c as l has at its ends:
 * e^middle (sinh(a/2) / (a/2) + c (1/3 + a²/40)), the first by its series. For |a| ≤ 2 it errs by less than 3e-6 and
 * by c²/10 and c a⁴/2700.
 */
function meanRate<V>(from: V, middle: V, to: V): V {
  const one: V = splat<V, f64>(1);
  const half: V = splat<V, f64>(0.5);
  const a: V = sub<V, f64>(to, from);
  const c: V = sub<V, f64>(mul<V, f64>(half, add<V, f64>(from, to)), middle);
  const squared: V = mul<V, f64>(a, a);
  const x: V = mul<V, f64>(squared, splat<V, f64>(0.25));
  let series: V = add<V, f64>(one, mul<V, f64>(x, splat<V, f64>(0.023809523809523808)));
  series = add<V, f64>(one, mul<V, f64>(mul<V, f64>(x, splat<V, f64>(0.05)), series));
  series = add<V, f64>(one, mul<V, f64>(mul<V, f64>(x, splat<V, f64>(0.16666666666666666)), series));
  const bend: V = add<V, f64>(splat<V, f64>(0.3333333333333333), mul<V, f64>(squared, splat<V, f64>(0.025)));
  return mul<V, f64>(exponential<V>(middle), add<V, f64>(series, mul<V, f64>(c, bend)));
}

/**
 * dose += ∫ exp(logRate - barrier / T) dt over a step in which T goes straight from reference + before to
 * reference + after, in `parts` equal parts, each with the logarithm of the rate as a parabola: meanRate. Cells that
 * stay below `threshold` (a rise) get nothing. before, after: fields; dose: doubles of the same shape.
 */
export function addDose<V, S>(
  before: usize,
  after: usize,
  dose: usize,
  logRate: f64,
  barrier: f64,
  reference: f64,
  threshold: f64,
  dt: f64,
  parts: i32,
  plane: i32,
  k0: i32,
  k1: i32,
): void {
  const count: i32 = doubles<V>();
  const scale: V = splat<V, f64>(logRate);
  const height: V = splat<V, f64>(barrier);
  const origin: V = splat<V, f64>(reference);
  const least: V = splat<V, f64>(threshold);
  const half: V = splat<V, f64>(0.5);
  const share: f64 = 1.0 / parts;
  const part: V = splat<V, f64>(share);
  const time: V = splat<V, f64>(dt * share);
  for (let c: i32 = plane * k0; c < plane * k1; c += count) {
    const one: V = wide<V, S>(before + size<S>() * c);
    const two: V = wide<V, S>(after + size<S>() * c);
    const most: V = max<V, f64>(one, two);
    if (!anyLess<V, f64>(least, most)) continue;
    const width: V = mul<V, f64>(part, sub<V, f64>(two, one));
    let t: V = add<V, f64>(origin, one);
    let from: V = sub<V, f64>(scale, div<V, f64>(height, t));
    let sum: V = splat<V, f64>(0);
    for (let n: i32 = 0; n < parts; n++) {
      const halfway: V = add<V, f64>(t, mul<V, f64>(half, width));
      t = add<V, f64>(t, width);
      const to: V = sub<V, f64>(scale, div<V, f64>(height, t));
      sum = add<V, f64>(sum, meanRate<V>(from, sub<V, f64>(scale, div<V, f64>(height, halfway)), to));
      from = to;
    }
    const old: V = at<V, f64>(dose + 8 * c);
    put<V, f64>(dose + 8 * c, less<V, f64>(least, most, add<V, f64>(old, mul<V, f64>(time, sum)), old));
  }
}
