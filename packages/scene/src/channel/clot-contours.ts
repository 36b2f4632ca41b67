import type { HealFilm } from '../skin-block.ts';
import { closedPath } from './micrometres.ts';

/** Shares of clot at which a contour runs: outside the lowest the bleeding of many channels cannot be told apart. */
export const clotLevels = [0.3, 0.5, 0.8] as const;

const middles = (edges: Float64Array): readonly number[] =>
  Array.from(edges.subarray(1), (edge, n) => (edge + (edges[n] ?? 0)) / 2);

/** Distance from the axis at which shares fall below a level, m, linear between the middles of rings; 0 where none is above. */
const reachOf = (shares: Float32Array, rings: readonly number[], level: number): number => {
  const beyond = shares.findIndex((share) => share < level);
  if (beyond === 0) return 0;
  const inner = rings[beyond - 1];
  const outer = rings[beyond];
  if (inner === undefined || outer === undefined) return rings.at(-1) ?? 0;
  const [above, below] = [shares[beyond - 1] ?? level, shares[beyond] ?? 0];
  return inner + ((above - level) / (above - below)) * (outer - inner);
};

/** Contour of one level through the axis of a channel; undefined where nothing reaches it. */
const contour = (film: HealFilm, shares: Float32Array, level: number): string | undefined => {
  const { junction, depths, radii } = film;
  const rings = middles(radii);
  const half: [number, number][] = [];
  for (const [layer, middle] of middles(depths).entries()) {
    const reach = reachOf(shares.subarray(layer * rings.length, (layer + 1) * rings.length), rings, level);
    if (reach === 0) break;
    if (layer === 0) half.push([reach, junction]);
    half.push([reach, junction + middle]);
  }
  if (half.length === 0) return undefined;
  // It ends with the last layer that holds it: half a layer below the middle of that.
  const end: [number, number] = [0, junction + (depths[half.length - 1] ?? 0)];
  const other = half.toReversed().map(([x, z]): [number, number] => [-x, z]);
  return closedPath([...half, end, ...other]);
};

/** Outlines of what has clotted, from the lowest level up. Paths in micrometres. */
export const clotContours = (film: HealFilm, shares: Float32Array): readonly string[] =>
  clotLevels.flatMap((level) => contour(film, shares, level) ?? []);
