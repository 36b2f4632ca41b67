import type { Embedding } from '../grid/embed/embedding.ts';
import type { HeatGrid } from '../grid/heat-grid.ts';
import type { Medium } from '../grid/medium.ts';
import { valueAt } from '../material/law.ts';
import type { Material } from '../material/material.ts';
import type { Electrode, Shape } from '../problem/heat-problem.ts';
import { levelOf } from '../grid/embed/embed-body.ts';
import { radiusAt } from '../grid/embed/embed-needle.ts';
import { finestRadius } from '../grid/grid-of-problem.ts';

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
  /** Node of each layer of the grid; the nearest one above and below the rod. */
  readonly nodeOfLayer: Int32Array;
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

// Along less than this share of the radius the metal has one temperature: it has hardly more than one across.
const SHORTEST = 0.5;

/** Node of each layer from the first to the last: layers that are short to the radius share one. */
const groupsOf = (widths: Float64Array, first: number, last: number, shortest: number): number[] => {
  let [node, length] = [0, 0];
  return Array.from({ length: last - first + 1 }, (_, n) => {
    if (length >= shortest) [node, length] = [node + 1, 0];
    length += widths[first + n];
    return node;
  });
};

const lineOf = (grid: HeatGrid, { metal, shape }: Electrode, first: number, last: number) => {
  const { edges, widths } = grid.z;
  const groups = groupsOf(widths, first, last, SHORTEST * finestRadius(shape));
  const count = groups[groups.length - 1] + 1;
  const { thermalConductivity, volumicHeat } =
    metal.kind === 'conducting' ? metal : { thermalConductivity: 0, volumicHeat: 0 };
  const [capacities, halves] = [new Float64Array(count), new Float64Array(count)];
  groups.forEach((node, n) => {
    const [k, area] = [first + n, meanSection(shape, edges[first + n], edges[first + n + 1])];
    capacities[node] += volumicHeat * area * widths[k];
    halves[node] += widths[k] / 2 / Math.max(area, Number.MIN_VALUE);
  });
  return {
    capacities,
    along: new Float64Array(count - 1).map((_, n) => thermalConductivity / (halves[n] + halves[n + 1])),
    nodeOfLayer: Int32Array.from(widths, (_, k) => groups[Math.min(last, Math.max(first, k)) - first]),
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
          nodeOfLayer: new Int32Array(grid.z.count),
        },
      ];
    }
    const [first, last] = bodyLayers(grid, electrode.shape, layers);
    const line = lineOf(grid, electrode, first, last);
    const nodes = layers.map((k) => line.nodeOfLayer[Math.max(0, k)]);
    cells.forEach((cell, n) => {
      line.capacities[nodes[n]] += halves[n] * volumicHeatOf(medium.materials[medium.ofCell[cell]]);
    });
    return [{ electrode: index, isPerfect: false, cells, nodes, weights: thermal, ...line }];
  });
