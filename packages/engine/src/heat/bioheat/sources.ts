import { erf, exp } from '@percuta/numerics';
import type { Axis } from '../grid/axis.ts';
import type { HeatGrid } from '../grid/heat-grid.ts';
import type { Medium } from '../grid/medium.ts';
import type { Layer, Point, Source, SourceShape } from '../problem/heat-problem.ts';

/** Which places of an axis take what part of something at one place: linear between the two nearest centres. */
const shares = (axis: Axis, at: number): readonly (readonly [number, number])[] => {
  if (axis.count === 1 || (axis.metric !== 'slab' && at <= axis.centres[0])) return [[0, 1]];
  let upper = axis.centres.findIndex((centre) => centre >= at);
  if (upper === 0) return [[0, 1]];
  if (upper < 0) return [[axis.count - 1, 1]];
  const span = axis.centres[upper] - axis.centres[upper - 1];
  const part = (at - axis.centres[upper - 1]) / span;
  return [
    [upper - 1, 1 - part],
    [upper, part],
  ];
};

const putPoint = (grid: HeatGrid, { x, y, z }: Point, amount: number, out: Float64Array): void => {
  for (const [k, c] of shares(grid.z, z)) {
    for (const [j, b] of shares(grid.y, y)) {
      for (const [i, a] of shares(grid.x, x)) {
        out[i + grid.x.count * (j + grid.y.count * k)] += amount * a * b * c;
      }
    }
  }
};

/** Heat put at a point, J or W, shared by the nearest cells. */
export const pointHeat = (grid: HeatGrid, at: Point, amount: number): Float64Array => {
  const out = new Float64Array(grid.cells);
  putPoint(grid, at, amount, out);
  return out;
};

const overlap = (from: number, to: number, a: number, b: number): number =>
  Math.max(0, Math.min(to, b) - Math.max(from, a));

const lineHeat = (grid: HeatGrid, source: Extract<SourceShape, { kind: 'line' }>): Float64Array => {
  const out = new Float64Array(grid.cells);
  const { edges, centres, count } = grid.z;
  for (let k = 0; k < count; k++) {
    const length = count === 1 ? grid.z.widths[0] : overlap(edges[k], edges[k + 1], source.from, source.to);
    if (length > 0)
      putPoint(grid, { x: source.x, y: source.y, z: centres[k] }, source.powerPerLength * length, out);
  }
  return out;
};

const planeHeat = (
  { x, y, z, cells }: HeatGrid,
  source: Extract<SourceShape, { kind: 'plane' }>,
): Float64Array => {
  const out = new Float64Array(cells);
  for (const [k, part] of shares(z, source.z)) {
    for (let j = 0; j < y.count; j++) {
      for (let i = 0; i < x.count; i++) {
        out[i + x.count * (j + y.count * k)] += part * source.powerPerArea * x.widths[i] * y.widths[j];
      }
    }
  }
  return out;
};

/** ∫ exp(-x²/(2 s²)) dx, and with the weight x or x² of a radius. */
const gaussianIntegral = (metric: Axis['metric'], x: number, s: number): number => {
  const fall = exp((-x * x) / (2 * s * s));
  const plain = s * Math.sqrt(Math.PI / 2) * erf(x / (Math.SQRT2 * s));
  if (metric === 'slab') return plain;
  return metric === 'cylinder' ? -s * s * fall : s * s * (plain - x * fall);
};

const weightIntegral = (metric: Axis['metric'], x: number): number => {
  if (metric === 'slab') return x;
  return metric === 'cylinder' ? (x * x) / 2 : (x * x * x) / 3;
};

/** Mean of exp(-(x - centre)²/(2 s²)) over each cell of an axis (the centre of a radius is 0); 1 on a single one. */
const gaussianAlong = ({ metric, edges, count }: Axis, centre: number, deviation: number): Float64Array =>
  new Float64Array(count).map((_, n) => {
    if (count === 1) return 1;
    const shift = metric === 'slab' ? centre : 0;
    const [a, b] = [edges[n] - shift, edges[n + 1] - shift];
    const part = gaussianIntegral(metric, b, deviation) - gaussianIntegral(metric, a, deviation);
    return part / (weightIntegral(metric, b) - weightIntegral(metric, a));
  });

/** Means over the cells of a Gaussian of peak 1. */
export const gaussianField = (
  { x, y, z, cells }: HeatGrid,
  centre: Point,
  deviation: number,
): Float64Array => {
  const [a, b, c] = [
    gaussianAlong(x, centre.x, deviation),
    gaussianAlong(y, centre.y, deviation),
    gaussianAlong(z, centre.z, deviation),
  ];
  const out = new Float64Array(cells);
  for (let k = 0; k < z.count; k++) {
    for (let j = 0; j < y.count; j++) {
      for (let i = 0; i < x.count; i++) out[i + x.count * (j + y.count * k)] = a[i] * b[j] * c[k];
    }
  }
  return out;
};

interface Place {
  readonly grid: HeatGrid;
  readonly medium: Medium;
  readonly layers: readonly Layer[];
  /** m³ of each cell, metal included. */
  readonly volumes: Float64Array;
}

/** Heat of a source while it is on, W a cell. */
export const heatOfSource = (source: Source, { grid, medium, layers, volumes }: Place): Float64Array => {
  switch (source.kind) {
    case 'uniform': {
      const layer = layers.findIndex(({ name }) => name === source.layer);
      return volumes.map((volume, cell) =>
        source.layer === undefined || medium.layerOfCell[cell] === layer ? source.density * volume : 0,
      );
    }
    case 'point':
      return pointHeat(grid, source.at, source.power);
    case 'line':
      return lineHeat(grid, source);
    case 'plane':
      return planeHeat(grid, source);
    case 'gaussian':
      return gaussianField(grid, source.centre, source.deviation).map(
        (share, cell) => share * source.peak * volumes[cell],
      );
  }
};
