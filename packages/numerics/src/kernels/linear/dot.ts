import { add, doubles, mul, putDouble, size, splat, sumOfFour, wide } from '../lane.ts';

/**
 * partials[k] = Σ a b over plane k, in doubles, for k0 ≤ k < k1. a, b: [planes · plane]; plane: elements of a
 * plane, a multiple of 4; partials: doubles. Four sums run side by side over the elements 4n, 4n+1, 4n+2, 4n+3
 * and are added first to last, so the bits depend on neither the lanes of a register nor the slabs.
 */
export function dot<V, S>(a: usize, b: usize, partials: usize, plane: i32, k0: i32, k1: i32): void {
  const step: usize = size<S>() * doubles<V>();
  const bytes: usize = size<S>() * plane;
  for (let k: i32 = k0; k < k1; k++) {
    let s0: V = splat<V, f64>(0);
    let s1: V = splat<V, f64>(0);
    let s2: V = splat<V, f64>(0);
    let s3: V = splat<V, f64>(0);
    const end: usize = bytes * (k + 1);
    for (let o: usize = bytes * k; o < end;) {
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
    putDouble(partials + 8 * k, sumOfFour<V>(s0, s1, s2, s3));
  }
}
