import type { ArrayInput, Part } from '../array/array-problem.ts';
import { copiesOf, needlesOf } from '../array/layout.ts';
import type { Tissue } from '../array/needle-zones.ts';

/** Levels of a profile: distances in m, volumes in m³ of a needle. */
export const reachLevels = {
  /** Below the tip. */
  below: [0, 0.05e-3, 0.1e-3, 0.15e-3, 0.2e-3, 0.3e-3, 0.4e-3, 0.6e-3],
  /** Above the upper end of the bare metal where it stands highest, no further than the surface. */
  above: [0, 0.05e-3, 0.1e-3, 0.2e-3, 0.3e-3],
  /** Sideways from the metal. */
  beside: [0.02e-3, 0.05e-3, 0.1e-3, 0.15e-3, 0.2e-3, 0.3e-3],
  volume: [0.003e-9, 0.01e-9, 0.03e-9, 0.1e-9, 0.3e-9],
} as const;

export type Reach = keyof typeof reachLevels;

/** What of an array a profile is read from. */
export interface Solved {
  readonly input: ArrayInput;
  readonly part: Part;
  readonly tissue: Tissue;
  /** K. */
  readonly equivalent: Float64Array;
}

const within = (at: number, xs: readonly number[], ys: readonly number[]): number => {
  const after = xs.findIndex((x) => x > at);
  if (after === 0) return ys[0] ?? Number.NaN;
  if (after < 0) return ys.at(-1) ?? Number.NaN;
  const [x0, x1] = [xs[after - 1] ?? at, xs[after] ?? at];
  const [y0, y1] = [ys[after - 1] ?? 0, ys[after] ?? 0];
  return y0 + ((at - x0) / (x1 - x0)) * (y1 - y0);
};

/** Highest value in each slab of cells, by depth. */
const highestByDepth = ({ tissue: { grid, metal }, equivalent }: Solved): number[] => {
  const across = grid.x.count * grid.y.count;
  const highest = Array.from(grid.z.centres, () => -Infinity);
  equivalent.forEach((value, cell) => {
    const k = Math.floor(cell / across);
    if (metal[cell] === 0 && value > (highest[k] ?? 0)) highest[k] = value;
  });
  return highest;
};

const far = ([x, y]: readonly [number, number]): number => x * x + y * y;

/** Distance of every column of cells from the axis of its nearest needle, along x or y, whichever is more. */
const fromAxis = ({ tissue: { grid }, part }: Solved): Float64Array => {
  const places = part.needles.map(({ x, y }) => [x - part.centre.x, y - part.centre.y] as const);
  return new Float64Array(grid.x.count * grid.y.count).map((_, column) => {
    const x = grid.x.centres[column % grid.x.count] ?? 0;
    const y = grid.y.centres[Math.floor(column / grid.x.count)] ?? 0;
    const nearest = places
      .map(([a, b]) => [Math.abs(x - a), Math.abs(y - b)] as const)
      .reduce((best, one) => (far(one) < far(best) ? one : best));
    return Math.max(...nearest);
  });
};

/** Highest value at this distance from the axis or further, at rising distances. */
const highestBeside = (solved: Solved): { readonly xs: number[]; readonly ys: number[] } => {
  const { grid, metal } = solved.tissue;
  const distance = fromAxis(solved);
  const highest = new Map<number, number>();
  solved.equivalent.forEach((value, cell) => {
    if (metal[cell] !== 0) return;
    const at = distance[cell % (grid.x.count * grid.y.count)] ?? 0;
    highest.set(at, Math.max(highest.get(at) ?? -Infinity, value));
  });
  const xs = [...highest.keys()].sort((a, b) => a - b);
  const ys = xs.map((x) => highest.get(x) ?? -Infinity);
  for (let n = ys.length - 2; n >= 0; n--) ys[n] = Math.max(ys[n] ?? 0, ys[n + 1] ?? 0);
  // Only where the highest falls: flat stretches belong to the far end.
  const kept = xs.map((_, n) => n === xs.length - 1 || (ys[n + 1] ?? 0) < (ys[n] ?? 0));
  return { xs: xs.filter((_, n) => kept[n]), ys: ys.filter((_, n) => kept[n]) };
};

/** Values by the volume of tissue (m³ a needle) that is at least as hot. */
const byVolume = ({ tissue, equivalent, input, part }: Solved): { xs: number[]; ys: number[] } => {
  const share = copiesOf(part.fold) / needlesOf(input.energy.array).length;
  const cells = Array.from(equivalent.keys()).filter((cell) => tissue.metal[cell] === 0);
  cells.sort((a, b) => (equivalent[b] ?? 0) - (equivalent[a] ?? 0));
  let volume = 0;
  const xs = cells.map((cell) => {
    const own = (tissue.volumes[cell] ?? 0) * share;
    volume += own;
    return volume - own / 2;
  });
  return { xs, ys: cells.map((cell) => equivalent[cell] ?? 0) };
};

/** Equivalent temperatures (K) of the hottest needle at every level, and the highest of the epidermis. */
export interface ReachProfile {
  readonly reach: Readonly<Record<Reach, readonly number[]>>;
  readonly epidermis: number;
}

export const reachProfileOf = (solved: Solved): ReachProfile => {
  const { depth, energy, skin } = solved.input;
  const zs = Array.from(solved.tissue.grid.z.centres);
  const highest = highestByDepth(solved);
  const highestStop = Math.max(0, ...energy.stops.map(({ drawnBack }) => drawnBack));
  const top = Math.max(0, depth - highestStop - energy.array.bare);
  const beside = highestBeside(solved);
  const volume = byVolume(solved);
  const above = highest.filter((_, k) => (zs[k] ?? 0) < skin.epidermis);
  return {
    reach: {
      below: reachLevels.below.map((level) => within(depth + level, zs, highest)),
      above: reachLevels.above.map((level) => within(top - level, zs, highest)),
      beside: reachLevels.beside.map((level) => within(energy.array.radius + level, beside.xs, beside.ys)),
      volume: reachLevels.volume.map((level) => within(level, volume.xs, volume.ys)),
    },
    epidermis: Math.max(...above, within(skin.epidermis, zs, highest)),
  };
};
