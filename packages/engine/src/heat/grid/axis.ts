import { log } from '@percuta/numerics';

/** How a coordinate measures length and area; 'cylinder' and 'sphere' are radii. */
export type Metric = 'slab' | 'cylinder' | 'sphere';

const TWO_PI = 2 * Math.PI;

/**
 * One axis of a tensor grid. `edges` has one entry more than there are cells, m. Link and volume factors are
 * products over the axes: volume = widths multiplied, m³; conductance of a link along one axis (heat.20) =
 * widths of the other two axes / (high of the cell / its property + low of the next / its property).
 */
export interface Axis {
  readonly metric: Metric;
  readonly count: number;
  readonly edges: Float64Array;
  readonly centres: Float64Array;
  /** Factor of the volume: m; m² for a radius of a cylinder; m³ for a radius of a sphere. */
  readonly widths: Float64Array;
  /** Resistance of a unit conductor between lower edge and centre: m; 1 for cylinder; 1/m for sphere. */
  readonly low: Float64Array;
  /** The same between centre and upper edge. */
  readonly high: Float64Array;
}

/** Resistance of a unit conductor between two places of an axis, exact for the field that the metric implies. */
export const axisResistance = (metric: Metric, from: number, to: number): number => {
  if (metric === 'slab') return to - from;
  if (from === 0) return Infinity;
  return metric === 'cylinder' ? log(to / from) / TWO_PI : (1 / from - 1 / to) / (2 * TWO_PI);
};

/** Factor of the volume between two places of an axis: m, m² or m³. */
export const widthOf = (metric: Metric, from: number, to: number): number => {
  if (metric === 'slab') return to - from;
  if (metric === 'cylinder') return Math.PI * (to * to - from * from);
  return (TWO_PI / 1.5) * (to * to * to - from * from * from);
};

/** An axis through the given edges, which must rise. */
export const axisOf = (metric: Metric, edges: readonly number[]): Axis => {
  const count = edges.length - 1;
  const cells = Array.from({ length: count }, (_, i) => ({
    from: edges[i],
    middle: (edges[i] + edges[i + 1]) / 2,
    to: edges[i + 1],
  }));
  return {
    metric,
    count,
    edges: Float64Array.from(edges),
    centres: new Float64Array(cells.map(({ middle }) => middle)),
    widths: new Float64Array(cells.map(({ from, to }) => widthOf(metric, from, to))),
    low: new Float64Array(cells.map(({ from, middle }) => axisResistance(metric, from, middle))),
    high: new Float64Array(cells.map(({ middle, to }) => axisResistance(metric, middle, to))),
  };
};

/** An axis along which nothing varies: one cell of unit width, so that results are per metre, or whole for a radius. */
export const singleAxis = (): Axis => axisOf('slab', [-0.5, 0.5]);
