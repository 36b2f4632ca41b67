import { add, doubles, mul, putDouble, size, splat, sumOfFour, wide } from '../lane.ts';

/**
 * Σ a b over a stretch of memory of `bytes` bytes, a multiple of 4 elements, in doubles. Four sums run side by
 * side over the elements 4n, 4n+1, 4n+2, 4n+3, so the bits do not depend on the lanes of a register.
 */
export function sumOfProducts<V, S>(a: usize, b: usize, bytes: usize): f64 {
  const step: usize = size<S>() * doubles<V>();
  let s0: V = splat<V, f64>(0);
  let s1: V = splat<V, f64>(0);
  let s2: V = splat<V, f64>(0);
  let s3: V = splat<V, f64>(0);
  for (let o: usize = 0; o < bytes;) {
    s0 = add<V, f64>(s0, mul<V, f64>(wide<V, S>(a + o), wide<V, S>(b + o)));
    o += step;
    s1 = add<V, f64>(s1, mul<V, f64>(wide<V, S>(a + o), wide<V, S>(b + o)));
    o += step;
    if (doubles<V>() == 1) {
      s2 = add<V, f64>(s2, mul<V, f64>(wide<V, S>(a + o), wide<V, S>(b + o)));
      o += step;
      s3 = add<V, f64>(s3, mul<V, f64>(wide<V, S>(a + o), wide<V, S>(b + o)));
      o += step;
    }
  }
  return sumOfFour<V>(s0, s1, s2, s3);
}

/**
 * partials[k] = Σ a b over plane k for k0 ≤ k < k1. a, b: [planes · plane]; plane: elements of a plane, a
 * multiple of 4; partials: doubles.
 */
export function dot<V, S>(a: usize, b: usize, partials: usize, plane: i32, k0: i32, k1: i32): void {
  const bytes: usize = size<S>() * plane;
  for (let k: i32 = k0; k < k1; k++) {
    const o: usize = bytes * k;
    putDouble(partials + 8 * k, sumOfProducts<V, S>(a + o, b + o, bytes));
  }
}

/** partials[k] = Σ a over plane k for k0 ≤ k < k1, as `dot`. */
export function sums<V, S>(a: usize, partials: usize, plane: i32, k0: i32, k1: i32): void {
  const bytes: usize = size<S>() * plane;
  for (let k: i32 = k0; k < k1; k++) {
    putDouble(partials + 8 * k, sumOf<V, S>(a + bytes * k, bytes));
  }
}

function sumOf<V, S>(a: usize, bytes: usize): f64 {
  const step: usize = size<S>() * doubles<V>();
  let s0: V = splat<V, f64>(0);
  let s1: V = splat<V, f64>(0);
  let s2: V = splat<V, f64>(0);
  let s3: V = splat<V, f64>(0);
  for (let o: usize = 0; o < bytes;) {
    s0 = add<V, f64>(s0, wide<V, S>(a + o));
    o += step;
    s1 = add<V, f64>(s1, wide<V, S>(a + o));
    o += step;
    if (doubles<V>() == 1) {
      s2 = add<V, f64>(s2, wide<V, S>(a + o));
      o += step;
      s3 = add<V, f64>(s3, wide<V, S>(a + o));
      o += step;
    }
  }
  return sumOfFour<V>(s0, s1, s2, s3);
}
