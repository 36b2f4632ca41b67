import { add, at, lanes, mul, put, size, splat, sub } from '../lane.ts';

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
