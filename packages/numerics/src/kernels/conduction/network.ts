import { add, at, lanes, mul, put, putDouble, size, sub } from '../lane.ts';
import { sumOfProducts } from '../linear/dot.ts';

/**
 * Cells joined by links. Arrays are [planes · plane], x fastest, with a plane of zeros before and after; rows
 * are padded. gx[c] is the conductance between cell c and the next in x, gy in y, gz in z; they are 0 at borders
 * and in the padding, so that no loop looks for borders. Pointers stand at the first cell of plane 0; `row` and
 * `plane` are elements of a padded row and plane, multiples of 8.
 */

/** Σ over the six neighbours of g (their u - own u) for the cells at byte o. Differences keep f32 exact. */
export function inflow<V, S>(
  u: usize,
  gx: usize,
  gy: usize,
  gz: usize,
  o: usize,
  row: usize,
  plane: usize,
): V {
  const w: usize = size<S>();
  const own: V = at<V, S>(u + o);
  const west: V = mul<V, S>(at<V, S>(gx + o - w), sub<V, S>(at<V, S>(u + o - w), own));
  const east: V = mul<V, S>(at<V, S>(gx + o), sub<V, S>(at<V, S>(u + o + w), own));
  const north: V = mul<V, S>(at<V, S>(gy + o - row), sub<V, S>(at<V, S>(u + o - row), own));
  const south: V = mul<V, S>(at<V, S>(gy + o), sub<V, S>(at<V, S>(u + o + row), own));
  const above: V = mul<V, S>(at<V, S>(gz + o - plane), sub<V, S>(at<V, S>(u + o - plane), own));
  const below: V = mul<V, S>(at<V, S>(gz + o), sub<V, S>(at<V, S>(u + o + plane), own));
  return add<V, S>(add<V, S>(add<V, S>(west, east), add<V, S>(north, south)), add<V, S>(above, below));
}

/**
 * out = source + anchor (level - u) + Σ g (u' - u): what flows into each cell from its source, from the fixed
 * level it is anchored to, and from its neighbours. The residual of the steady network.
 */
export function flow<V, S>(
  u: usize,
  gx: usize,
  gy: usize,
  gz: usize,
  anchor: usize,
  level: usize,
  source: usize,
  out: usize,
  row: i32,
  plane: i32,
  k0: i32,
  k1: i32,
): void {
  const rowBytes: usize = size<S>() * row;
  const planeBytes: usize = size<S>() * plane;
  const step: usize = size<S>() * lanes<V, S>();
  const end: usize = planeBytes * k1;
  for (let o: usize = planeBytes * k0; o < end; o += step) {
    const between: V = inflow<V, S>(u, gx, gy, gz, o, rowBytes, planeBytes);
    const anchored: V = mul<V, S>(at<V, S>(anchor + o), sub<V, S>(at<V, S>(level + o), at<V, S>(u + o)));
    put<V, S>(out + o, add<V, S>(at<V, S>(source + o), add<V, S>(anchored, between)));
  }
}

/** out = b - A u, A u = anchor u - Σ g (u' - u). */
export function remainder<V, S>(
  u: usize,
  gx: usize,
  gy: usize,
  gz: usize,
  anchor: usize,
  b: usize,
  out: usize,
  row: i32,
  plane: i32,
  k0: i32,
  k1: i32,
): void {
  const rowBytes: usize = size<S>() * row;
  const planeBytes: usize = size<S>() * plane;
  const step: usize = size<S>() * lanes<V, S>();
  const end: usize = planeBytes * k1;
  for (let o: usize = planeBytes * k0; o < end; o += step) {
    const between: V = inflow<V, S>(u, gx, gy, gz, o, rowBytes, planeBytes);
    const held: V = sub<V, S>(at<V, S>(b + o), mul<V, S>(at<V, S>(anchor + o), at<V, S>(u + o)));
    put<V, S>(out + o, add<V, S>(held, between));
  }
}

/** out = A u, and partials[k] = Σ u A u over plane k: rows in index order, each summed as `sumOfProducts`. */
export function applyAndDot<V, S>(
  u: usize,
  gx: usize,
  gy: usize,
  gz: usize,
  anchor: usize,
  out: usize,
  partials: usize,
  row: i32,
  plane: i32,
  k0: i32,
  k1: i32,
): void {
  const rowBytes: usize = size<S>() * row;
  const planeBytes: usize = size<S>() * plane;
  const step: usize = size<S>() * lanes<V, S>();
  for (let k: i32 = k0; k < k1; k++) {
    const end: usize = planeBytes * (k + 1);
    let sum: f64 = 0;
    for (let start: usize = planeBytes * k; start < end; start += rowBytes) {
      for (let o: usize = start; o < start + rowBytes; o += step) {
        const between: V = inflow<V, S>(u, gx, gy, gz, o, rowBytes, planeBytes);
        put<V, S>(out + o, sub<V, S>(mul<V, S>(at<V, S>(anchor + o), at<V, S>(u + o)), between));
      }
      sum += sumOfProducts<V, S>(u + start, out + start, rowBytes);
    }
    putDouble(partials + 8 * k, sum);
  }
}
