import {
  add,
  at,
  div,
  doubleAt,
  doubles,
  lanes,
  max,
  mul,
  put,
  putDouble,
  size,
  splat,
  sub,
  sumOfFour,
  wide,
} from '../lane.ts';

/**
 * The power a face gives to one of its two cells: g Δ² times the share of that cell's half of the way in the
 * resistance, a σ' / (a σ' + b σ), with a its share of the way and σ' the conductivity of the other. The shares
 * of both cells add up to 1, so that all heat is all power.
 */
function halfPower<V, S>(link: V, drop: V, own: V, other: V, a: V): V {
  const b: V = sub<V, S>(splat<V, S>(1), a);
  const mine: V = mul<V, S>(a, other);
  const sum: V = max<V, S>(add<V, S>(mine, mul<V, S>(b, own)), splat<V, S>(1e-30));
  return mul<V, S>(mul<V, S>(link, mul<V, S>(drop, drop)), div<V, S>(mine, sum));
}

/**
 * out = the power lost in each cell: of each face by halfPower, and anchor (level - u)² of the link to a fixed
 * level. Σ out is what the levels feed in, to rounding, when u solves the network. Shapes as in linksOfCells;
 * shareX, shareY and shareZ have an element before their first.
 */
export function jouleHeat<V, S>(
  u: usize,
  sigma: usize,
  gx: usize,
  gy: usize,
  gz: usize,
  anchor: usize,
  level: usize,
  shareX: usize,
  shareY: usize,
  shareZ: usize,
  out: usize,
  row: i32,
  plane: i32,
  k0: i32,
  k1: i32,
): void {
  const w: usize = size<S>();
  const rowBytes: usize = w * row;
  const planeBytes: usize = w * plane;
  const step: usize = w * lanes<V, S>();
  const ny: i32 = plane / row;
  const one: V = splat<V, S>(1);
  for (let k: i32 = k0; k < k1; k++) {
    const below: V = splat<V, S>(doubleAt(shareZ + 8 * k));
    const above: V = sub<V, S>(one, splat<V, S>(doubleAt(shareZ + 8 * k - 8)));
    for (let j: i32 = 0; j < ny; j++) {
      const south: V = splat<V, S>(doubleAt(shareY + 8 * j));
      const north: V = sub<V, S>(one, splat<V, S>(doubleAt(shareY + 8 * j - 8)));
      const start: usize = rowBytes * (k * ny + j);
      for (let i: usize = 0; i < rowBytes; i += step) {
        const o: usize = start + i;
        const v: V = at<V, S>(u + o);
        const own: V = at<V, S>(sigma + o);
        const fixed: V = sub<V, S>(at<V, S>(level + o), v);
        let heat: V = mul<V, S>(at<V, S>(anchor + o), mul<V, S>(fixed, fixed));
        const west: V = sub<V, S>(one, at<V, S>(shareX + i - w));
        heat = add<V, S>(heat, fromSide<V, S>(u + o - w, sigma + o - w, at<V, S>(gx + o - w), v, own, west));
        heat = add<V, S>(
          heat,
          fromSide<V, S>(u + o + w, sigma + o + w, at<V, S>(gx + o), v, own, at<V, S>(shareX + i)),
        );
        const n: usize = o - rowBytes;
        heat = add<V, S>(heat, fromSide<V, S>(u + n, sigma + n, at<V, S>(gy + n), v, own, north));
        const s: usize = o + rowBytes;
        heat = add<V, S>(heat, fromSide<V, S>(u + s, sigma + s, at<V, S>(gy + o), v, own, south));
        const a: usize = o - planeBytes;
        heat = add<V, S>(heat, fromSide<V, S>(u + a, sigma + a, at<V, S>(gz + a), v, own, above));
        const b: usize = o + planeBytes;
        heat = add<V, S>(heat, fromSide<V, S>(u + b, sigma + b, at<V, S>(gz + o), v, own, below));
        put<V, S>(out + o, heat);
      }
    }
  }
}

function fromSide<V, S>(u: usize, sigma: usize, link: V, v: V, own: V, a: V): V {
  return halfPower<V, S>(link, sub<V, S>(at<V, S>(u), v), own, at<V, S>(sigma), a);
}

/** g (u' - u)². */
function loss<V, S>(u: usize, v: V, link: V): V {
  const drop: V = sub<V, S>(at<V, S>(u), v);
  return mul<V, S>(link, mul<V, S>(drop, drop));
}

/** out = half the power lost in the links of each cell, so that Σ out is all that links lose. Shapes as in inflow. */
export function jouleByHalves<V, S>(
  u: usize,
  gx: usize,
  gy: usize,
  gz: usize,
  out: usize,
  row: i32,
  plane: i32,
  k0: i32,
  k1: i32,
): void {
  const w: usize = size<S>();
  const rowBytes: usize = w * row;
  const planeBytes: usize = w * plane;
  const step: usize = w * lanes<V, S>();
  const half: V = splat<V, S>(0.5);
  const end: usize = planeBytes * k1;
  for (let o: usize = planeBytes * k0; o < end; o += step) {
    const v: V = at<V, S>(u + o);
    const west: V = loss<V, S>(u + o - w, v, at<V, S>(gx + o - w));
    const east: V = loss<V, S>(u + o + w, v, at<V, S>(gx + o));
    const north: V = loss<V, S>(u + o - rowBytes, v, at<V, S>(gy + o - rowBytes));
    const south: V = loss<V, S>(u + o + rowBytes, v, at<V, S>(gy + o));
    const above: V = loss<V, S>(u + o - planeBytes, v, at<V, S>(gz + o - planeBytes));
    const below: V = loss<V, S>(u + o + planeBytes, v, at<V, S>(gz + o));
    const sum: V = add<V, S>(
      add<V, S>(add<V, S>(west, east), add<V, S>(north, south)),
      add<V, S>(above, below),
    );
    put<V, S>(out + o, mul<V, S>(half, sum));
  }
}

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
