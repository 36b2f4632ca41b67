import { widthOf, type Axis } from '../grid/axis.ts';
import { neighboursOf } from '../grid/neighbours.ts';
import type { HeatGrid } from '../grid/heat-grid.ts';

/**
 * Extent of the region where a field is at least a level, in the unit of the field. Absent region: volume 0 and no
 * zones.
 */
export interface Contour {
  readonly level: number;
  /** m³; of a slab per m², of a cylinder per m. */
  readonly volume: number;
  /** Zones that do not touch each other, the largest first. */
  readonly zones: readonly Zone[];
}

/** One connected region. */
export interface Zone {
  readonly volume: number;
  /** From lowest to highest x (radius), m. */
  readonly x: Range;
  readonly y: Range;
  /** Depth of its upper and lower end, m. */
  readonly z: Range;
}

export interface Range {
  readonly from: number;
  readonly to: number;
}

// Sub-cells of a cell that the contour crosses, along each of three axes, of two, or of one.
const PARTS = [64, 16, 4];

// A cell with its neighbours, and its own place among them.
const AROUND = 3 * 3 * 3;
const CENTRE = (AROUND - 1) / 2;

interface Sampled {
  readonly grid: HeatGrid;
  readonly values: Float64Array;
  readonly level: number;
  /** 0 where a cell counts (tissue). */
  readonly metal: Uint8Array;
  /** m³ of tissue in each cell. */
  readonly volumes: Float64Array;
}

/**
 * The neighbour (-1 or 1; 0 at an end) and its weight in linear interpolation, for each part of each cell of an axis.
 */
interface Weights {
  readonly parts: number;
  /** Share of the cell that a part has: by radius, outer parts have more. */
  readonly sizes: Float64Array;
  readonly sides: Int8Array;
  readonly weights: Float64Array;
  /** Of the second difference of a cell: what a parabola through three centres adds to the line between two. */
  readonly bends: Float64Array;
}

const weightsOf = (axis: Axis, most: number): Weights => {
  const shares = partsOf(axis, most);
  const parts = shares.length;
  const sizes = new Float64Array(axis.count * parts);
  const sides = new Int8Array(axis.count * parts);
  const weights = new Float64Array(axis.count * parts);
  const bends = new Float64Array(axis.count * parts);
  for (let n = 0; n < axis.count; n++) {
    const around = [...shares, 1].map(
      (_, part) => axis.edges[n] + (part / parts) * (axis.edges[n + 1] - axis.edges[n]),
    );
    shares.forEach((share, part) => {
      const [low, high] = [around[part], around[part + 1]];
      sizes[n * parts + part] = widthOf(axis.metric, low, high) / axis.widths[n];
      const at = axis.edges[n] + share * (axis.edges[n + 1] - axis.edges[n]);
      const side = at < axis.centres[n] ? -1 : 1;
      const other = n + side;
      if (other < 0 || other >= axis.count) return;
      sides[n * parts + part] = side;
      weights[n * parts + part] = (at - axis.centres[n]) / (axis.centres[other] - axis.centres[n]);
      bends[n * parts + part] = (at - axis.centres[n]) * (at - axis.centres[other]);
    });
  }
  return { parts, sizes, sides, weights, bends };
};

/** What is looked at along an axis; `step` is the distance to the next cell in cell numbers. */
interface Line extends Pick<Sampled, 'values' | 'level' | 'metal'> {
  readonly axis: Axis;
  readonly step: number;
}

const linesOf = ({ grid: { x, y, z }, values, level, metal }: Sampled): readonly [Line, Line, Line] => [
  { axis: x, step: 1, values, level, metal },
  { axis: y, step: x.count, values, level, metal },
  { axis: z, step: x.count * y.count, values, level, metal },
];

/** Second divided difference about the n-th centre of an axis; 0 at its ends and beside metal. */
const bendAt = ({ axis: { count, centres }, step, values, metal }: Line, n: number, cell: number): number => {
  if (n === 0 || n === count - 1 || metal[cell - step] + metal[cell + step] > 0) return 0;
  const [before, own, after] = [values[cell - step], values[cell], values[cell + step]];
  const [low, high] = [centres[n] - centres[n - 1], centres[n + 1] - centres[n]];
  return ((after - own) / high - (own - before) / low) / (low + high);
};

