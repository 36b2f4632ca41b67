import { add, at, div, doubleAt, lanes, less, min, mul, put, size, splat, sub } from '../lane.ts';

/**
 * Between a grid and a coarser one that merges cells along y or z, each coarse cell having one or two children.
 * An array is [outer][n][inner] on the grid and [outer][m][inner] on the coarser one (y: outer = planes,
 * inner = row; z: outer = 1, inner = plane). first[p]: the first child of p, doubles, p = 0 … m, first[m] = n.
 * The parts to write are outer0 ≤ outer < outer1, p0 ≤ p < p1.
 */

/** coarse[p] = Σ of its children. */
export function sumPairs<V, S>(
  fine: usize,
  coarse: usize,
  first: usize,
  inner: i32,
  n: i32,
  m: i32,
  outer0: i32,
  outer1: i32,
  p0: i32,
  p1: i32,
): void {
  const bytes: usize = size<S>() * inner;
  const step: usize = size<S>() * lanes<V, S>();
  for (let q: i32 = outer0; q < outer1; q++) {
    for (let p: i32 = p0; p < p1; p++) {
      const child: i32 = doubleAt(first + 8 * p) as i32;
      const a: usize = fine + bytes * (q * n + child);
      const c: usize = coarse + bytes * (q * m + p);
      if ((doubleAt(first + 8 * p + 8) as i32) - child == 2) {
        for (let o: usize = 0; o < bytes; o += step) {
          put<V, S>(c + o, add<V, S>(at<V, S>(a + o), at<V, S>(a + o + bytes)));
        }
      } else {
        for (let o: usize = 0; o < bytes; o += step) put<V, S>(c + o, at<V, S>(a + o));
      }
    }
  }
}

/** The resistance of half a link, 0 where there is none: a pair that is cut through inside is still one cell. */
function halfResistance<V, S>(link: V): V {
  const zero: V = splat<V, S>(0);
  return less<V, S>(zero, link, div<V, S>(splat<V, S>(0.5), link), zero);
}

/** Links along the axis: half the link inside p, the link between, half of that inside p + 1, in series. */
export function seriesPairs<V, S>(
  fine: usize,
  coarse: usize,
  first: usize,
  inner: i32,
  n: i32,
  m: i32,
  outer0: i32,
  outer1: i32,
  p0: i32,
  p1: i32,
): void {
  const bytes: usize = size<S>() * inner;
  const step: usize = size<S>() * lanes<V, S>();
  const zero: V = splat<V, S>(0);
  for (let q: i32 = outer0; q < outer1; q++) {
    for (let p: i32 = p0; p < p1; p++) {
      const c: usize = coarse + bytes * (q * m + p);
      if (p + 1 == m) {
        for (let o: usize = 0; o < bytes; o += step) put<V, S>(c + o, zero);
        continue;
      }
      const child: i32 = doubleAt(first + 8 * p) as i32;
      const next: i32 = doubleAt(first + 8 * p + 8) as i32;
      const isPair: boolean = next - child == 2;
      const nextIsPair: boolean = (doubleAt(first + 8 * p + 16) as i32) - next == 2;
      const a: usize = fine + bytes * (q * n + child);
      const b: usize = fine + bytes * (q * n + next);
      for (let o: usize = 0; o < bytes; o += step) {
        const between: V = at<V, S>(b + o - bytes);
        const here: V = isPair ? halfResistance<V, S>(at<V, S>(a + o)) : zero;
        const there: V = nextIsPair ? halfResistance<V, S>(at<V, S>(b + o)) : zero;
        const ends: V = mul<V, S>(between, add<V, S>(here, there));
        put<V, S>(c + o, div<V, S>(between, add<V, S>(splat<V, S>(1), ends)));
      }
    }
  }
}

/**
 * The shares of the neighbours in the values of children, by the resistances on the way: low[p] of p - 1 in the
 * first child, high[p] of p + 1 in the last; 0 for an only child and where there is no link.
 */
