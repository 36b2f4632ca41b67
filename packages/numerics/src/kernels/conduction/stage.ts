import { add, at, greatest, lanes, max, min, mul, put, putDouble, size, splat, sub } from '../lane.ts';
import { inflow } from './network.ts';

/**
 * Stages of RKL2 (C. D. Meyer, D. S. Balsara, T. D. Aslam, J. Comput. Phys. 257:594, 2014) for
 * C dH/dt = source + anchor (level - T) + Σ g (T' - T), T = T(H). H is enthalpy over the heat capacity C of a cell
 * below its plateau at `boiling`, so a rise in kelvin, and stays beside its change d since the step began: rounding of f32 then
 * falls on the change. perHeat = 1 / C, 0 in the padding; fed = source + anchor level.
 */

/** T(H): H up to `boiling`, level over `latent`, then rising by `above` for each unit of H. */
function temperature<V, S>(h: V, latent: V, boiling: V, above: V): V {
  const beyond: V = sub<V, S>(sub<V, S>(h, boiling), latent);
  return add<V, S>(min<V, S>(h, boiling), mul<V, S>(above, max<V, S>(beyond, splat<V, S>(0))));
}

/** t = T(h). */
export function temperatureOf<V, S>(
  h: usize,
  latent: usize,
  boiling: usize,
  t: usize,
  above: f64,
  plane: i32,
  k0: i32,
  k1: i32,
): void {
  const step: usize = size<S>() * lanes<V, S>();
  const end: usize = size<S>() * plane * k1;
  const slope: V = splat<V, S>(above);
  for (let o: usize = size<S>() * plane * k0; o < end; o += step) {
    put<V, S>(t + o, temperature<V, S>(at<V, S>(h + o), at<V, S>(latent + o), at<V, S>(boiling + o), slope));
  }
}

/** rate = (fed - anchor t + Σ g (t' - t)) perHeat, what a step begins with; change = first · rate; next = T(h + change). */
export function firstStage<V, S>(
  t: usize,
  gx: usize,
  gy: usize,
  gz: usize,
  anchor: usize,
  fed: usize,
  perHeat: usize,
  h: usize,
  latent: usize,
  boiling: usize,
  rate: usize,
  change: usize,
  next: usize,
  first: f64,
  above: f64,
  row: i32,
  plane: i32,
  k0: i32,
  k1: i32,
): void {
  const rowBytes: usize = size<S>() * row;
  const planeBytes: usize = size<S>() * plane;
  const step: usize = size<S>() * lanes<V, S>();
  const end: usize = planeBytes * k1;
  const factor: V = splat<V, S>(first);
  const slope: V = splat<V, S>(above);
  for (let o: usize = planeBytes * k0; o < end; o += step) {
    const between: V = inflow<V, S>(t, gx, gy, gz, o, rowBytes, planeBytes);
    const kept: V = sub<V, S>(at<V, S>(fed + o), mul<V, S>(at<V, S>(anchor + o), at<V, S>(t + o)));
    const r: V = mul<V, S>(add<V, S>(kept, between), at<V, S>(perHeat + o));
    const d: V = mul<V, S>(factor, r);
    put<V, S>(rate + o, r);
    put<V, S>(change + o, d);
    put<V, S>(
      next + o,
      temperature<V, S>(add<V, S>(at<V, S>(h + o), d), at<V, S>(latent + o), at<V, S>(boiling + o), slope),
    );
  }
}

/**
 * d_j = mu d_{j-1} + nu d_{j-2} + now · rate(t) + start · rate of the beginning; next = T(h + d_j). `last` holds
 * d_{j-1}; `change` holds d_{j-2} and becomes d_j.
 */
export function laterStage<V, S>(
  t: usize,
  gx: usize,
  gy: usize,
  gz: usize,
  anchor: usize,
  fed: usize,
  perHeat: usize,
  h: usize,
  latent: usize,
  boiling: usize,
  rate: usize,
  last: usize,
  change: usize,
  next: usize,
  mu: f64,
  nu: f64,
  now: f64,
  start: f64,
  above: f64,
  row: i32,
  plane: i32,
  k0: i32,
  k1: i32,
): void {
  const rowBytes: usize = size<S>() * row;
  const planeBytes: usize = size<S>() * plane;
  const step: usize = size<S>() * lanes<V, S>();
  const end: usize = planeBytes * k1;
  const ofLast: V = splat<V, S>(mu);
  const ofBefore: V = splat<V, S>(nu);
  const ofNow: V = splat<V, S>(now);
  const ofStart: V = splat<V, S>(start);
  const slope: V = splat<V, S>(above);
  for (let o: usize = planeBytes * k0; o < end; o += step) {
    const between: V = inflow<V, S>(t, gx, gy, gz, o, rowBytes, planeBytes);
    const kept: V = sub<V, S>(at<V, S>(fed + o), mul<V, S>(at<V, S>(anchor + o), at<V, S>(t + o)));
    const r: V = mul<V, S>(add<V, S>(kept, between), at<V, S>(perHeat + o));
    const before: V = add<V, S>(
      mul<V, S>(ofLast, at<V, S>(last + o)),
      mul<V, S>(ofBefore, at<V, S>(change + o)),
    );
    const rates: V = add<V, S>(mul<V, S>(ofNow, r), mul<V, S>(ofStart, at<V, S>(rate + o)));
    const d: V = add<V, S>(before, rates);
    put<V, S>(change + o, d);
    put<V, S>(
      next + o,
      temperature<V, S>(add<V, S>(at<V, S>(h + o), d), at<V, S>(latent + o), at<V, S>(boiling + o), slope),
    );
  }
}

/** out = source + anchor level. */
export function feed<V, S>(
  source: usize,
  anchor: usize,
  level: usize,
  out: usize,
  plane: i32,
  k0: i32,
  k1: i32,
): void {
  const step: usize = size<S>() * lanes<V, S>();
  const end: usize = size<S>() * plane * k1;
  for (let o: usize = size<S>() * plane * k0; o < end; o += step) {
    const held: V = mul<V, S>(at<V, S>(anchor + o), at<V, S>(level + o));
    put<V, S>(out + o, add<V, S>(at<V, S>(source + o), held));
  }
}

/** partials[k] = the greatest perHeat (anchor + Σ g) of plane k: half a bound of the fastest rate of decay. */
export function stiffness<V, S>(
  gx: usize,
  gy: usize,
  gz: usize,
  anchor: usize,
  perHeat: usize,
  partials: usize,
  row: i32,
  plane: i32,
  k0: i32,
  k1: i32,
): void {
  const w: usize = size<S>();
  const rowBytes: usize = w * row;
  const planeBytes: usize = w * plane;
  const step: usize = w * lanes<V, S>();
  for (let k: i32 = k0; k < k1; k++) {
    let most: V = splat<V, S>(0);
    for (let o: usize = planeBytes * k; o < planeBytes * (k + 1); o += step) {
      const x: V = add<V, S>(at<V, S>(gx + o - w), at<V, S>(gx + o));
      const y: V = add<V, S>(at<V, S>(gy + o - rowBytes), at<V, S>(gy + o));
      const z: V = add<V, S>(at<V, S>(gz + o - planeBytes), at<V, S>(gz + o));
      const sum: V = add<V, S>(at<V, S>(anchor + o), add<V, S>(x, add<V, S>(y, z)));
      most = max<V, S>(most, mul<V, S>(sum, at<V, S>(perHeat + o)));
    }
    putDouble(partials + 8 * k, greatest<V, S>(most));
  }
}
