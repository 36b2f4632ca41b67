import { doubleAt, elementAt, putElement, size } from '../lane.ts';
import { ANCHOR_REACH } from './pairs.ts';

/**
 * Between a grid and a coarser one that merges cells along x; see pairs.ts. Rows r0 ≤ r < r1 of fineRow and
 * coarseRow elements hold n and m cells. Children lie side by side, so it goes cell by cell, in doubles.
 */

/** coarse[p] = Σ of its children. */
export function sumPairsX<_V, S>(
  fine: usize,
  coarse: usize,
  first: usize,
  m: i32,
  fineRow: i32,
  coarseRow: i32,
  r0: i32,
  r1: i32,
): void {
  const w: usize = size<S>();
  for (let r: i32 = r0; r < r1; r++) {
    const f: usize = fine + w * (r * fineRow);
    const c: usize = coarse + w * (r * coarseRow);
    let child: i32 = 0;
    for (let p: i32 = 0; p < m; p++) {
      const next: i32 = doubleAt(first + 8 * p + 8) as i32;
      let sum: f64 = elementAt<S>(f + w * child);
      if (next - child == 2) sum += elementAt<S>(f + w * child + w);
      putElement<S>(c + w * p, sum);
      child = next;
    }
  }
}

/** ½ / link, 0 where there is none. */
function halfResistance(link: f64): f64 {
  return link > 0 ? 0.5 / link : 0;
}

/** Links along x in series, as seriesPairs, and the shares of the neighbours in children, as pairShares. */
export function seriesPairsX<_V, S>(
  fine: usize,
  coarse: usize,
  low: usize,
  high: usize,
  first: usize,
  m: i32,
  fineRow: i32,
  coarseRow: i32,
  r0: i32,
  r1: i32,
): void {
  const w: usize = size<S>();
  for (let r: i32 = r0; r < r1; r++) {
    const f: usize = fine + w * (r * fineRow);
    const c: usize = w * (r * coarseRow);
    let before: f64 = 0;
    for (let p: i32 = 0; p < m; p++) {
      const child: i32 = doubleAt(first + 8 * p) as i32;
      const next: i32 = doubleAt(first + 8 * p + 8) as i32;
      const here: f64 = next - child == 2 ? halfResistance(elementAt<S>(f + w * child)) : 0;
      let link: f64 = 0;
      if (p + 1 < m) {
        const between: f64 = elementAt<S>(f + w * next - w);
        const nextIsPair: boolean = (doubleAt(first + 8 * p + 16) as i32) - next == 2;
        const there: f64 = nextIsPair ? halfResistance(elementAt<S>(f + w * next)) : 0;
        link = between / (1 + between * (here + there));
      }
      putElement<S>(coarse + c + w * p, link);
      putElement<S>(low + c + w * p, here * before);
      putElement<S>(high + c + w * p, here * link);
      before = link;
    }
  }
}

/** Anchors, as anchorPairs. */
export function anchorPairsX<_V, S>(
  fine: usize,
  link: usize,
  coarse: usize,
  first: usize,
  m: i32,
  fineRow: i32,
  coarseRow: i32,
  r0: i32,
  r1: i32,
): void {
  const w: usize = size<S>();
  for (let r: i32 = r0; r < r1; r++) {
    const f: usize = w * (r * fineRow);
    const c: usize = coarse + w * (r * coarseRow);
    let child: i32 = 0;
    for (let p: i32 = 0; p < m; p++) {
      const next: i32 = doubleAt(first + 8 * p + 8) as i32;
      const one: f64 = elementAt<S>(fine + f + w * child);
      let sum: f64 = one;
      if (next - child == 2) {
        const two: f64 = elementAt<S>(fine + f + w * child + w);
        const rest: f64 = one < two ? two - one : one - two;
        const way: f64 = ANCHOR_REACH * halfResistance(elementAt<S>(link + f + w * child));
        const reach: f64 = 1 + rest * way;
        sum = one + two - rest + rest / reach;
      }
      putElement<S>(c + w * p, sum);
      child = next;
    }
  }
}

/** Interpolation along x, as spreadPairs. */
export function spreadPairsX<_V, S>(
  coarse: usize,
  fine: usize,
  low: usize,
  high: usize,
  first: usize,
  adds: i32,
  m: i32,
  fineRow: i32,
  coarseRow: i32,
  r0: i32,
  r1: i32,
): void {
  const w: usize = size<S>();
  for (let r: i32 = r0; r < r1; r++) {
    const f: usize = fine + w * (r * fineRow);
    const c: usize = w * (r * coarseRow);
    let child: i32 = 0;
    let before: f64 = 0;
    let own: f64 = elementAt<S>(coarse + c);
    for (let p: i32 = 0; p < m; p++) {
      const next: i32 = doubleAt(first + 8 * p + 8) as i32;
      const after: f64 = p + 1 < m ? elementAt<S>(coarse + c + w * p + w) : 0;
      const o: usize = f + w * child;
      const left: f64 = own + elementAt<S>(low + c + w * p) * (before - own);
      putElement<S>(o, adds == 1 ? elementAt<S>(o) + left : left);
      if (next - child == 2) {
        const right: f64 = own + elementAt<S>(high + c + w * p) * (after - own);
        putElement<S>(o + w, adds == 1 ? elementAt<S>(o + w) + right : right);
      }
      before = own;
      own = after;
      child = next;
    }
  }
}

/** The transpose of spreadPairsX, as gatherPairs. */
export function gatherPairsX<_V, S>(
  fine: usize,
  coarse: usize,
  low: usize,
  high: usize,
  first: usize,
  m: i32,
  fineRow: i32,
  coarseRow: i32,
  r0: i32,
  r1: i32,
): void {
  const w: usize = size<S>();
  for (let r: i32 = r0; r < r1; r++) {
    const f: usize = fine + w * (r * fineRow);
    const c: usize = w * (r * coarseRow);
    let child: i32 = 0;
    /** What the cell before gave to this one. */
    let given: f64 = 0;
    for (let p: i32 = 0; p < m; p++) {
      const next: i32 = doubleAt(first + 8 * p + 8) as i32;
      const a: f64 = elementAt<S>(f + w * child);
      const b: f64 = elementAt<S>(f + w * next - w);
      const toBefore: f64 = elementAt<S>(low + c + w * p) * a;
      const toAfter: f64 = elementAt<S>(high + c + w * p) * b;
      let sum: f64 = given + (a - toBefore);
      if (next - child == 2) sum += b - toAfter;
      if (p + 1 < m) sum += elementAt<S>(low + c + w * p + w) * elementAt<S>(f + w * next);
      putElement<S>(coarse + c + w * p, sum);
      given = toAfter;
      child = next;
    }
  }
}