export function pairShares<V, S>(
  fine: usize,
  coarse: usize,
  low: usize,
  high: usize,
  first: usize,
  inner: i32,
  n: i32,
  m: i32,
  outer0: i32,
  outer1: i32,
  p0: i32,
  p1: i32,
): void {
  const bytes: usize = size<S>() * inner;
  const step: usize = size<S>() * lanes<V, S>();
  const zero: V = splat<V, S>(0);
  for (let q: i32 = outer0; q < outer1; q++) {
    for (let p: i32 = p0; p < p1; p++) {
      const child: i32 = doubleAt(first + 8 * p) as i32;
      const isPair: boolean = (doubleAt(first + 8 * p + 8) as i32) - child == 2;
      const a: usize = fine + bytes * (q * n + child);
      const c: usize = bytes * (q * m + p);
      const before: usize = p > 0 ? coarse + c - bytes : coarse + bytes * (q * m + m - 1);
      for (let o: usize = 0; o < bytes; o += step) {
        const half: V = isPair ? halfResistance<V, S>(at<V, S>(a + o)) : zero;
        put<V, S>(low + c + o, mul<V, S>(half, at<V, S>(before + o)));
        put<V, S>(high + c + o, mul<V, S>(half, at<V, S>(coarse + c + o)));
      }
    }
  }
}

/**
 * What of half a link stands between an anchored cell and the middle of its pair. Current leaves such a cell to all sides,
 * while merging lets it leave along one axis after another: from a cube of side h to one of 2 h are 0.06 / (sigma h) in the
 * open and 0.88 / (sigma h) through three half links in turn, from a bar to one twice as thick ln 2 / 2 pi against 3/4. The
 * shares, 0.07 and 0.15, have 1/8 between them. With whole halves coarse levels hold the mean of u ten times too loosely,
 * and a cycle overshoots by as much.
 */
export const ANCHOR_REACH: f64 = 0.125;

/**
 * Anchors: what both children have in common adds up; the rest of one reaches the middle of the pair through part of
 * the link inside. A cell held fast beside a free one does not hold the free one.
 */
export function anchorPairs<V, S>(
  fine: usize,
  link: usize,
  coarse: usize,
  first: usize,
  inner: i32,
  n: i32,
  m: i32,
  outer0: i32,
  outer1: i32,
  p0: i32,
  p1: i32,
): void {
  const bytes: usize = size<S>() * inner;
  const step: usize = size<S>() * lanes<V, S>();
  for (let q: i32 = outer0; q < outer1; q++) {
    for (let p: i32 = p0; p < p1; p++) {
      const child: i32 = doubleAt(first + 8 * p) as i32;
      const a: usize = bytes * (q * n + child);
      const c: usize = coarse + bytes * (q * m + p);
      if ((doubleAt(first + 8 * p + 8) as i32) - child == 2) {
        for (let o: usize = a; o < a + bytes; o += step) {
          const one: V = at<V, S>(fine + o);
          const two: V = at<V, S>(fine + o + bytes);
          put<V, S>(c + o - a, anchorOfPair<V, S>(one, two, at<V, S>(link + o)));
        }
      } else {
        for (let o: usize = 0; o < bytes; o += step) put<V, S>(c + o, at<V, S>(fine + a + o));
      }
    }
  }
}

function anchorOfPair<V, S>(one: V, two: V, link: V): V {
  const both: V = min<V, S>(one, two);
  const rest: V = sub<V, S>(sub<V, S>(add<V, S>(one, two), both), both);
  const way: V = mul<V, S>(splat<V, S>(ANCHOR_REACH), halfResistance<V, S>(link));
  const reach: V = add<V, S>(splat<V, S>(1), mul<V, S>(rest, way));
  return add<V, S>(add<V, S>(both, both), div<V, S>(rest, reach));
}

