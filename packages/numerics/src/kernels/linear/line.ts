import { add, at, doubleAt, doubles, mul, put, putDouble, splat, sub } from '../lane.ts';

/**
 * A line of `count` blocks, each coupled to the one before and the one after: S_k x_k + L_k x_{k−1} + U_k x_{k+1}.
 * Everything is in doubles. A block has m columns of `lead` rows, one column after the other; lead is m or more, even,
 * and the rows beyond m are 0. A coupling is a diagonal and one more entry at (row, column): lead + 2 doubles, of which
 * number `lead` is that entry and the last is not used.
 */

/** y = y − a x over `bytes` bytes. */
function takeOff<V>(y: usize, x: usize, a: f64, bytes: usize): void {
  const factor: V = splat<V, f64>(a);
  const step: usize = 8 * doubles<V>();
  for (let o: usize = 0; o < bytes; o += step) {
    put<V, f64>(y + o, sub<V, f64>(at<V, f64>(y + o), mul<V, f64>(factor, at<V, f64>(x + o))));
  }
}

/** Gauss and Jordan in place, without exchange of rows: for blocks near the identity or dominated by their diagonal. */
function invertBlock<V>(a: usize, m: i32, columnBytes: usize): void {
  const step: usize = 8 * doubles<V>();
  for (let q: i32 = 0; q < m; q++) {
    const own: usize = a + columnBytes * q;
    const row: usize = 8 * q;
    const pivot: f64 = 1 / doubleAt(own + row);
    for (let j: i32 = 0; j < m; j++) {
      if (j == q) continue;
      const other: usize = a + columnBytes * j;
      const share: f64 = doubleAt(other + row) * pivot;
      takeOff<V>(other, own, share, columnBytes);
      putDouble(other + row, share);
    }
    const back: V = splat<V, f64>(-pivot);
    for (let o: usize = 0; o < columnBytes; o += step) {
      put<V, f64>(own + o, mul<V, f64>(back, at<V, f64>(own + o)));
    }
    putDouble(own + row, pivot);
  }
}

/**
 * Prepares a line: block k becomes S_k⁻¹ with S_k = D_k − L_k W_{k−1}, and pushed k becomes W_k = S_k⁻¹ U_k. A block
 * that cannot be inverted leaves what is no number. blocks, pushed: [count · m · lead]; lower, upper:
 * [count · (lead + 2)].
 */
export function factorLine<V, _S>(
  blocks: usize,
  pushed: usize,
  lower: usize,
  upper: usize,
  row: i32,
  column: i32,
  m: i32,
  lead: i32,
  count: i32,
): void {
  const step: usize = 8 * doubles<V>();
  const columnBytes: usize = 8 * lead;
  const blockBytes: usize = columnBytes * m;
  const extra: usize = columnBytes;
  const couplingBytes: usize = columnBytes + 16;
  for (let k: i32 = 0; k < count; k++) {
    const block: usize = blocks + blockBytes * k;
    const own: usize = pushed + blockBytes * k;
    if (k > 0) {
      const down: usize = lower + couplingBytes * k;
      const entry: f64 = doubleAt(down + extra);
      for (let j: i32 = 0; j < m; j++) {
        const target: usize = block + columnBytes * j;
        const before: usize = own - blockBytes + columnBytes * j;
        for (let o: usize = 0; o < columnBytes; o += step) {
          const part: V = mul<V, f64>(at<V, f64>(down + o), at<V, f64>(before + o));
          put<V, f64>(target + o, sub<V, f64>(at<V, f64>(target + o), part));
        }
        putDouble(target + 8 * row, doubleAt(target + 8 * row) - entry * doubleAt(before + 8 * column));
      }
    }
    invertBlock<V>(block, m, columnBytes);
    if (k == count - 1) continue;
    const up: usize = upper + couplingBytes * k;
    for (let j: i32 = 0; j < m; j++) {
      const factor: V = splat<V, f64>(doubleAt(up + 8 * j));
      for (let o: usize = 0; o < columnBytes; o += step) {
        put<V, f64>(own + columnBytes * j + o, mul<V, f64>(factor, at<V, f64>(block + columnBytes * j + o)));
      }
    }
    takeOff<V>(own + columnBytes * column, block + columnBytes * row, -doubleAt(up + extra), columnBytes);
  }
}

