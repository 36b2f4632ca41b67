import { axes, type Axis } from '../grid/mesh.ts';
import { layoutOf, type Layout } from './cell-field.ts';

/** Widths of the cells along each axis. Only their ratios count, and they may be of any unit. */
export type Widths = Readonly<Record<Axis, readonly number[]>>;

/** Neighbours are merged whose sum is no more than this many times the least such sum in the grid. */
const MOST = 1.4;

/**
 * Which cells become one at the next level: neighbours along an axis that together are near the least. So wide cells wait until the narrow ones have become as wide, and links of unlike strength meet ever less. Gives
 * the first child of each coarse cell and the number of cells at the end; null for an axis that stays.
 */
export function mergeNarrow(widths: Widths): Readonly<Record<Axis, readonly number[] | null>> {
  const least = Math.min(...axes.flatMap((axis) => sumsOfTwo(widths[axis])));
  const merged = (axis: Axis) => mergeAxis(widths[axis], MOST * least);
  return { x: merged('x'), y: merged('y'), z: merged('z') };
}

const sumsOfTwo = (widths: readonly number[]): number[] =>
  widths.slice(1).map((width, i) => widths[i] + width);

function mergeAxis(widths: readonly number[], most: number): readonly number[] | null {
  const first: number[] = [];
  for (let i = 0; i < widths.length; i++) {
    first.push(i);
    if (i + 1 < widths.length && widths[i] + widths[i + 1] <= most) i++;
  }
  return first.length === widths.length ? null : [...first, widths.length];
}

/** Widths after merging. */
export function mergedWidths(widths: readonly number[], first: readonly number[]): number[] {
  return first.slice(1).map((end, p) => {
    let sum = 0;
    for (let i = first[p]; i < end; i++) sum += widths[i];
    return sum;
  });
}

export function mergedLayout({ nx, ny, nz }: Layout, axis: Axis, cells: number): Layout {
  return layoutOf(axis === 'x' ? cells : nx, axis === 'y' ? cells : ny, axis === 'z' ? cells : nz);
}
