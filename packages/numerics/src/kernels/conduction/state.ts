import {
  add,
  at,
  clip,
  div,
  doubleAt,
  doubles,
  greatest,
  lanes,
  less,
  max,
  min,
  mul,
  narrow,
  put,
  putDouble,
  size,
  splat,
  sub,
  wide,
} from '../lane.ts';
import { exponential } from '../math/exponential.ts';

/** Share of the plateau that enthalpy h has gone through, 0 to 1. */
export function vapourOf<V, S>(h: V, latent: V, boiling: V): V {
  const width: V = max<V, S>(latent, splat<V, S>(1e-30));
  return clip<V, S>(div<V, S>(sub<V, S>(h, boiling), width), splat<V, S>(0), splat<V, S>(1));
}

/** precise = precise + change, and h = precise rounded. precise: doubles; change, h: fields of the same shape. */
export function takeChange<V, S>(
  precise: usize,
  change: usize,
  h: usize,
  plane: i32,
  k0: i32,
  k1: i32,
): void {
  const count: i32 = doubles<V>();
  for (let c: i32 = plane * k0; c < plane * k1; c += count) {
    const sum: V = add<V, f64>(at<V, f64>(precise + 8 * c), wide<V, S>(change + size<S>() * c));
    put<V, f64>(precise + 8 * c, sum);
    narrow<V, S>(h + size<S>() * c, sum);
  }
}

/**
 * How far a step from h and t to h + change and next went: warmings[k] the greatest change of temperature of plane k,
 * boilings[k] that of the share of the plateau. Cells with perHeat 0 do not count.
 */
export function reachOfStep<V, S>(
  t: usize,
  next: usize,
  h: usize,
  change: usize,
  latent: usize,
  boiling: usize,
  perHeat: usize,
  warmings: usize,
  boilings: usize,
  plane: i32,
  k0: i32,
  k1: i32,
): void {
  const step: usize = size<S>() * lanes<V, S>();
  const bytes: usize = size<S>() * plane;
  const zero: V = splat<V, S>(0);
  for (let k: i32 = k0; k < k1; k++) {
    let warmest: V = zero;
    let steamiest: V = zero;
    for (let o: usize = bytes * k; o < bytes * (k + 1); o += step) {
      const own: V = at<V, S>(perHeat + o);
      const warming: V = difference<V, S>(at<V, S>(next + o), at<V, S>(t + o));
      warmest = max<V, S>(warmest, less<V, S>(zero, own, warming, zero));
      const from: V = at<V, S>(h + o);
      const width: V = at<V, S>(latent + o);
      const point: V = at<V, S>(boiling + o);
      const now: V = vapourOf<V, S>(add<V, S>(from, at<V, S>(change + o)), width, point);
      const gone: V = difference<V, S>(now, vapourOf<V, S>(from, width, point));
      steamiest = max<V, S>(steamiest, less<V, S>(zero, own, gone, zero));
    }
    putDouble(warmings + 8 * k, greatest<V, S>(warmest));
    putDouble(boilings + 8 * k, greatest<V, S>(steamiest));
  }
}

/** |a - b|. */
function difference<V, S>(a: V, b: V): V {
  return max<V, S>(sub<V, S>(a, b), sub<V, S>(b, a));
}

/** rises[k] = the highest t of plane k, shares[k] the greatest share of the plateau. Cells with perHeat 0 do not count. */
export function extremes<V, S>(
  t: usize,
  h: usize,
  latent: usize,
  boiling: usize,
  perHeat: usize,
  rises: usize,
  shares: usize,
  plane: i32,
  k0: i32,
  k1: i32,
): void {
  const step: usize = size<S>() * lanes<V, S>();
  const bytes: usize = size<S>() * plane;
  const zero: V = splat<V, S>(0);
  const none: V = splat<V, S>(-1e30);
  for (let k: i32 = k0; k < k1; k++) {
    let hottest: V = none;
    let steamiest: V = zero;
    for (let o: usize = bytes * k; o < bytes * (k + 1); o += step) {
      const own: V = at<V, S>(perHeat + o);
      hottest = max<V, S>(hottest, less<V, S>(zero, own, at<V, S>(t + o), none));
      const share: V = vapourOf<V, S>(at<V, S>(h + o), at<V, S>(latent + o), at<V, S>(boiling + o));
      steamiest = max<V, S>(steamiest, less<V, S>(zero, own, share, zero));
    }
    putDouble(rises + 8 * k, greatest<V, S>(hottest));
    putDouble(shares + 8 * k, greatest<V, S>(steamiest));
  }
}