/** Values of a cell and its 26 neighbours, x fastest; metal and what lies outside count as the cell itself. */
const fillAround = (
  { grid, values, metal }: Sampled,
  [i, j, k]: readonly [number, number, number],
  around: Float64Array,
): void => {
  const { x, y, z } = grid;
  const cell = i + x.count * (j + y.count * k);
  const own = values[cell];
  let n = 0;
  for (let c = -1; c <= 1; c++) {
    for (let b = -1; b <= 1; b++) {
      for (let a = -1; a <= 1; a++) {
        const isInside =
          i + a >= 0 && i + a < x.count && j + b >= 0 && j + b < y.count && k + c >= 0 && k + c < z.count;
        const other = cell + a + x.count * (b + y.count * c);
        around[n++] = isInside && metal[other] === 0 ? values[other] : own;
      }
    }
  }
};

/** Where a part of a cell lies in y and z: the way to its neighbours in `around`, and their weights. */
interface Across {
  readonly dy: number;
  readonly dz: number;
  readonly wy: number;
  readonly wz: number;
}

/** Bilinear in y and z around place n of a column. */
const acrossRows = (around: Float64Array, n: number, { dy, dz, wy, wz }: Across): number => {
  const near = around[n] + wy * (around[n + dy] - around[n]);
  const far = around[n + dz] + wy * (around[n + dz + dy] - around[n + dz]);
  return near + wz * (far - near);
};

/** Share of the parts of a cell whose value, trilinear and bent along each axis, is at or above the level. */
const shareAbove = (
  around: Float64Array,
  level: number,
  [x, y, z]: readonly [Weights, Weights, Weights],
  [i, j, k]: readonly [number, number, number],
  [bendX, bendY, bendZ]: Float64Array,
): number => {
  let share = 0;
  for (let c = k * z.parts; c < (k + 1) * z.parts; c++) {
    const dz = 9 * z.sides[c];
    const wz = z.weights[c];
    const bentZ = bendZ * z.bends[c];
    for (let b = j * y.parts; b < (j + 1) * y.parts; b++) {
      const bentY = bentZ + bendY * y.bends[b];
      const across = { dy: 3 * y.sides[b], dz, wy: y.weights[b], wz };
      const own = acrossRows(around, CENTRE, across);
      const west = acrossRows(around, CENTRE - 1, across) - own;
      const east = acrossRows(around, CENTRE + 1, across) - own;
      for (let a = i * x.parts; a < (i + 1) * x.parts; a++) {
        const side = x.sides[a];
        const slope = side < 0 ? west : side > 0 ? east : 0;
        if (own + x.weights[a] * slope + bentY + bendX * x.bends[a] >= level) {
          share += x.sizes[a] * y.sizes[b] * z.sizes[c];
        }
      }
    }
  }
  return share;
};

const partsOf = ({ count }: Axis, most: number): number[] =>
  count === 1 ? [0.5] : Array.from({ length: most }, (_, n) => (n + 0.5) / most);

/**
 * Share of the tissue of a cell beside metal: what the metal covers
 * lies on the side of the metal, which is the hotter one where the field falls off from it.
 */
const shareOfTissue = (
  { grid, values, metal, volumes }: Sampled,
  cell: number,
  whole: number,
  share: number,
): number => {
  const tissue = volumes[cell] / whole;
  if (tissue >= 1 || tissue <= 0) return share;
  const around = neighboursOf(grid, cell);
  if (around.every((other) => metal[other] === 0)) return share;
  const away = around.filter((other) => metal[other] === 0).map((other) => values[other]);
  const mean = away.reduce((sum, value) => sum + value, 0) / away.length;
  const above = values[cell] >= mean ? share - (1 - tissue) : share;
  return Math.min(1, Math.max(0, above / tissue));
};

interface Found {
  readonly share: Float64Array;
}

