import { doubleAt, elementAt, putDouble, putElement } from '../lane.ts';

/**
 * Exchange of lumps with the cells they touch: C dT/dt = heat + Σ g (T_cell - T), and the like over the nodes before and
 * after in the line of a lump. Cells are in the precision of the build, everything else is in doubles. Contacts are taken
 * one by one in their order, so that no sum depends on the width of a register or on who does which lump.
 *
 * A lump is two doubles, its first node and its first stretch; those of the lump after it end it. A stretch is four: the
 * node of contacts that follow one another, the first of them, the one after their last, and 1 where their cells have been
 * fed by contacts before. A node is NODE doubles, the numbers below.
 */
export const NODE: usize = 10;

// J/K; W; K at the beginning of the step; W/K to the next node; Σ g, W/K.
export const CAPACITY: usize = 0;
export const HEAT: usize = 1;
export const OWN: usize = 2;
export const ALONG: usize = 3;
export const TOTAL: usize = 4;
// Made by each stage: K; K/s; and the changes since the step began, K, of this stage and of the one before.
export const RISE: usize = 5;
export const RATE: usize = 6;
export const LAST: usize = 8;
export const BEFORE: usize = 9;
// K/s at the beginning of the step.
export const RATE_AT_START: usize = 7;

/** out[c] = the element of `from` at places[c] bytes, for contacts k0 ≤ c < k1. */
export function gatherCells<_V, S>(from: usize, places: usize, out: usize, k0: i32, k1: i32): void {
  for (let c: i32 = k0; c < k1; c++) {
    const o: usize = 8 * c;
    putDouble(out + o, elementAt<S>(from + (doubleAt(places + o) as usize)));
  }
}

/** Starts the rises and rates of nodes; gives whether all of them have a capacity. */
function startNodes(nodes: usize, from: usize, to: usize): boolean {
  let isWhole: boolean = true;
  for (let n: usize = from; n < to; n++) {
    const node: usize = nodes + 8 * NODE * n;
    const heat: f64 = doubleAt(node + 8 * HEAT);
    putDouble(node + 8 * RATE, heat);
    if (doubleAt(node + 8 * CAPACITY) > 0) {
      putDouble(node + 8 * RISE, doubleAt(node + 8 * OWN) + doubleAt(node + 8 * LAST));
    } else {
      isWhole = false;
      putDouble(node + 8 * RISE, heat / doubleAt(node + 8 * TOTAL));
    }
  }
  return isWhole;
}

/** Nodes without capacity have the rise at which they give what they take. */
function levelNodes<S>(
  t: usize,
  nodes: usize,
  stretch: usize,
  end: usize,
  places: usize,
  conductances: usize,
): void {
  for (let s: usize = stretch; s < end; s += 32) {
    const node: usize = nodes + 8 * NODE * (doubleAt(s) as usize);
    if (doubleAt(node + 8 * CAPACITY) > 0) continue;
    const total: f64 = doubleAt(node + 8 * TOTAL);
    const last: usize = 8 * (doubleAt(s + 16) as usize);
    let rise: f64 = doubleAt(node + 8 * RISE);
    for (let o: usize = 8 * (doubleAt(s + 8) as usize); o < last; o += 8) {
      rise += (doubleAt(conductances + o) / total) * elementAt<S>(t + (doubleAt(places + o) as usize));
    }
    putDouble(node + 8 * RISE, rise);
  }
}

/** What flows along a lump, its rates in K/s, and the changes of its nodes; as for cells in stage.ts. */
function endNodes(
  nodes: usize,
  from: usize,
  to: usize,
  mu: f64,
  nu: f64,
  now: f64,
  start: f64,
  dt: f64,
): void {
  for (let n: usize = from; n + 1 < to; n++) {
    const node: usize = nodes + 8 * NODE * n;
    const next: usize = node + 8 * NODE;
    const flow: f64 = doubleAt(node + 8 * ALONG) * (doubleAt(next + 8 * RISE) - doubleAt(node + 8 * RISE));
    putDouble(node + 8 * RATE, doubleAt(node + 8 * RATE) + flow);
    putDouble(next + 8 * RATE, doubleAt(next + 8 * RATE) - flow);
  }
  for (let n: usize = from; n < to; n++) {
    const node: usize = nodes + 8 * NODE * n;
    const capacity: f64 = doubleAt(node + 8 * CAPACITY);
    const rate: f64 = capacity > 0 ? doubleAt(node + 8 * RATE) / capacity : 0;
    const last: f64 = doubleAt(node + 8 * LAST);
    const rates: f64 = now * rate + start * doubleAt(node + 8 * RATE_AT_START);
    const change: f64 = mu * last + nu * doubleAt(node + 8 * BEFORE) + dt * rates;
    putDouble(node + 8 * RATE, rate);
    putDouble(node + 8 * BEFORE, last);
    putDouble(node + 8 * LAST, change);
  }
}

/**
 * A stage of RKL2 of lumps k0 ≤ k < k1 with cells at rises t: d_j = mu d_{j-1} + nu d_{j-2} + dt (now · rate + start · rate
 * of the beginning) in the nodes, and fed = besides + Σ g T in the cells they touch. Lumps that touch the same cells must
 * be of one call.
 */
export function exchangeLumps<_V, S>(
  t: usize,
  fed: usize,
  lumps: usize,
  stretches: usize,
  places: usize,
  conductances: usize,
  besides: usize,
  nodes: usize,
  mu: f64,
  nu: f64,
  now: f64,
  start: f64,
  dt: f64,
  k0: i32,
  k1: i32,
): void {
  for (let k: i32 = k0; k < k1; k++) {
    const lump: usize = lumps + 16 * k;
    const from: usize = doubleAt(lump) as usize;
    const to: usize = doubleAt(lump + 16) as usize;
    const first: usize = stretches + 32 * (doubleAt(lump + 8) as usize);
    const end: usize = stretches + 32 * (doubleAt(lump + 24) as usize);
    if (!startNodes(nodes, from, to)) levelNodes<S>(t, nodes, first, end, places, conductances);
    for (let s: usize = first; s < end; s += 32) {
      const node: usize = nodes + 8 * NODE * (doubleAt(s) as usize);
      const last: usize = 8 * (doubleAt(s + 16) as usize);
      const isAgain: boolean = doubleAt(s + 24) > 0;
      const rise: f64 = doubleAt(node + 8 * RISE);
      let rate: f64 = doubleAt(node + 8 * RATE);
      for (let o: usize = 8 * (doubleAt(s + 8) as usize); o < last; o += 8) {
        const place: usize = doubleAt(places + o) as usize;
        const conductance: f64 = doubleAt(conductances + o);
        rate -= conductance * (rise - elementAt<S>(t + place));
        const held: f64 = isAgain ? elementAt<S>(fed + place) : doubleAt(besides + o);
        putElement<S>(fed + place, held + conductance * rise);
      }
      putDouble(node + 8 * RATE, rate);
    }
    endNodes(nodes, from, to, mu, nu, now, start, dt);
  }
}
