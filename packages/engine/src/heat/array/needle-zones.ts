import { log } from '@percuta/numerics';
import type { HeatGrid } from '../grid/heat-grid.ts';
import { contourOf, type Range } from '../output/contour.ts';
import type { ArrayNeedle, Fold } from './layout.ts';
import type { Part } from './array-problem.ts';

// Damage that counts as none, so that its logarithm is finite.
const LEAST_DAMAGE = 1e-30;

/** Cells that are not metal, and the tissue in them. */
export interface Tissue {
  readonly grid: HeatGrid;
  readonly metal: Uint8Array;
  readonly volumes: Float64Array;
}

/** The part of a damaged region that lies nearest to one needle. */
export interface NeedleZone {
  /** Largest extent along x or y, the needle in it, m. */
  readonly width: number;
  readonly depth: Range;
  /** m³ of tissue. */
  readonly volume: number;
}

/** Number of the nearest of some places along an axis, for every cell. */
const nearest = (centres: Float64Array, places: readonly number[]): Int32Array =>
  Int32Array.from(centres, (at) =>
    places.reduce((best, place, n) => (Math.abs(place - at) < Math.abs(places[best] - at) ? n : best), 0),
  );

/** Which needle is nearest to each column of cells: number of the needle in the part, one for each (i, j). */
export const ownersOf = ({ grid }: Tissue, { needles, centre }: Part): Int32Array => {
  const xs = [...new Set(needles.map(({ x }) => x - centre.x))].sort((a, b) => a - b);
  const ys = [...new Set(needles.map(({ y }) => y - centre.y))].sort((a, b) => a - b);
  const [across, along] = [nearest(grid.x.centres, xs), nearest(grid.y.centres, ys)];
  const numbers = ys.map((y) =>
    xs.map((x) => needles.findIndex((needle) => needle.x - centre.x === x && needle.y - centre.y === y)),
  );
  const owners = new Int32Array(grid.x.count * grid.y.count);
  for (let j = 0; j < grid.y.count; j++) {
    for (let i = 0; i < grid.x.count; i++) owners[i + grid.x.count * j] = numbers[along[j]][across[i]];
  }
  return owners;
};

/** Damage falls as an exponential from cell to cell: its logarithm is what is linear between centres. */
export const logOf = (damage: Float64Array): Float64Array =>
  damage.map((value) => log(Math.max(value, LEAST_DAMAGE)));

/** The zone of each needle where damage is at least 1; undefined for a needle without. */
export const needleZones = (
  tissue: Tissue,
  damage: Float64Array,
  owners: Int32Array,
  count: number,
): (NeedleZone | undefined)[] => {
  const { grid, metal, volumes } = tissue;
  const shape = logOf(damage);
  const across = grid.x.count * grid.y.count;
  return Array.from({ length: count }, (_, needle) => {
    // Cells of other needles count as metal, which ends the zone.
    const others = metal.map((taken, cell) => (owners[cell % across] === needle ? taken : 1));
    const { volume, zones } = contourOf(grid, shape, 0, { metal: others, volumes });
    if (zones.length === 0) return undefined;
    const over = (pick: (zone: (typeof zones)[number]) => Range): Range => ({
      from: Math.min(...zones.map((zone) => pick(zone).from)),
      to: Math.max(...zones.map((zone) => pick(zone).to)),
    });
    const [x, y] = [over((zone) => zone.x), over((zone) => zone.y)];
    return { width: Math.max(x.to - x.from, y.to - y.from), depth: over(({ z }) => z), volume };
  });
};

/** Highest value of a field in the tissue nearest to each needle. */
export const highestByNeedle = (
  { metal }: Pick<Tissue, 'metal'>,
  values: Float64Array,
  owners: Int32Array,
  count: number,
): number[] => {
  const highest = Array.from({ length: count }, () => -Infinity);
  values.forEach((value, cell) => {
    const needle = owners[cell % owners.length];
    if (metal[cell] === 0 && value > highest[needle]) highest[needle] = value;
  });
  return highest;
};

/** A pair of neighbours in the array: numbers of needles of the part; the same twice across a mirror plane. */
type Pair = readonly [number, number];

const merges = (
  { grid, metal }: Tissue,
  damage: Float64Array,
  owners: Int32Array,
  fold: Fold,
): ReadonlySet<string> => {
  const found = new Set<string>();
  const [nx, ny] = [grid.x.count, grid.y.count];
  const isDamaged = (cell: number): boolean => metal[cell] === 0 && damage[cell] >= 1;
  const note = (a: number, b: number): void => {
    found.add(keyOf([Math.min(a, b), Math.max(a, b)]));
  };
  damage.forEach((_, cell) => {
    if (!isDamaged(cell)) return;
    const column = cell % (nx * ny);
    const [i, j] = [column % nx, Math.floor(column / nx)];
    const own = owners[column];
    if (i === 0 && fold.x) found.add(`${own} across x`);
    if (j === 0 && fold.y) found.add(`${own} across y`);
    if (i + 1 < nx && owners[column + 1] !== own && isDamaged(cell + 1)) note(own, owners[column + 1]);
    if (j + 1 < ny && owners[column + nx] !== own && isDamaged(cell + nx)) note(own, owners[column + nx]);
  });
  return found;
};

const keyOf = ([a, b]: Pair): string => `${a} ${b}`;

/** Neighbouring needles whose zones touch, and neighbours in all, over the whole array. */
export interface Merging {
  readonly merged: number;
  readonly neighbours: number;
}

/** How many neighbours in the whole array the zone of each needle of the part touches. */
export const touchedBy = (
  tissue: Tissue,
  damage: Float64Array,
  owners: Int32Array,
  { needles, fold }: Part,
): number[] => {
  const found = merges(tissue, damage, owners, fold);
  return needles.map((needle, n) => {
    const beside = needles.filter((other, m) => {
      const pair: Pair = [Math.min(n, m), Math.max(n, m)];
      return isBeside(needle, other) && found.has(keyOf(pair));
    });
    const across = (['x', 'y'] as const).filter((axis) => found.has(`${n} across ${axis}`));
    return beside.length + across.length;
  });
};

const isBeside = (a: ArrayNeedle, b: ArrayNeedle): boolean =>
  Math.abs(a.row - b.row) + Math.abs(a.column - b.column) === 1;

/** Counts neighbours over the whole array: those of the part as often as it is copied, those across planes apart. */
export const mergingOf = (
  tissue: Tissue,
  damage: Float64Array,
  owners: Int32Array,
  { needles, fold }: Part,
): Merging => {
  const found = merges(tissue, damage, owners, fold);
  const copies = { x: fold.x ? 2 : 1, y: fold.y ? 2 : 1 };
  let [merged, neighbours] = [0, 0];
  const count = (key: string, times: number): void => {
    neighbours += times;
    if (found.has(key)) merged += times;
  };
  const least = {
    x: Math.min(...needles.map(({ column }) => column)),
    y: Math.min(...needles.map(({ row }) => row)),
  };
  needles.forEach((needle, n) => {
    needles.forEach((other, m) => {
      if (m > n && isBeside(needle, other)) count(keyOf([n, m]), copies.x * copies.y);
    });
    if (fold.x && needle.column === least.x) count(`${n} across x`, copies.y);
    if (fold.y && needle.row === least.y) count(`${n} across y`, copies.x);
  });
  return { merged, neighbours };
};
