import { add, at, div, doubleAt, doubles, max, mul, put, putDouble, splat, sub, sumOfFour } from '../lane.ts';

// What a stiff integrator does with its vectors and with many small systems. Everything is in doubles.

/**
 * Row j of out = Σ weights[j · rows + i] × row i of x over i < rows, added in that order. x and out: rows of `stride`
 * doubles, of which the first `length`, a multiple of 8, are looked at; weights: [made · rows]. out must not overlap x.
 */
export function mixRows<V, _S>(
  out: usize,
  x: usize,
  weights: usize,
  rows: i32,
  made: i32,
  stride: i32,
  length: i32,
): void {
  const step: usize = 8 * doubles<V>();
  const bytes: usize = 8 * length;
  const rowBytes: usize = 8 * stride;
  for (let j: i32 = 0; j < made; j++) {
    const weight: usize = weights + 8 * rows * j;
    const target: usize = out + rowBytes * j;
    for (let o: usize = 0; o < bytes; o += 4 * step) {
      let s0: V = splat<V, f64>(0);
      let s1: V = splat<V, f64>(0);
      let s2: V = splat<V, f64>(0);
      let s3: V = splat<V, f64>(0);
      let row: usize = x + o;
      for (let i: i32 = 0; i < rows; i++) {
        const factor: V = splat<V, f64>(doubleAt(weight + 8 * i));
        s0 = add<V, f64>(s0, mul<V, f64>(factor, at<V, f64>(row)));
        s1 = add<V, f64>(s1, mul<V, f64>(factor, at<V, f64>(row + step)));
        s2 = add<V, f64>(s2, mul<V, f64>(factor, at<V, f64>(row + 2 * step)));
        s3 = add<V, f64>(s3, mul<V, f64>(factor, at<V, f64>(row + 3 * step)));
        row += rowBytes;
      }
      put<V, f64>(target + o, s0);
      put<V, f64>(target + o + step, s1);
      put<V, f64>(target + o + 2 * step, s2);
      put<V, f64>(target + o + 3 * step, s3);
    }
  }
}

/**
 * Takes the last difference of a table into the others: row order + 2 = newest − row order + 1, row order + 1 = newest,
 * and row i = row i + row i + 1 downward from i = order. Shapes as in mixRows; newest: one row.
 */
export function advanceRows<V, _S>(rows: usize, newest: usize, order: i32, stride: i32, length: i32): void {
  const step: usize = 8 * doubles<V>();
  const bytes: usize = 8 * length;
  const rowBytes: usize = 8 * stride;
  const top: usize = rows + rowBytes * (order + 1);
  for (let o: usize = 0; o < bytes; o += step) {
    const given: V = at<V, f64>(newest + o);
    put<V, f64>(top + rowBytes + o, sub<V, f64>(given, at<V, f64>(top + o)));
    put<V, f64>(top + o, given);
  }
  for (let i: i32 = order; i >= 0; i--) {
    const row: usize = rows + rowBytes * i;
    for (let o: usize = 0; o < bytes; o += step) {
      put<V, f64>(row + o, add<V, f64>(at<V, f64>(row + o), at<V, f64>(row + rowBytes + o)));
    }
  }
}

/** scales = 1 / (absolute + relative |y|). Everything here is in doubles; length: of each array, a multiple of 4. */
export function errorScales<V, _S>(scales: usize, y: usize, relative: f64, absolute: f64, length: i32): void {
  const step: usize = 8 * doubles<V>();
  const bytes: usize = 8 * length;
  const none: V = splat<V, f64>(0);
  const one: V = splat<V, f64>(1);
  const share: V = splat<V, f64>(relative);
  const least: V = splat<V, f64>(absolute);
  for (let o: usize = 0; o < bytes; o += step) {
    const value: V = at<V, f64>(y + o);
    const high: V = max<V, f64>(value, sub<V, f64>(none, value));
    put<V, f64>(scales + o, div<V, f64>(one, add<V, f64>(least, mul<V, f64>(share, high))));
  }
}

