import { add, at, lanes, mul, put, size, splat, sub } from '../lane.ts';

/**
 * y = y + a x over planes k0 ≤ k < k1. x, y: [planes · plane]; plane: elements of a plane, a multiple of 4.
 */
export function addScaled<V, S>(y: usize, x: usize, a: f64, plane: i32, k0: i32, k1: i32): void {
  const factor: V = splat<V, S>(a);
  const step: usize = size<S>() * lanes<V, S>();
  const end: usize = size<S>() * plane * k1;
  for (let o: usize = size<S>() * plane * k0; o < end; o += step) {
    put<V, S>(y + o, add<V, S>(at<V, S>(y + o), mul<V, S>(factor, at<V, S>(x + o))));
  }
}

/** y = x + a y, shapes as in addScaled. */
export function scaleAndAdd<V, S>(y: usize, x: usize, a: f64, plane: i32, k0: i32, k1: i32): void {
  const factor: V = splat<V, S>(a);
  const step: usize = size<S>() * lanes<V, S>();
  const end: usize = size<S>() * plane * k1;
  for (let o: usize = size<S>() * plane * k0; o < end; o += step) {
    put<V, S>(y + o, add<V, S>(at<V, S>(x + o), mul<V, S>(factor, at<V, S>(y + o))));
  }
}

/**
 * y goes on as it came from `before` and `earlier`: y + one (y - before) + two (before - earlier); then earlier = before
 * and before = the old y. Shapes as in addScaled.
 */
export function extrapolate<V, S>(
  y: usize,
  before: usize,
  earlier: usize,
  one: f64,
  two: f64,
  plane: i32,
  k0: i32,
  k1: i32,
): void {
  const first: V = splat<V, S>(one);
  const second: V = splat<V, S>(two);
  const step: usize = size<S>() * lanes<V, S>();
  const end: usize = size<S>() * plane * k1;
  for (let o: usize = size<S>() * plane * k0; o < end; o += step) {
    const now: V = at<V, S>(y + o);
    const last: V = at<V, S>(before + o);
    const bend: V = mul<V, S>(second, sub<V, S>(last, at<V, S>(earlier + o)));
    put<V, S>(y + o, add<V, S>(now, add<V, S>(mul<V, S>(first, sub<V, S>(now, last)), bend)));
    put<V, S>(earlier + o, last);
    put<V, S>(before + o, now);
  }
}