/** out = block x, five registers side by side while there are five. */
function setProduct<V>(out: usize, block: usize, x: usize, m: i32, columnBytes: usize): void {
  const step: usize = 8 * doubles<V>();
  let o: usize = 0;
  for (; o + 5 * step <= columnBytes; o += 5 * step) {
    let s0: V = splat<V, f64>(0);
    let s1: V = splat<V, f64>(0);
    let s2: V = splat<V, f64>(0);
    let s3: V = splat<V, f64>(0);
    let s4: V = splat<V, f64>(0);
    for (let j: i32 = 0; j < m; j++) {
      const factor: V = splat<V, f64>(doubleAt(x + 8 * j));
      const column: usize = block + columnBytes * j + o;
      s0 = add<V, f64>(s0, mul<V, f64>(factor, at<V, f64>(column)));
      s1 = add<V, f64>(s1, mul<V, f64>(factor, at<V, f64>(column + step)));
      s2 = add<V, f64>(s2, mul<V, f64>(factor, at<V, f64>(column + 2 * step)));
      s3 = add<V, f64>(s3, mul<V, f64>(factor, at<V, f64>(column + 3 * step)));
      s4 = add<V, f64>(s4, mul<V, f64>(factor, at<V, f64>(column + 4 * step)));
    }
    put<V, f64>(out + o, s0);
    put<V, f64>(out + o + step, s1);
    put<V, f64>(out + o + 2 * step, s2);
    put<V, f64>(out + o + 3 * step, s3);
    put<V, f64>(out + o + 4 * step, s4);
  }
  for (; o < columnBytes; o += step) {
    let sum: V = splat<V, f64>(0);
    for (let j: i32 = 0; j < m; j++) {
      const factor: V = splat<V, f64>(doubleAt(x + 8 * j));
      sum = add<V, f64>(sum, mul<V, f64>(factor, at<V, f64>(block + columnBytes * j + o)));
    }
    put<V, f64>(out + o, sum);
  }
}

/** out = out − block x, as setProduct. */
function takeProduct<V>(out: usize, block: usize, x: usize, m: i32, columnBytes: usize): void {
  const step: usize = 8 * doubles<V>();
  let o: usize = 0;
  for (; o + 5 * step <= columnBytes; o += 5 * step) {
    let s0: V = at<V, f64>(out + o);
    let s1: V = at<V, f64>(out + o + step);
    let s2: V = at<V, f64>(out + o + 2 * step);
    let s3: V = at<V, f64>(out + o + 3 * step);
    let s4: V = at<V, f64>(out + o + 4 * step);
    for (let j: i32 = 0; j < m; j++) {
      const factor: V = splat<V, f64>(doubleAt(x + 8 * j));
      const column: usize = block + columnBytes * j + o;
      s0 = sub<V, f64>(s0, mul<V, f64>(factor, at<V, f64>(column)));
      s1 = sub<V, f64>(s1, mul<V, f64>(factor, at<V, f64>(column + step)));
      s2 = sub<V, f64>(s2, mul<V, f64>(factor, at<V, f64>(column + 2 * step)));
      s3 = sub<V, f64>(s3, mul<V, f64>(factor, at<V, f64>(column + 3 * step)));
      s4 = sub<V, f64>(s4, mul<V, f64>(factor, at<V, f64>(column + 4 * step)));
    }
    put<V, f64>(out + o, s0);
    put<V, f64>(out + o + step, s1);
    put<V, f64>(out + o + 2 * step, s2);
    put<V, f64>(out + o + 3 * step, s3);
    put<V, f64>(out + o + 4 * step, s4);
  }
  for (; o < columnBytes; o += step) {
    let sum: V = at<V, f64>(out + o);
    for (let j: i32 = 0; j < m; j++) {
      const factor: V = splat<V, f64>(doubleAt(x + 8 * j));
      sum = sub<V, f64>(sum, mul<V, f64>(factor, at<V, f64>(block + columnBytes * j + o)));
    }
    put<V, f64>(out + o, sum);
  }
}

