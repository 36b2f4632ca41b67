import type { HeatGrid } from '../grid/heat-grid.ts';

/** A link between two materials: its cell and the next along an axis, and their stretches of the way. */
export interface Seam {
  readonly direction: 'x' | 'y' | 'z';
  readonly cell: number;
  readonly other: number;
  readonly own: number;
  readonly next: number;
}

/** The links of a grid that join two materials. */
export const seamsOf = ({ x, y, z, cells }: HeatGrid, ofCell: Uint8Array): Seam[] => {
  const plane = x.count * y.count;
  const along = [
    { direction: 'x', axis: x, step: 1, place: (cell: number) => cell % x.count },
    { direction: 'y', axis: y, step: x.count, place: (cell: number) => Math.floor(cell / x.count) % y.count },
    { direction: 'z', axis: z, step: plane, place: (cell: number) => Math.floor(cell / plane) },
  ] as const;
  const seams: Seam[] = [];
  for (const { direction, axis, step, place } of along) {
    if (axis.count === 1) continue;
    for (const cell of changes(ofCell, cells - step, step)) {
      const n = place(cell);
      if (n < axis.count - 1)
        seams.push({ direction, cell, other: cell + step, own: axis.high[n], next: axis.low[n + 1] });
    }
  }
  return seams;
};

/** Cells before `end` whose material is not that of the cell a step on. */
const changes = (ofCell: Uint8Array, end: number, step: number): number[] => {
  const found: number[] = [];
  for (let cell = 0; cell < end; cell++) if (ofCell[cell] !== ofCell[cell + step]) found.push(cell);
  return found;
};
