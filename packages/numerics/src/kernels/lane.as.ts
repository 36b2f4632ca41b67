// @ts-nocheck: the words of lane.ts in AssemblyScript. Only asc reads this file, in place of that one.
// V is v128; S is f64 or f32. Relaxed SIMD stays off: it may fuse multiplication and addition.

export function size<S>(): usize {
  return sizeof<S>();
}

export function lanes<_V, S>(): i32 {
  return 16 / (sizeof<S>() as i32);
}

export function splat<V, S>(x: f64): V {
  return v128.splat<S>(x as S);
}

export function elementAt<S>(p: usize): f64 {
  return load<S>(p) as f64;
}

export function putElement<S>(p: usize, x: f64): void {
  store<S>(p, x as S);
}

export function at<V, _S>(p: usize): V {
  return v128.load(p);
}

export function put<V, _S>(p: usize, x: V): void {
  v128.store(p, x);
}

export function add<V, S>(a: V, b: V): V {
  return v128.add<S>(a, b);
}

export function sub<V, S>(a: V, b: V): V {
  return v128.sub<S>(a, b);
}

export function mul<V, S>(a: V, b: V): V {
  return v128.mul<S>(a, b);
}

export function div<V, S>(a: V, b: V): V {
  return v128.div<S>(a, b);
}

export function sqrt<V, S>(a: V): V {
  return v128.sqrt<S>(a);
}

export function floor<V, S>(a: V): V {
  return v128.floor<S>(a);
}

export function min<V, S>(a: V, b: V): V {
  return v128.pmin<S>(a, b);
}

export function max<V, S>(a: V, b: V): V {
  return v128.pmax<S>(a, b);
}

export function clip<V, S>(a: V, low: V, high: V): V {
  return v128.pmin<S>(v128.pmax<S>(a, low), high);
}

export function less<V, S>(a: V, b: V, yes: V, no: V): V {
  return v128.bitselect(yes, no, v128.lt<S>(a, b));
}

export function atMost<V, S>(a: V, b: V, yes: V, no: V): V {
  return v128.bitselect(yes, no, v128.le<S>(a, b));
}

export function anyLess<V, S>(a: V, b: V): bool {
  return v128.any_true(v128.lt<S>(a, b));
}

export function left<V, S>(before: V, now: V): V {
  if (sizeof<S>() == 8) return v128.shuffle<f64>(before, now, 1, 2);
  return v128.shuffle<f32>(before, now, 3, 4, 5, 6);
}

export function greatest<V, S>(a: V): f64 {
  if (sizeof<S>() == 8) return Math.max(f64x2.extract_lane(a, 0), f64x2.extract_lane(a, 1));
  const most: v128 = f32x4.max(a, v128.shuffle<f32>(a, a, 2, 3, 0, 1));
  return Math.max(f32x4.extract_lane(most, 0) as f64, f32x4.extract_lane(most, 1) as f64);
}

export function doubles<_V>(): i32 {
  return 2;
}

export function wide<V, S>(p: usize): V {
  if (sizeof<S>() == 8) return v128.load(p);
  return f64x2.promote_low_f32x4(v128.load64_zero(p));
}

export function narrow<V, S>(p: usize, x: V): void {
  if (sizeof<S>() == 8) v128.store(p, x);
  else v128.store64_lane(p, f32x4.demote_f64x2_zero(x), 0);
}

export function doubleAt(p: usize): f64 {
  return load<f64>(p);
}

export function putDouble(p: usize, x: f64): void {
  store<f64>(p, x);
}

export function sumOfFour<V>(s0: V, s1: V, _s2: V, _s3: V): f64 {
  return (
    f64x2.extract_lane(s0, 0) +
    f64x2.extract_lane(s0, 1) +
    (f64x2.extract_lane(s1, 0) + f64x2.extract_lane(s1, 1))
  );
}

// k + 2^52 + 1023 has k + 1023 in its low bits, which the shift makes the exponent.
export function powerOfTwo<V>(k: V): V {
  return i64x2.shl(f64x2.add(k, f64x2.splat(4503599627371519.0)), 52);
}