/** Interpolation: the first child is c + low (c[p-1] - c), the last c + high (c[p+1] - c). Adds where adds = 1. */
export function spreadPairs<V, S>(
  coarse: usize,
  fine: usize,
  low: usize,
  high: usize,
  first: usize,
  adds: i32,
  inner: i32,
  n: i32,
  m: i32,
  outer0: i32,
  outer1: i32,
  p0: i32,
  p1: i32,
): void {
  const bytes: usize = size<S>() * inner;
  for (let q: i32 = outer0; q < outer1; q++) {
    for (let p: i32 = p0; p < p1; p++) {
      const child: i32 = doubleAt(first + 8 * p) as i32;
      const c: usize = bytes * (q * m + p);
      const f: usize = fine + bytes * (q * n + child);
      const before: usize = p > 0 ? c - bytes : c;
      spreadRow<V, S>(coarse + c, coarse + before, low + c, f, adds, bytes);
      if ((doubleAt(first + 8 * p + 8) as i32) - child < 2) continue;
      const after: usize = p + 1 < m ? c + bytes : c;
      spreadRow<V, S>(coarse + c, coarse + after, high + c, f + bytes, adds, bytes);
    }
  }
}

function spreadRow<V, S>(own: usize, other: usize, share: usize, fine: usize, adds: i32, bytes: usize): void {
  const step: usize = size<S>() * lanes<V, S>();
  for (let o: usize = 0; o < bytes; o += step) {
    const c: V = at<V, S>(own + o);
    const value: V = add<V, S>(c, mul<V, S>(at<V, S>(share + o), sub<V, S>(at<V, S>(other + o), c)));
    put<V, S>(fine + o, adds == 1 ? add<V, S>(at<V, S>(fine + o), value) : value);
  }
}

/**
 * The transpose of spreadPairs: coarse[p] = Σ over its children and those beside it of their value times the share
 * p has in them.
 */
export function gatherPairs<V, S>(
  fine: usize,
  coarse: usize,
  low: usize,
  high: usize,
  first: usize,
  inner: i32,
  n: i32,
  m: i32,
  outer0: i32,
  outer1: i32,
  p0: i32,
  p1: i32,
): void {
  const bytes: usize = size<S>() * inner;
  const step: usize = size<S>() * lanes<V, S>();
  const one: V = splat<V, S>(1);
  for (let q: i32 = outer0; q < outer1; q++) {
    for (let p: i32 = p0; p < p1; p++) {
      const child: i32 = doubleAt(first + 8 * p) as i32;
      const next: i32 = doubleAt(first + 8 * p + 8) as i32;
      const c: usize = bytes * (q * m + p);
      const a: usize = fine + bytes * (q * n + child);
      const b: usize = fine + bytes * (q * n + next) - bytes;
      if (next - child == 2 && p > 0 && p + 1 < m) {
        // As below: in the middle, where most are, nothing is asked within the row.
        for (let o: usize = 0; o < bytes; o += step) {
          const lowest: V = mul<V, S>(sub<V, S>(one, at<V, S>(low + c + o)), at<V, S>(a + o));
          const highest: V = mul<V, S>(sub<V, S>(one, at<V, S>(high + c + o)), at<V, S>(b + o));
          const fromLow: V = mul<V, S>(at<V, S>(high + c + o - bytes), at<V, S>(a + o - bytes));
          const fromHigh: V = mul<V, S>(at<V, S>(low + c + o + bytes), at<V, S>(b + o + bytes));
          put<V, S>(coarse + c + o, add<V, S>(add<V, S>(add<V, S>(lowest, highest), fromLow), fromHigh));
        }
        continue;
      }
      for (let o: usize = 0; o < bytes; o += step) {
        let sum: V = mul<V, S>(sub<V, S>(one, at<V, S>(low + c + o)), at<V, S>(a + o));
        if (next - child == 2) {
          sum = add<V, S>(sum, mul<V, S>(sub<V, S>(one, at<V, S>(high + c + o)), at<V, S>(b + o)));
        }
        if (p > 0) sum = add<V, S>(sum, mul<V, S>(at<V, S>(high + c + o - bytes), at<V, S>(a + o - bytes)));
        if (p + 1 < m)
          sum = add<V, S>(sum, mul<V, S>(at<V, S>(low + c + o + bytes), at<V, S>(b + o + bytes)));
        put<V, S>(coarse + c + o, sum);
      }
    }
  }
}
