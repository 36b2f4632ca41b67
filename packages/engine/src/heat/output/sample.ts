import type { Direction, HeatGrid } from '../grid/heat-grid.ts';
import type { Point } from '../problem/heat-problem.ts';
import { alongRow, type Face, type Node } from './row.ts';

/** A field as it is sampled: what each cell holds, and what holds at the ends of the axes. */
export interface Sampled {
  readonly grid: HeatGrid;
  /** Undefined for a cell that does not count. */
  readonly nodeOf: (cell: number) => Node | undefined;
  readonly faceOf: (axis: Direction, atEnd: boolean) => Face;
}

const unknown: Face = { kind: 'unknown' };

/**
 * Value of a field at a point, up to the sides: bent along each axis by the parabolas through three centres, by those to
 * their border where two fillings meet, and towards a side by what holds there. NaN where no cell about the point counts.
 */
export const sampled = ({ grid, nodeOf, faceOf }: Sampled, at: Point): number => {
  const { x, y, z } = grid;
  const ends = (axis: Direction) => ({ start: faceOf(axis, false), end: faceOf(axis, true) });
  const [endsX, endsY, endsZ] = [ends('x'), ends('y'), ends('z')];
  const inRow = (j: number, k: number): Node | undefined =>
    alongRow({ axis: x, node: (i) => nodeOf(i + x.count * (j + y.count * k)), ...endsX }, at.x);
  const inPlane = (k: number): Node | undefined =>
    alongRow({ axis: y, node: (j) => inRow(j, k), ...endsY }, at.y);
  return alongRow({ axis: z, node: inPlane, ...endsZ }, at.z)?.value ?? NaN;
};

/** The same of values alone. Cells that are `left` out do not count. */
export const sampleAt = (grid: HeatGrid, values: Float64Array, at: Point, left?: Uint8Array): number =>
  sampled(
    {
      grid,
      nodeOf: (cell) =>
        left !== undefined && left[cell] > 0
          ? undefined
          : { value: values[cell], filling: 0, conductivity: NaN },
      faceOf: () => unknown,
    },
    at,
  );