/** partials[k] = the greatest |now - before| / before of plane k, of a field that is positive or 0 in both. */
export function relativeChange<V, S>(
  now: usize,
  before: usize,
  partials: usize,
  plane: i32,
  k0: i32,
  k1: i32,
): void {
  const step: usize = size<S>() * lanes<V, S>();
  const bytes: usize = size<S>() * plane;
  const least: V = splat<V, S>(1e-30);
  for (let k: i32 = k0; k < k1; k++) {
    let most: V = splat<V, S>(0);
    for (let o: usize = bytes * k; o < bytes * (k + 1); o += step) {
      const former: V = at<V, S>(before + o);
      const change: V = difference<V, S>(at<V, S>(now + o), former);
      most = max<V, S>(most, div<V, S>(change, max<V, S>(former, least)));
    }
    putDouble(partials + 8 * k, greatest<V, S>(most));
  }
}

/** t = T(h + share change), as in stage.ts. */
export function temperatureAhead<V, S>(h: V, latent: V, boiling: V): V {
  const beyond: V = sub<V, S>(sub<V, S>(h, boiling), latent);
  return add<V, S>(min<V, S>(h, boiling), max<V, S>(beyond, splat<V, S>(0)));
}

/**
 * A property of temperature and vapour in cells of one material, at the enthalpy h + share change:
 * (base + Σ slope (clip(T, low, high) - origin)) (1 - loss vapour), and not below 1e-9. T(h) has slope 1 on either
 * side of the plateau. law: `count` times low, high, origin, slope, as doubles, all rises.
 */
export function propertyOf<V, S>(
  h: usize,
  change: usize,
  share: f64,
  latent: usize,
  boiling: usize,
  law: usize,
  count: i32,
  base: f64,
  loss: f64,
  out: usize,
  plane: i32,
  k0: i32,
  k1: i32,
): void {
  const step: usize = size<S>() * lanes<V, S>();
  const end: usize = size<S>() * plane * k1;
  const ahead: V = splat<V, S>(share);
  const constant: V = splat<V, S>(base);
  const lost: V = splat<V, S>(loss);
  const one: V = splat<V, S>(1);
  const least: V = splat<V, S>(1e-9);
  for (let o: usize = size<S>() * plane * k0; o < end; o += step) {
    const own: V = add<V, S>(at<V, S>(h + o), mul<V, S>(ahead, at<V, S>(change + o)));
    const width: V = at<V, S>(latent + o);
    const point: V = at<V, S>(boiling + o);
    const t: V = temperatureAhead<V, S>(own, width, point);
    let value: V = constant;
    for (let n: i32 = 0; n < count; n++) {
      const segment: usize = law + 32 * n;
      const low: V = splat<V, S>(doubleAt(segment));
      const high: V = splat<V, S>(doubleAt(segment + 8));
      const rise: V = sub<V, S>(clip<V, S>(t, low, high), splat<V, S>(doubleAt(segment + 16)));
      value = add<V, S>(value, mul<V, S>(splat<V, S>(doubleAt(segment + 24)), rise));
    }
    const left: V = sub<V, S>(one, mul<V, S>(lost, vapourOf<V, S>(own, width, point)));
    put<V, S>(out + o, max<V, S>(least, mul<V, S>(value, left)));
  }
}

/** field = field (1 + rise (1 - exp(-dose))); dose: doubles. */
export function raiseByDose<V, S>(field: usize, dose: usize, rise: f64, plane: i32, k0: i32, k1: i32): void {
  const count: i32 = doubles<V>();
  const most: V = splat<V, f64>(rise);
  const one: V = splat<V, f64>(1);
  const zero: V = splat<V, f64>(0);
  const enough: V = splat<V, f64>(60);
  for (let c: i32 = plane * k0; c < plane * k1; c += count) {
    const omega: V = clip<V, f64>(at<V, f64>(dose + 8 * c), zero, enough);
    const share: V = sub<V, f64>(one, exponential<V>(sub<V, f64>(zero, omega)));
    const factor: V = add<V, f64>(one, mul<V, f64>(most, share));
    narrow<V, S>(field + size<S>() * c, mul<V, f64>(wide<V, S>(field + size<S>() * c), factor));
  }
}
