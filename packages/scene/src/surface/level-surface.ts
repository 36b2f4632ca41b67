import { edgeTable, triTable } from 'three/addons/objects/MarchingCubes.js';
import type { HeatField } from '../film/heat-field.ts';

/** Triangles of a surface, three points of three coordinates each, m in the block. */
export type Triangles = Float32Array<ArrayBuffer>;

/** Corners of a cell of the tables: steps along x, y and z. */
const corners = [
  [0, 0, 0],
  [1, 0, 0],
  [0, 1, 0],
  [1, 1, 0],
  [0, 0, 1],
  [1, 0, 1],
  [0, 1, 1],
  [1, 1, 1],
] as const;

/** Corners as bits of the index of the tables, in their order. */
const bits = [1, 2, 8, 4, 16, 32, 128, 64] as const;

/** Ends of the twelve edges of the tables, as corners. */
const edges = [
  [0, 1],
  [1, 3],
  [2, 3],
  [0, 2],
  [4, 5],
  [5, 7],
  [6, 7],
  [4, 6],
  [0, 4],
  [1, 5],
  [3, 7],
  [2, 6],
] as const;

type Point = readonly [number, number, number];

const crossing = (from: Point, to: Point, share: number): Point => [
  from[0] + share * (to[0] - from[0]),
  from[1] + share * (to[1] - from[1]),
  from[2] + share * (to[2] - from[2]),
];

interface Cell {
  readonly values: readonly number[];
  readonly places: readonly Point[];
}

const indexOf = ({ values }: Cell, level: number): number =>
  values.reduce((index, value, corner) => (value < level ? index | (bits[corner] ?? 0) : index), 0);

const pointOn = ({ values, places }: Cell, level: number, edge: number): Point => {
  const [a, b] = edges[edge] ?? [0, 0];
  const [low, high] = [values[a] ?? 0, values[b] ?? 0];
  const share = high === low ? 0.5 : (level - low) / (high - low);
  return crossing(places[a] ?? [0, 0, 0], places[b] ?? [0, 0, 0], share);
};

const addTriangles = (cell: Cell, level: number, out: number[]): void => {
  const index = indexOf(cell, level);
  if ((edgeTable[index] ?? 0) === 0) return;
  for (let n = 16 * index; (triTable[n] ?? -1) >= 0; n += 1) {
    const [x, y, z] = pointOn(cell, level, triTable[n] ?? 0);
    out.push(x, y, z);
  }
};

/** Cells through which a surface passes, by the number of their first corner and its place along the axes. */
const crossed = (
  { film: { axes }, values }: HeatField,
  level: number,
  visit: (first: number, at: readonly [number, number, number]) => void,
): void => {
  const [nx, ny, nz] = [axes.x.length, axes.y.length, axes.z.length];
  const layer = nx * ny;
  const isIn = (n: number): number => ((values[n] ?? 0) >= level ? 1 : 0);
  // Of the four corners with one x, so that each is looked at once.
  const above = (n: number): number => isIn(n) + isIn(n + nx) + isIn(n + layer) + isIn(n + nx + layer);
  for (let k = 0; k < nz - 1; k += 1) {
    for (let j = 0; j < ny - 1; j += 1) {
      const row = nx * (j + ny * k);
      let left = above(row);
      for (let i = 0; i < nx - 1; i += 1) {
        const right = above(row + i + 1);
        const sum = left + right;
        if (sum > 0 && sum < corners.length) visit(row + i, [i, j, k]);
        left = right;
      }
    }
  }
};

/**
 * The surface on which a field has a level, by marching cubes between the centres of the cells (tables of three.js).
 * Only of a block: other geometries have no cells in three directions.
 */
export const levelSurface = (field: HeatField, level: number): Triangles => {
  const { axes, centre, geometry } = field.film;
  if (geometry !== 'block') return new Float32Array();
  const [row, layer] = [axes.x.length, axes.x.length * axes.y.length];
  const out: number[] = [];
  crossed(field, level, (first, [i, j, k]) => {
    const values = corners.map(([a, b, c]) => field.values[first + a + row * b + layer * c] ?? 0);
    const places = corners.map(([a, b, c]): Point => [
      (axes.x[i + a] ?? 0) + centre.x,
      (axes.y[j + b] ?? 0) + centre.y,
      axes.z[k + c] ?? 0,
    ]);
    addTriangles({ values, places }, level, out);
  });
  return Float32Array.from(out);
};