/** Σ (x scales)², in four sums side by side as `dot` has them. */
export function scaledSquares<V, _S>(x: usize, scales: usize, length: i32): f64 {
  const step: usize = 8 * doubles<V>();
  const bytes: usize = 8 * length;
  let s0: V = splat<V, f64>(0);
  let s1: V = splat<V, f64>(0);
  let s2: V = splat<V, f64>(0);
  let s3: V = splat<V, f64>(0);
  for (let o: usize = 0; o < bytes;) {
    const a: V = mul<V, f64>(at<V, f64>(x + o), at<V, f64>(scales + o));
    s0 = add<V, f64>(s0, mul<V, f64>(a, a));
    o += step;
    const b: V = mul<V, f64>(at<V, f64>(x + o), at<V, f64>(scales + o));
    s1 = add<V, f64>(s1, mul<V, f64>(b, b));
    o += step;
    if (doubles<V>() == 1) {
      const c: V = mul<V, f64>(at<V, f64>(x + o), at<V, f64>(scales + o));
      s2 = add<V, f64>(s2, mul<V, f64>(c, c));
      o += step;
      const d: V = mul<V, f64>(at<V, f64>(x + o), at<V, f64>(scales + o));
      s3 = add<V, f64>(s3, mul<V, f64>(d, d));
      o += step;
    }
  }
  return sumOfFour<V>(s0, s1, s2, s3);
}

/** What an implicit step still misses, out of the rates: x = c x − psi − correction. */
export function missing<V, _S>(x: usize, psi: usize, correction: usize, c: f64, length: i32): void {
  const step: usize = 8 * doubles<V>();
  const bytes: usize = 8 * length;
  const factor: V = splat<V, f64>(c);
  for (let o: usize = 0; o < bytes; o += step) {
    const known: V = add<V, f64>(at<V, f64>(psi + o), at<V, f64>(correction + o));
    put<V, f64>(x + o, sub<V, f64>(mul<V, f64>(factor, at<V, f64>(x + o)), known));
  }
}

/** value = value + x and correction = correction + x. */
export function correctBoth<V, _S>(value: usize, correction: usize, x: usize, length: i32): void {
  const step: usize = 8 * doubles<V>();
  const bytes: usize = 8 * length;
  for (let o: usize = 0; o < bytes; o += step) {
    const change: V = at<V, f64>(x + o);
    put<V, f64>(value + o, add<V, f64>(at<V, f64>(value + o), change));
    put<V, f64>(correction + o, add<V, f64>(at<V, f64>(correction + o), change));
  }
}

/**
 * Runs a list of operations on rows of doubles, one row for each entry of many small systems and one double in it for
 * each place. An operation is four doubles: what to do, and the byte offsets of up to three rows. 0: t = t − a b;
 * 1: t = t a; 2: t = 1 / t. length: doubles of a row, even.
 */
export function runRows<V, _S>(operations: usize, count: i32, length: i32): void {
  const step: usize = 8 * doubles<V>();
  const bytes: usize = 8 * length;
  const one: V = splat<V, f64>(1);
  for (let n: i32 = 0; n < count; n++) {
    const operation: usize = operations + 32 * n;
    const kind: f64 = doubleAt(operation);
    const t: usize = doubleAt(operation + 8) as usize;
    const a: usize = doubleAt(operation + 16) as usize;
    const b: usize = doubleAt(operation + 24) as usize;
    if (kind == 0) {
      for (let o: usize = 0; o < bytes; o += step) {
        const part: V = mul<V, f64>(at<V, f64>(a + o), at<V, f64>(b + o));
        put<V, f64>(t + o, sub<V, f64>(at<V, f64>(t + o), part));
      }
    } else if (kind == 1) {
      for (let o: usize = 0; o < bytes; o += step) {
        put<V, f64>(t + o, mul<V, f64>(at<V, f64>(t + o), at<V, f64>(a + o)));
      }
    } else {
      for (let o: usize = 0; o < bytes; o += step) put<V, f64>(t + o, div<V, f64>(one, at<V, f64>(t + o)));
    }
  }
}

/** out = start − c x; length: doubles of each, even. */
export function subtractScaled<V, _S>(out: usize, start: usize, x: usize, c: f64, length: i32): void {
  const step: usize = 8 * doubles<V>();
  const bytes: usize = 8 * length;
  const factor: V = splat<V, f64>(c);
  for (let o: usize = 0; o < bytes; o += step) {
    put<V, f64>(out + o, sub<V, f64>(at<V, f64>(start + o), mul<V, f64>(factor, at<V, f64>(x + o))));
  }
}

/** Copies single doubles. A move is two doubles: the byte offset to write to and that to read from. */
export function moveDoubles<_V, _S>(moves: usize, count: i32): void {
  for (let n: i32 = 0; n < count; n++) {
    const move: usize = moves + 16 * n;
    putDouble(doubleAt(move) as usize, doubleAt(doubleAt(move + 8) as usize));
  }
}