/** True where a cell and all its neighbours are on one side of the level. */
const isClear = (
  { grid, values, level, metal }: Sampled,
  cell: number,
  i: number,
  j: number,
  k: number,
): boolean => {
  const above = values[cell] >= level;
  for (let dk = k > 0 ? -1 : 0; dk <= (k < grid.z.count - 1 ? 1 : 0); dk++) {
    for (let dj = j > 0 ? -1 : 0; dj <= (j < grid.y.count - 1 ? 1 : 0); dj++) {
      for (let di = i > 0 ? -1 : 0; di <= (i < grid.x.count - 1 ? 1 : 0); di++) {
        const other = cell + di + grid.x.count * (dj + grid.y.count * dk);
        if (metal[other] === 0 && values[other] >= level !== above) return false;
      }
    }
  }
  return true;
};

/** First and last of the cells along an axis; none where the first is beyond. */
interface Span {
  first: number;
  last: number;
}

/** The cells that are at or above the level and their neighbours: beyond them nothing is to be found. */
const nearLevel = ({ grid, values, level, metal }: Sampled): Readonly<Record<'x' | 'y' | 'z', Span>> => {
  const { x, y, z } = grid;
  const [ofX, ofY, ofZ]: Span[] = [x, y, z].map(({ count }) => ({ first: count, last: -1 }));
  for (let row = 0; row < y.count * z.count; row++) {
    let first = -1;
    let last = -1;
    for (let i = 0; i < x.count; i++) {
      const cell = row * x.count + i;
      if (metal[cell] > 0 || !(values[cell] >= level)) continue;
      if (first < 0) first = i;
      last = i;
    }
    if (first < 0) continue;
    extend(ofX, first - 1, last + 1, x.count);
    extend(ofY, (row % y.count) - 1, (row % y.count) + 1, y.count);
    extend(ofZ, Math.floor(row / y.count) - 1, Math.floor(row / y.count) + 1, z.count);
  }
  return { x: ofX, y: ofY, z: ofZ };
};

const extend = (span: Span, first: number, last: number, count: number): void => {
  span.first = Math.max(0, Math.min(span.first, first));
  span.last = Math.min(count - 1, Math.max(span.last, last));
};

/** Share of each cell that is at or above the level. */
const sharesAbove = (sampled: Sampled): Found => {
  const { grid, values, level, metal } = sampled;
  const share = new Float64Array(grid.cells);
  const axes = [grid.x, grid.y, grid.z].filter(({ count }) => count > 1);
  const most = PARTS[Math.max(0, axes.length - 1)];
  const weights = [weightsOf(grid.x, most), weightsOf(grid.y, most), weightsOf(grid.z, most)] as const;
  const around = new Float64Array(AROUND);
  const near = nearLevel(sampled);
  const [alongX, alongY, alongZ] = linesOf(sampled);
  const bends = new Float64Array(3);
  const shareOf = (cell: number, i: number, j: number, k: number): number => {
    if (isClear(sampled, cell, i, j, k)) return values[cell] >= level ? 1 : 0;
    fillAround(sampled, [i, j, k], around);
    bends[0] = bendAt(alongX, i, cell);
    bends[1] = bendAt(alongY, j, cell);
    bends[2] = bendAt(alongZ, k, cell);
    const whole = grid.x.widths[i] * grid.y.widths[j] * grid.z.widths[k];
    return shareOfTissue(sampled, cell, whole, shareAbove(around, level, weights, [i, j, k], bends));
  };
  for (let k = near.z.first; k <= near.z.last; k++) {
    for (let j = near.y.first; j <= near.y.last; j++) {
      for (let i = near.x.first; i <= near.x.last; i++) {
        const cell = i + grid.x.count * (j + grid.y.count * k);
        if (metal[cell] === 0) share[cell] = shareOf(cell, i, j, k);
      }
    }
  }
  return { share };
};

