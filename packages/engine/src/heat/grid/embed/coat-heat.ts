import { acos, log } from '@percuta/numerics';
import type { Needle } from '../../problem/heat-problem.ts';
import type { Axis } from '../axis.ts';
import type { HeatGrid } from '../heat-grid.ts';
import { wedgesOf } from './corners.ts';
import type { Contacts } from './embedding.ts';

// Cells from the end of a coat within which heat is that of the singular field, and the part of the radius.
const REACH_IN_CELLS = 4;
const REACH_IN_RADII = 1;

/** The end of a coat at x = y = 0: metal along x = 0, bare for y > 0. Amplitude 1, sigma = k = 1 (heat.28). */
interface Ends {
  /** Potential against the metal, s^(1/2) sin(alpha/2), alpha from the bare side. */
  readonly phi: number;
  /** Its flux function, s^(1/2) cos(alpha/2). */
  readonly psi: number;
  /** The temperature it makes beside metal of one temperature, but for a multiple of x. */
  readonly rise: number;
}

const endsAt = (x: number, y: number): Ends => {
  const s = Math.sqrt(x * x + y * y);
  if (s === 0) return { phi: 0, psi: 0, rise: 0 };
  const alpha = acos(Math.min(1, Math.max(-1, y / s)));
  return {
    phi: Math.sqrt((s - y) / 2),
    psi: Math.sqrt((s + y) / 2),
    rise: (y - s) / 4 - (x * log(s) + alpha * y) / (2 * Math.PI),
  };
};

/** A cell beside metal, in the plane of the corner: how far its centre is from the metal, and its extent across. */
interface Beside {
  readonly gap: number;
  readonly width: number;
  readonly k: number;
}

const flux = (a: Ends, b: Ends): number => Math.abs(a.psi - b.psi);

/**
 * Heat that the cell has to have for that temperature, over what halves of the heats of its links and contact would
 * give it. `along` gives the place of a depth along the metal.
 */
const shareOf = ({ gap, width, k }: Beside, z: Axis, along: (depth: number) => number): number => {
  const y = along(z.centres[k]);
  const own = endsAt(gap, y);
  const [first, last] = [along(z.edges[k]), along(z.edges[k + 1])];
  const face = gap + width / 2;
  const height = Math.abs(last - first);
  let made = flux(endsAt(0, first), endsAt(0, last)) * own.phi;
  let due = (height / gap) * own.rise;
  const add = (next: Ends, through: number, plain: number): void => {
    made += through * Math.abs(next.phi - own.phi);
    due -= plain * (next.rise - own.rise);
  };
  add(endsAt(gap + width, y), flux(endsAt(face, first), endsAt(face, last)), height / width);
  for (const [next, at] of [
    [k - 1, first],
    [k + 1, last],
  ] as const) {
    if (next < 0 || next >= z.count) continue;
    const place = along(z.centres[next]);
    add(endsAt(gap, place), flux(endsAt(0, at), endsAt(face, at)), face / Math.abs(place - y));
  }
  return (2 * due) / made;
};

/** Shares of the heat made in cells beside the end of a coat that stay in them; the rest is the metal's (heat.28). */
export const coatShares = (
  { x, y, z }: HeatGrid,
  needle: Needle,
  { cells, halves, thermal }: Contacts,
): Float64Array => {
  const shares = new Float64Array(cells.length).fill(1);
  for (const wedge of wedgesOf(needle)) {
    if (!wedge.isCoatEnd || wedge.along[0] !== 0) continue;
    const below = z.edges.findIndex((edge) => edge > wedge.z * (1 + 1e-9));
    const reach = Math.min(
      REACH_IN_CELLS * (z.edges[below] - z.edges[below - 1]),
      REACH_IN_RADII * needle.radius,
    );
    const along = (depth: number): number => (depth - wedge.z) * wedge.along[1];
    cells.forEach((cell, n) => {
      const k = Math.floor(cell / (x.count * y.count));
      if (Math.abs(z.centres[k] - wedge.z) > reach || thermal[n] === 0) return;
      const i = cell % x.count;
      // A contact has g gap² / 2 for half of its gap.
      const gap = Math.sqrt((2 * halves[n]) / thermal[n]);
      shares[n] *= shareOf({ gap, width: x.edges[i + 1] - x.edges[i], k }, z, along);
    });
  }
  return shares;
};
