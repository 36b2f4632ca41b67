import { add, doubles, mul, putDouble, size, splat, sub, sumOfFour, wide } from '../lane.ts';

/**
 * partials[k] = Σ anchor level (level - u) + u (source - rest) over plane k, in doubles. With rest what `flow` gives
 * for u, the sum over all planes is Σ g Δ² + Σ anchor (level - u)²: what is lost in all links, never negative, and
 * the same for levels that are all shifted alike. Sums run as in `dot`.
 */
export function dissipation<V, S>(
  u: usize,
  anchor: usize,
  level: usize,
  source: usize,
  rest: usize,
  partials: usize,
  plane: i32,
  k0: i32,
  k1: i32,
): void {
  const bytes: usize = size<S>() * plane;
  const step: usize = size<S>() * doubles<V>();
  for (let k: i32 = k0; k < k1; k++) {
    let s0: V = splat<V, f64>(0);
    let s1: V = splat<V, f64>(0);
    let s2: V = splat<V, f64>(0);
    let s3: V = splat<V, f64>(0);
    for (let o: usize = bytes * k; o < bytes * (k + 1);) {
      s0 = add<V, f64>(s0, lossAt<V, S>(u + o, anchor + o, level + o, source + o, rest + o));
      o += step;
      s1 = add<V, f64>(s1, lossAt<V, S>(u + o, anchor + o, level + o, source + o, rest + o));
      o += step;
      if (doubles<V>() == 1) {
        s2 = add<V, f64>(s2, lossAt<V, S>(u + o, anchor + o, level + o, source + o, rest + o));
        o += step;
        s3 = add<V, f64>(s3, lossAt<V, S>(u + o, anchor + o, level + o, source + o, rest + o));
        o += step;
      }
    }
    putDouble(partials + 8 * k, sumOfFour<V>(s0, s1, s2, s3));
  }
}

function lossAt<V, S>(u: usize, anchor: usize, level: usize, source: usize, rest: usize): V {
  const own: V = wide<V, S>(u);
  const held: V = wide<V, S>(level);
  const fed: V = mul<V, f64>(mul<V, f64>(wide<V, S>(anchor), held), sub<V, f64>(held, own));
  return add<V, f64>(fed, mul<V, f64>(own, sub<V, f64>(wide<V, S>(source), wide<V, S>(rest))));
}