/**
 * Solves a line that factorLine has prepared. right, x: [count · lead], `right` is overwritten and x is the solution.
 */
export function solveLine<V, _S>(
  blocks: usize,
  pushed: usize,
  lower: usize,
  right: usize,
  x: usize,
  row: i32,
  column: i32,
  m: i32,
  lead: i32,
  count: i32,
): void {
  const step: usize = 8 * doubles<V>();
  const columnBytes: usize = 8 * lead;
  const blockBytes: usize = columnBytes * m;
  const couplingBytes: usize = columnBytes + 16;
  for (let k: i32 = 0; k < count; k++) {
    const r: usize = right + columnBytes * k;
    const out: usize = x + columnBytes * k;
    if (k > 0) {
      const down: usize = lower + couplingBytes * k;
      const before: usize = out - columnBytes;
      for (let o: usize = 0; o < columnBytes; o += step) {
        const part: V = mul<V, f64>(at<V, f64>(down + o), at<V, f64>(before + o));
        put<V, f64>(r + o, sub<V, f64>(at<V, f64>(r + o), part));
      }
      const entry: f64 = doubleAt(down + columnBytes) * doubleAt(before + 8 * column);
      putDouble(r + 8 * row, doubleAt(r + 8 * row) - entry);
    }
    const block: usize = blocks + blockBytes * k;
    setProduct<V>(out, block, r, m, columnBytes);
  }
  for (let k: i32 = count - 2; k >= 0; k--) {
    const out: usize = x + columnBytes * k;
    const after: usize = out + columnBytes;
    const block: usize = pushed + blockBytes * k;
    takeProduct<V>(out, block, after, m, columnBytes);
  }
}

/** right = b + over ∘ above + under ∘ below, block by block. right, b, above, below: [count · lead]; over, under: [lead]. */
export function besideLine<V, _S>(
  right: usize,
  b: usize,
  above: usize,
  below: usize,
  over: usize,
  under: usize,
  lead: i32,
  count: i32,
): void {
  const step: usize = 8 * doubles<V>();
  const columnBytes: usize = 8 * lead;
  for (let k: i32 = 0; k < count; k++) {
    const start: usize = columnBytes * k;
    for (let o: usize = 0; o < columnBytes; o += step) {
      const i: usize = start + o;
      const first: V = mul<V, f64>(at<V, f64>(over + o), at<V, f64>(above + i));
      const second: V = mul<V, f64>(at<V, f64>(under + o), at<V, f64>(below + i));
      put<V, f64>(right + i, add<V, f64>(at<V, f64>(b + i), add<V, f64>(first, second)));
    }
  }
}

/** out = out + weight under ∘ (now − before), block by block; shapes as in besideLine. */
export function addChange<V, _S>(
  out: usize,
  now: usize,
  before: usize,
  under: usize,
  weight: f64,
  lead: i32,
  count: i32,
): void {
  const step: usize = 8 * doubles<V>();
  const columnBytes: usize = 8 * lead;
  const factor: V = splat<V, f64>(weight);
  for (let k: i32 = 0; k < count; k++) {
    const start: usize = columnBytes * k;
    for (let o: usize = 0; o < columnBytes; o += step) {
      const i: usize = start + o;
      const change: V = sub<V, f64>(at<V, f64>(now + i), at<V, f64>(before + i));
      const part: V = mul<V, f64>(factor, mul<V, f64>(at<V, f64>(under + o), change));
      put<V, f64>(out + i, add<V, f64>(at<V, f64>(out + i), part));
    }
  }
}

/** out = out + weight x; length: doubles of each, even. */
export function addPart<V, _S>(out: usize, x: usize, weight: f64, length: i32): void {
  takeOff<V>(out, x, -weight, 8 * length);
}
