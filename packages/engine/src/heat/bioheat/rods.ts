import type { Embedding } from '../grid/embed/embedding.ts';
import type { HeatGrid } from '../grid/heat-grid.ts';
import type { Medium } from '../grid/medium.ts';
import { valueAt } from '../material/law.ts';
import type { Material } from '../material/material.ts';
import type { Electrode, Shape } from '../problem/heat-problem.ts';
import { levelOf } from '../grid/embed/embed-body.ts';
import { radiusAt } from '../grid/embed/embed-needle.ts';

/**
 * Metal as a rod: one temperature a layer, heat flowing along it and out of each layer into the tissue beside
 * (heat.31). A perfect metal is one node without capacity.
 */
export interface Rod {
  readonly electrode: number;
  readonly isPerfect: boolean;
  readonly cells: Int32Array;
  /** Node of the rod for each cell. */
  readonly nodes: Int32Array;
  /** m; times the thermal conductivity of the cell gives W/K. */
  readonly weights: Float64Array;
  /** J/K of each node. */
  readonly capacities: Float64Array;
  /** W/K between each node and the next. */
  readonly along: Float64Array;
  /** Layer of the first node. */
  readonly first: number;
}

// K; within the range of every run, and specific heats hardly vary.
const WARM = 330;

// Points across a layer at which the section of a body is taken.
const SLICES = 8;

/** Area that a shape has in a plane of depth, m². */
const sectionAt = (shape: Shape, z: number): number => {
  if (shape.kind === 'needle') return Math.PI * radiusAt(shape, z) * radiusAt(shape, z);
  if (shape.kind === 'disk') return 0;
  const dz = z - shape.centre.z;
  if (shape.kind === 'ring') {
    const half = Math.sqrt(Math.max(0, shape.wireRadius * shape.wireRadius - dz * dz));
    return 4 * Math.PI * shape.radius * half;
  }
  const half = shape.kind === 'sphere' ? shape.radius : shape.halfLength;
  const share = 1 - (dz / half) * (dz / half);
  return share > 0 && levelOf(shape)(shape.centre.x, shape.centre.y, z) < 0
    ? Math.PI * shape.radius * shape.radius * share
    : 0;
};

const meanSection = (shape: Shape, from: number, to: number): number => {
  let sum = 0;
  for (let n = 0; n < SLICES; n++) sum += sectionAt(shape, from + ((n + 0.5) / SLICES) * (to - from));
  return sum / SLICES;
};

// Layers with less of the metal than this share of its thickest belong to the node beside: a node with hardly any
// capacity would need steps as short.
const THINNEST = 0.1;

/** First and last layer that are nodes of their own. */
const bodyLayers = (grid: HeatGrid, shape: Shape, layers: Int32Array): readonly [number, number] => {
  const { edges } = grid.z;
  const used = [...new Set(layers)].sort((a, b) => a - b);
  const areas = used.map((k) => meanSection(shape, edges[k], edges[k + 1]));
  const least = THINNEST * Math.max(...areas);
  const thick = used.filter((_, n) => areas[n] > least);
  return [thick[0], thick[thick.length - 1]];
};

const lineOf = (grid: HeatGrid, { metal, shape }: Electrode, first: number, count: number) => {
  const layers = Array.from({ length: count }, (_, n) => first + n);
  const { edges, widths } = grid.z;
  const areas = layers.map((k) => meanSection(shape, edges[k], edges[k + 1]));
  const { thermalConductivity, volumicHeat } =
    metal.kind === 'conducting' ? metal : { thermalConductivity: 0, volumicHeat: 0 };
  const halves = layers.map((k, n) => widths[k] / 2 / Math.max(areas[n], Number.MIN_VALUE));
  return {
    capacities: Float64Array.from(layers, (k, n) => volumicHeat * areas[n] * widths[k]),
    along: Float64Array.from(layers.slice(1), (_, n) => thermalConductivity / (halves[n] + halves[n + 1])),
  };
};

/** Heat capacity of warm tissue, J/m³/K: that of the half of a gap that goes with the metal. */
const volumicHeatOf = ({ density, specificHeat }: Material): number => density * valueAt(specificHeat, WARM);

/** The rods among the electrodes: metal that conducts or is perfect. */
export const rodsOf = (
  grid: HeatGrid,
  medium: Medium,
  electrodes: readonly Electrode[],
  { contacts }: Embedding,
): Rod[] =>
  electrodes.flatMap((electrode, index): Rod[] => {
    const { metal } = electrode;
    const { cells, thermal, layers, halves } = contacts[index];
    if (cells.length === 0 || metal.kind === 'insulated' || metal.kind === 'held') return [];
    if (metal.kind === 'perfect' || electrode.shape.kind === 'disk') {
      const none = new Float64Array(0);
      const nodes = new Int32Array(cells.length);
      return [
        {
          electrode: index,
          isPerfect: true,
          cells,
          nodes,
          weights: thermal,
          capacities: none,
          along: none,
          first: 0,
        },
      ];
    }
    const [first, last] = bodyLayers(grid, electrode.shape, layers);
    const line = lineOf(grid, electrode, first, last - first + 1);
    const nodes = layers.map((k) => Math.min(last, Math.max(first, k)) - first);
    cells.forEach((cell, n) => {
      line.capacities[nodes[n]] += halves[n] * volumicHeatOf(medium.materials[medium.ofCell[cell]]);
    });
    return [{ electrode: index, isPerfect: false, cells, nodes, weights: thermal, ...line, first }];
  });

// L-stable second-order diagonally implicit scheme of two stages.
const GAMMA = 1 - Math.SQRT1_2;

/** Solves (1 + step A) u = right for the heat flow along the rod, A u = -(1/C) Σ along (u' - u). */
const solveAlong = ({ capacities, along }: Rod, step: number, right: Float64Array): Float64Array => {
  const count = right.length;
  const upper = new Float64Array(count);
  const u = new Float64Array(count);
  for (let n = 0; n < count; n++) {
    const before = n > 0 ? (step * along[n - 1]) / capacities[n] : 0;
    const after = n < count - 1 ? (step * along[n]) / capacities[n] : 0;
    const pivot = 1 + before + after - (n > 0 ? before * upper[n - 1] : 0);
    upper[n] = after / pivot;
    u[n] = (right[n] + (n > 0 ? before * u[n - 1] : 0)) / pivot;
  }
  for (let n = count - 2; n >= 0; n--) u[n] += upper[n] * u[n + 1];
  return u;
};

/** Heat flows along the rod for a time; conserves its heat. Gives the temperatures afterwards. */
export const conductAlong = (rod: Rod, temperatures: Float64Array, duration: number): Float64Array => {
  if (rod.isPerfect || temperatures.length < 2) return temperatures;
  const step = GAMMA * duration;
  const one = solveAlong(rod, step, temperatures);
  // u' of the first stage is (one - u) / step; the second stage begins with its weight 1 - gamma.
  const share = (1 - GAMMA) / GAMMA;
  return solveAlong(
    rod,
    step,
    one.map((value, n) => temperatures[n] + share * (value - temperatures[n])),
  );
};
