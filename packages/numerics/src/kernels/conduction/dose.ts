import { add, anyLess, at, div, doubles, less, max, mul, put, size, splat, sub, wide } from '../lane.ts';
import { exponential } from '../math/exponential.ts';

/** exp(logRate - barrier / T) at absolute temperature T, doubles. */
function arrhenius<V>(logRate: V, barrier: V, t: V): V {
  return exponential<V>(sub<V, f64>(logRate, div<V, f64>(barrier, t)));
}

/**
 * dose += ∫ exp(logRate - barrier / T) dt over a step in which T goes straight from reference + before to
 * reference + after, by Gauss's rule of two points: where the rate grows f-fold within the step the relative error
 * is (ln f)⁴ / 4320. Cells that stay below `threshold` (a rise) get nothing. before, after: fields; dose: doubles
 * of the same shape.
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
  plane: i32,
  k0: i32,
  k1: i32,
): void {
  const count: i32 = doubles<V>();
  const scale: V = splat<V, f64>(logRate);
  const height: V = splat<V, f64>(barrier);
  const origin: V = splat<V, f64>(reference);
  const least: V = splat<V, f64>(threshold);
  const half: V = splat<V, f64>(dt * 0.5);
  const early: V = splat<V, f64>(0.21132486540518713);
  const late: V = splat<V, f64>(0.7886751345948129);
  for (let c: i32 = plane * k0; c < plane * k1; c += count) {
    const one: V = wide<V, S>(before + size<S>() * c);
    const two: V = wide<V, S>(after + size<S>() * c);
    const most: V = max<V, f64>(one, two);
    if (!anyLess<V, f64>(least, most)) continue;
    const start: V = add<V, f64>(origin, one);
    const change: V = sub<V, f64>(two, one);
    const first: V = arrhenius<V>(scale, height, add<V, f64>(start, mul<V, f64>(early, change)));
    const second: V = arrhenius<V>(scale, height, add<V, f64>(start, mul<V, f64>(late, change)));
    const old: V = at<V, f64>(dose + 8 * c);
    const sum: V = add<V, f64>(old, mul<V, f64>(half, add<V, f64>(first, second)));
    put<V, f64>(dose + 8 * c, less<V, f64>(least, most, sum, old));
  }
}
