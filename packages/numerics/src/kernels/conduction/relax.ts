import { add, at, div, lanes, left, less, mul, put, size, splat } from '../lane.ts';

/**
 * Relaxation of A u = b on the network of network.ts: rows of cells are coloured like a chess board by j + k, and
 * Jacobi steps run within a row. Along x the step is damped: the sum of a cell's links counts its links in x
 * 1 + DAMPING times. Undamped, a grid with strong links in x would keep its fastest wave in x.
 */
const DAMPING: f64 = 0.3;

/** weight = 1 / (anchor + Σ g + DAMPING (g west + g east)), and 0 where that sum is 0: padding, and cut-off cells. */
export function relaxationWeights<V, S>(
  gx: usize,
  gy: usize,
  gz: usize,
  anchor: usize,
  weight: usize,
  row: i32,
  plane: i32,
  k0: i32,
  k1: i32,
): void {
  const w: usize = size<S>();
  const rowBytes: usize = w * row;
  const planeBytes: usize = w * plane;
  const step: usize = w * lanes<V, S>();
  const end: usize = planeBytes * k1;
  const zero: V = splat<V, S>(0);
  const one: V = splat<V, S>(1);
  const factor: V = splat<V, S>(1 + DAMPING);
  for (let o: usize = planeBytes * k0; o < end; o += step) {
    const x: V = mul<V, S>(factor, add<V, S>(at<V, S>(gx + o - w), at<V, S>(gx + o)));
    const y: V = add<V, S>(at<V, S>(gy + o - rowBytes), at<V, S>(gy + o));
    const z: V = add<V, S>(at<V, S>(gz + o - planeBytes), at<V, S>(gz + o));
    const sum: V = add<V, S>(at<V, S>(anchor + o), add<V, S>(x, add<V, S>(y, z)));
    put<V, S>(weight + o, less<V, S>(zero, sum, div<V, S>(one, sum), zero));
  }
}

/** The first step from u = 0: rows of colour 0 become weight b, the others 0. */
export function startRows<V, S>(
  u: usize,
  b: usize,
  weight: usize,
  row: i32,
  plane: i32,
  k0: i32,
  k1: i32,
): void {
  const rowBytes: usize = size<S>() * row;
  const step: usize = size<S>() * lanes<V, S>();
  const ny: i32 = plane / row;
  for (let k: i32 = k0; k < k1; k++) {
    for (let j: i32 = 0; j < ny; j++) {
      const start: usize = rowBytes * (k * ny + j);
      if (((j + k) & 1) == 0) {
        for (let o: usize = start; o < start + rowBytes; o += step) {
          put<V, S>(u + o, mul<V, S>(at<V, S>(weight + o), at<V, S>(b + o)));
        }
      } else {
        for (let o: usize = start; o < start + rowBytes; o += step) put<V, S>(u + o, splat<V, S>(0));
      }
    }
  }
}

/** One step of the rows with (j + k) mod 2 = colour. What is to the left is carried in registers. */
export function relaxRows<V, S>(
  u: usize,
  gx: usize,
  gy: usize,
  gz: usize,
  b: usize,
  weight: usize,
  colour: i32,
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
  const damping: V = splat<V, S>(DAMPING);
  for (let k: i32 = k0; k < k1; k++) {
    for (let j: i32 = (colour + k) & 1; j < ny; j += 2) {
      const start: usize = rowBytes * (k * ny + j);
      let before: V = splat<V, S>(0);
      let linkBefore: V = splat<V, S>(0);
      for (let o: usize = start; o < start + rowBytes; o += step) {
        const own: V = at<V, S>(u + o);
        const linkEast: V = at<V, S>(gx + o);
        const linkWest: V = left<V, S>(linkBefore, linkEast);
        const west: V = mul<V, S>(linkWest, left<V, S>(before, own));
        const east: V = mul<V, S>(linkEast, at<V, S>(u + o + w));
        const north: V = mul<V, S>(at<V, S>(gy + o - rowBytes), at<V, S>(u + o - rowBytes));
        const south: V = mul<V, S>(at<V, S>(gy + o), at<V, S>(u + o + rowBytes));
        const above: V = mul<V, S>(at<V, S>(gz + o - planeBytes), at<V, S>(u + o - planeBytes));
        const below: V = mul<V, S>(at<V, S>(gz + o), at<V, S>(u + o + planeBytes));
        const held: V = mul<V, S>(mul<V, S>(damping, add<V, S>(linkWest, linkEast)), own);
        const along: V = add<V, S>(add<V, S>(west, east), add<V, S>(held, at<V, S>(b + o)));
        const across: V = add<V, S>(add<V, S>(north, south), add<V, S>(above, below));
        put<V, S>(u + o, mul<V, S>(at<V, S>(weight + o), add<V, S>(along, across)));
        before = own;
        linkBefore = linkEast;
      }
    }
  }
}
