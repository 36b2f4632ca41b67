import { cos } from '@percuta/numerics';

/** A point of a profile that is turned about the axis: radius and depth, m. */
export type ProfilePoint = readonly [radius: number, depth: number];

interface Panel {
  readonly from: ProfilePoint;
  readonly to: ProfilePoint;
}

/** Complete elliptic integral of the first kind of the parameter m, by the arithmetic-geometric mean. */
const ellipticK = (m: number): number => {
  let [a, b] = [1, Math.sqrt(1 - m)];
  for (let n = 0; n < 40 && Math.abs(a - b) > 1e-16 * a; n += 1) [a, b] = [(a + b) / 2, Math.sqrt(a * b)];
  return Math.PI / (a + b);
};

/** Potential at (r, z) of a ring of unit charge at (R, Z), times 4 pi sigma. */
const ringPotential = ([r, z]: ProfilePoint, [R, Z]: ProfilePoint): number => {
  const square = (r + R) * (r + R) + (z - Z) * (z - Z);
  const m = Math.min(1 - 1e-15, (4 * r * R) / square);
  return (2 * ellipticK(m)) / (Math.PI * Math.sqrt(square));
};

const mirrored = ([radius, depth]: ProfilePoint): ProfilePoint => [radius, -depth];

const pointOn = ({ from, to }: Panel, t: number): ProfilePoint => [
  from[0] + (to[0] - from[0]) * t,
  from[1] + (to[1] - from[1]) * t,
];

// Gauss-Legendre of six points on 0 to 1.
const nodes = [0.033765242898424, 0.169395306766868, 0.380690406958402];
const weights = [0.0856622461895852, 0.1803807865240693, 0.2339569672863455];

const gauss = (value: (t: number) => number, a: number, b: number): number =>
  nodes.reduce((sum, node, n) => {
    const pair = value(a + (b - a) * node) + value(b - (b - a) * node);
    return sum + (weights[n] ?? NaN) * (b - a) * pair;
  }, 0);

// Towards the logarithmic point at the middle of a panel stretches shrink by this.
const SHRINK = 0.35;
const STRETCHES = 20;

/** Integral over 0 to 1 of something with a logarithm at `at`, which is 0, a half or 1 of the panel or its neighbour. */
const gaussTowards = (value: (t: number) => number, at: number): number => {
  const side = (end: number): number => {
    let [total, far, rest] = [0, end, end - at];
    for (let n = 0; n < STRETCHES; n += 1) {
      rest *= SHRINK;
      const near = n === STRETCHES - 1 ? at : at + rest;
      total += gauss(value, Math.min(far, near), Math.max(far, near));
      far = near;
    }
    return total;
  };
  return (at > 0 ? side(0) : 0) + (at < 1 ? side(1) : 0);
};

/** Panels of a stretch, shorter towards its ends, where charge crowds. */
const panelsOf = (from: ProfilePoint, to: ProfilePoint, count: number): Panel[] => {
  const part = (n: number): ProfilePoint => pointOn({ from, to }, (1 - cos((Math.PI * n) / count)) / 2);
  return Array.from({ length: count }, (_, n) => ({ from: part(n), to: part(n + 1) }));
};

const influence = (panels: readonly Panel[], i: number, j: number): number => {
  const [field, panel] = [panels[i], panels[j]];
  if (field === undefined || panel === undefined) return NaN;
  const at = pointOn(field, 0.5);
  const direct = (t: number): number => ringPotential(at, pointOn(panel, t));
  const image = gauss((t) => ringPotential(at, mirrored(pointOn(panel, t))), 0, 1);
  if (i === j) return image + gaussTowards(direct, 0.5);
  return image + (Math.abs(i - j) > 2 ? gauss(direct, 0, 1) : gaussTowards(direct, i < j ? 0 : 1));
};

/** Solves dense rows by elimination with the largest pivot. */
const solve = (rows: number[][]): number[] => {
  const count = rows.length;
  const right = rows.map(() => 1);
  for (let n = 0; n < count; n += 1) {
    const pivot = rows.reduce(
      (best, row, m) => (m >= n && Math.abs(row[n] ?? 0) > Math.abs(rows[best]?.[n] ?? 0) ? m : best),
      n,
    );
    [rows[n], rows[pivot]] = [rows[pivot] ?? [], rows[n] ?? []];
    [right[n], right[pivot]] = [right[pivot] ?? NaN, right[n] ?? NaN];
    const own = rows[n] ?? [];
    for (let m = 0; m < count; m += 1) {
      const row = rows[m] ?? [];
      const factor = (row[n] ?? NaN) / (own[n] ?? NaN);
      if (m === n || factor === 0) continue;
      for (let c = n; c < count; c += 1) row[c] = (row[c] ?? NaN) - factor * (own[c] ?? NaN);
      right[m] = (right[m] ?? NaN) - factor * (right[n] ?? NaN);
    }
  }
  return right.map((value, n) => value / (rows[n]?.[n] ?? NaN));
};

/**
 * Resistance (ohm) to infinity of a body of revolution in a half-space of `sigma` (S/m) under an insulating surface,
 * by rings of charge on the panels of its profile and their images: another method than finite volumes. `profile`:
 * corners along the surface of the body; an open profile is a thin shell. Panels per stretch as given.
 */
export const ringChargeResistance = (
  sigma: number,
  profile: readonly ProfilePoint[],
  panelsPerStretch: readonly number[],
): number => {
  const panels = profile
    .slice(1)
    .flatMap((to, n) => panelsOf(profile[n] ?? to, to, panelsPerStretch[n] ?? 1));
  const rows = panels.map((_, i) => panels.map((__, j) => influence(panels, i, j)));
  const charges = solve(rows);
  return 1 / (4 * Math.PI * sigma * charges.reduce((sum, charge) => sum + charge, 0));
};
