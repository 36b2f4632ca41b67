import { add, at, div, doubleAt, lanes, max, mul, put, size, splat } from '../lane.ts';

/** σ σ' / (a σ' + b σ): the conductivity of two stretches in series, a and b their shares of the way; 0 for 0. */
function inSeriesBy<V, S>(own: V, next: V, a: V, b: V): V {
  const sum: V = add<V, S>(mul<V, S>(a, next), mul<V, S>(b, own));
  return div<V, S>(mul<V, S>(own, next), max<V, S>(sum, splat<V, S>(1e-30)));
}

/**
 * Links from the conductivities of cells: g = face σ σ' / (a σ' + b σ) for the faces towards +x, +y and +z. face:
 * area over distance between centres, 0 at borders and where a face is closed. shareX[i] is a, the own cell's
 * share of the way to the next, along x, an array of one row; shareY[j], shareZ[k] are doubles; b = 1 - a.
 */
export function linksOfCells<V, S>(
  sigma: usize,
  faceX: usize,
  faceY: usize,
  faceZ: usize,
  shareX: usize,
  shareY: usize,
  shareZ: usize,
  gx: usize,
  gy: usize,
  gz: usize,
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
  const minusOne: V = splat<V, S>(-1);
  const one: V = splat<V, S>(1);
  for (let k: i32 = k0; k < k1; k++) {
    const ownZ: V = splat<V, S>(doubleAt(shareZ + 8 * k));
    const nextZ: V = add<V, S>(one, mul<V, S>(minusOne, ownZ));
    for (let j: i32 = 0; j < ny; j++) {
      const ownY: V = splat<V, S>(doubleAt(shareY + 8 * j));
      const nextY: V = add<V, S>(one, mul<V, S>(minusOne, ownY));
      const start: usize = rowBytes * (k * ny + j);
      for (let i: usize = 0; i < rowBytes; i += step) {
        const o: usize = start + i;
        const own: V = at<V, S>(sigma + o);
        const ownX: V = at<V, S>(shareX + i);
        const nextX: V = add<V, S>(one, mul<V, S>(minusOne, ownX));
        const x: V = inSeriesBy<V, S>(own, at<V, S>(sigma + o + w), ownX, nextX);
        const y: V = inSeriesBy<V, S>(own, at<V, S>(sigma + o + rowBytes), ownY, nextY);
        const z: V = inSeriesBy<V, S>(own, at<V, S>(sigma + o + planeBytes), ownZ, nextZ);
        put<V, S>(gx + o, mul<V, S>(at<V, S>(faceX + o), x));
        put<V, S>(gy + o, mul<V, S>(at<V, S>(faceY + o), y));
        put<V, S>(gz + o, mul<V, S>(at<V, S>(faceZ + o), z));
      }
    }
  }
}
