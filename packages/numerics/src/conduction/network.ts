import type { Kernels } from '../kernels/kernels.ts';
import { createCellField, type CellField, type Layout } from './cell-field.ts';

/**
 * Cells joined by links to the next cell along x, y and z and by an anchor to a fixed level: the sums
 * anchor (level - u) + Σ g (u' - u) of kernels/conduction/network.ts. Links are 0 at borders.
 */
export interface Network {
  readonly layout: Layout;
  readonly x: CellField;
  readonly y: CellField;
  readonly z: CellField;
  readonly anchor: CellField;
}

/** A network without links. Throws MemoryExceeded. */
export function createNetwork(kernels: Kernels, layout: Layout): Network {
  const field = () => createCellField(kernels, layout);
  return { layout, x: field(), y: field(), z: field(), anchor: field() };
}