/** Numbers of connected regions of cells with a share, 0 for none. A flood fill that makes no lists. */
const regionsOf = (
  { x, y, cells }: HeatGrid,
  share: Float64Array,
): { readonly region: Int32Array; readonly count: number } => {
  const [nx, nxy] = [x.count, x.count * y.count];
  const region = new Int32Array(cells);
  const open: number[] = [];
  let count = 0;
  const visit = (cell: number): void => {
    if (share[cell] === 0 || region[cell] !== 0) return;
    region[cell] = count;
    open.push(cell);
  };
  for (let seed = 0; seed < cells; seed++) {
    if (share[seed] === 0 || region[seed] !== 0) continue;
    count++;
    visit(seed);
    for (let cell = open.pop(); cell !== undefined; cell = open.pop()) {
      const i = cell % nx;
      const j = Math.floor(cell / nx) % y.count;
      if (i > 0) visit(cell - 1);
      if (i < nx - 1) visit(cell + 1);
      if (j > 0) visit(cell - nx);
      if (j < y.count - 1) visit(cell + nx);
      if (cell >= nxy) visit(cell - nxy);
      if (cell + nxy < cells) visit(cell + nxy);
    }
  }
  return { region, count };
};

const emptyRange = (): { from: number; to: number } => ({ from: Infinity, to: -Infinity });

const widen = (range: { from: number; to: number }, at: number): void => {
  range.from = Math.min(range.from, at);
  range.to = Math.max(range.to, at);
};

/**
 * Share of the way from the n-th centre to the next on this side at which the level is met: on the line between the two,
 * then once by Newton's rule on the parabola of the mean second difference of both.
 */
const crossing = (line: Line, n: number, cell: number, side: 1 | -1): number => {
  const { values, level, axis } = line;
  const other = cell + side * line.step;
  const [own, next] = [values[cell], values[other]];
  if (next >= level) return 0;
  const span = Math.abs(axis.centres[n + side] - axis.centres[n]);
  const bend = ((bendAt(line, n, cell) + bendAt(line, n + side, other)) / 2) * span * span;
  const straight = (own - level) / (own - next);
  const slope = next - own + bend * (2 * straight - 1);
  return slope < 0
    ? Math.min(1, Math.max(0, straight - (bend * straight * (straight - 1)) / slope))
    : straight;
};

/** Where along an axis the level lies between a cell of the region and its neighbour on one side. */
const placeOfLevel = (line: Line, n: number, cell: number, side: 1 | -1): number => {
  const { axis, step, metal } = line;
  const other = n + side;
  if (other < 0 || other >= axis.count || metal[cell + side * step] > 0) {
    return axis.edges[side < 0 ? n : n + 1];
  }
  return axis.centres[n] + crossing(line, n, cell, side) * (axis.centres[other] - axis.centres[n]);
};

const reachAlong = (line: Line, n: number, cell: number, range: { from: number; to: number }): void => {
  if (line.values[cell] < line.level) return;
  widen(range, placeOfLevel(line, n, cell, -1));
  widen(range, placeOfLevel(line, n, cell, 1));
};

/** Measures of a contour by trilinear interpolation within cells, bent by second differences (heat.40). `volumes`: m³ of tissue in each cell. */
export const contourOf = (
  grid: HeatGrid,
  values: Float64Array,
  level: number,
  { metal, volumes }: { readonly metal: Uint8Array; readonly volumes: Float64Array },
): Contour => {
  const sampled = { grid, values, level, metal, volumes };
  const { share } = sharesAbove(sampled);
  const { region, count } = regionsOf(grid, share);
  const zones = Array.from({ length: count }, () => ({
    volume: 0,
    x: emptyRange(),
    y: emptyRange(),
    z: emptyRange(),
  }));
  const [nx, nxy] = [grid.x.count, grid.x.count * grid.y.count];
  const [alongX, alongY, alongZ] = linesOf(sampled);
  for (let cell = 0; cell < grid.cells; cell++) {
    if (region[cell] === 0) continue;
    const zone = zones[region[cell] - 1];
    zone.volume += share[cell] * volumes[cell];
    reachAlong(alongX, cell % nx, cell, zone.x);
    reachAlong(alongY, Math.floor(cell / nx) % grid.y.count, cell, zone.y);
    reachAlong(alongZ, Math.floor(cell / nxy), cell, zone.z);
  }
  const sorted = zones.filter(({ z }) => z.to > z.from).sort((a, b) => b.volume - a.volume);
  return { level, volume: zones.reduce((sum, zone) => sum + zone.volume, 0), zones: sorted };
};
