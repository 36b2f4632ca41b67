import type { HeatGrid } from './heat-grid.ts';

/** Cells that share a face with a cell. */
export const neighboursOf = ({ x, y, cells }: HeatGrid, cell: number): number[] => {
  const [nx, nxy] = [x.count, x.count * y.count];
  const i = cell % nx;
  const j = Math.floor(cell / nx) % y.count;
  return [
    i > 0 ? cell - 1 : -1,
    i < nx - 1 ? cell + 1 : -1,
    j > 0 ? cell - nx : -1,
    j < y.count - 1 ? cell + nx : -1,
    cell - nxy,
    cell + nxy,
  ].filter((other) => other >= 0 && other < cells);
};
