import { BadInput } from '../../error.ts';
import type { Material } from '../material/material.ts';
import type { HeatProblem } from '../problem/heat-problem.ts';
import type { HeatGrid } from './heat-grid.ts';

/** Which material fills which cell. */
export interface Medium {
  readonly materials: readonly Material[];
  /** Index into `materials`, one a cell. */
  readonly ofCell: Uint8Array;
  /** Index into the problem's layers, one a cell. */
  readonly layerOfCell: Uint8Array;
}

const materialOf = (materials: readonly Material[], name: string, layer: number): number => {
  const index = materials.findIndex((material) => material.name === name);
  if (index >= 0) return index;
  throw new BadInput([
    {
      path: `layers[${layer}].material`,
      given: name,
      problem: 'no material of this name',
      allowed: materials.map((material) => material.name).join(', '),
      remedy: 'name a material of the problem, or add one',
    },
  ]);
};

/** Layer of each cell along the axis of depth (or radius); the last goes on to the end. */
const layersAlong = ({ layers }: HeatProblem, start: number, centres: Float64Array): Uint8Array =>
  Uint8Array.from(centres, (centre) => {
    let end = start;
    const found = layers.findIndex(({ thickness }) => centre < (end += thickness));
    return found < 0 ? layers.length - 1 : found;
  });

/** The materials of a grid; layers lie by depth, in a radial line by radius. */
export const mediumOf = (problem: HeatProblem, grid: HeatGrid): Medium => {
  const isRadial = grid.z.count === 1 && grid.x.metric !== 'slab' && problem.domain?.kind === 'line';
  const axis = isRadial ? grid.x : grid.z;
  const start = problem.domain?.kind === 'line' ? problem.domain.from : 0;
  const along = layersAlong(problem, start, axis.centres);
  const materials = problem.layers.map(({ material }, n) => materialOf(problem.materials, material, n));
  const plane = grid.x.count * grid.y.count;
  const layerOfCell = new Uint8Array(grid.cells);
  for (let cell = 0; cell < grid.cells; cell++) {
    layerOfCell[cell] = along[isRadial ? cell % grid.x.count : Math.floor(cell / plane)];
  }
  return {
    materials: problem.materials,
    ofCell: layerOfCell.map((layer) => materials[layer]),
    layerOfCell,
  };
};
