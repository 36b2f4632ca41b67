import { axes } from '../grid/mesh.ts';
import type { Kernels } from '../kernels/kernels.ts';
import { createCellField, type CellField } from './cell-field.ts';
import { mergedWidths, mergeNarrow, type Widths } from './merging.ts';
import type { Network } from './network.ts';
import { createTransfer, type Transfer } from './transfer.ts';

interface Level {
  readonly network: Network;
  readonly weight: CellField;
  readonly u: CellField;
  readonly b: CellField;
  readonly rest: CellField;
  /** To the next coarser level; none on the last. */
  readonly down: Transfer | undefined;
}

/** One V-cycle for A z = r on a network. */
export interface Multigrid {
  /** Makes the coarse networks anew after the links or anchors of the finest have changed. */
  readonly refresh: () => void;
  /** Makes z of r. */
  readonly cycle: () => void;
  readonly residual: CellField;
  readonly correction: CellField;
  /** Cells of each level. */
  readonly sizes: readonly number[];
}

/** A level with no more cells than this is the last. */
const FEW = 4;
const COARSEST_SWEEPS = 12;

/** Levels for a network with cells of the given widths. Throws MemoryExceeded. */
export function createMultigrid(kernels: Kernels, finest: Network, widths: Widths): Multigrid {
  const levels = createLevels(kernels, finest, widths);
  return {
    refresh: () => levels.forEach((level) => refreshLevel(kernels, level)),
    cycle: () => descend(kernels, levels, 0),
    residual: levels[0].b,
    correction: levels[0].u,
    sizes: levels.map(({ network: { layout } }) => layout.nx * layout.ny * layout.nz),
  };
}

function createLevels(kernels: Kernels, finest: Network, finestWidths: Widths): Level[] {
  const scratch = [0, 1].map(() => createCellField(kernels, finest.layout).offset);
  const levels: Level[] = [];
  let [network, widths]: [Network | undefined, Widths] = [finest, finestWidths];
  while (network !== undefined) {
    const { layout }: Network = network;
    const merged = mergeNarrow(widths);
    const isLast: boolean = layout.nx * layout.ny * layout.nz <= FEW;
    const down: Transfer | undefined = isLast
      ? undefined
      : createTransfer(kernels, network, merged, [scratch[0], scratch[1]]);
    const field = () => createCellField(kernels, layout);
    levels.push({ network, weight: field(), u: field(), b: field(), rest: field(), down });
    network = down?.coarse;
    const next = axes.map((axis) => {
      const first = merged[axis];
      return [axis, first === null ? widths[axis] : mergedWidths(widths[axis], first)];
    });
    widths = Object.fromEntries(next) as Widths; // one entry for each axis
  }
  return levels;
}

function refreshLevel({ run }: Kernels, { network, weight, down }: Level): void {
  const { layout, x, y, z, anchor } = network;
  const { row, plane, nz } = layout;
  run.relaxationWeights(x.offset, y.offset, z.offset, anchor.offset, weight.offset, row, plane, 0, nz);
  down?.refresh();
}

function descend(kernels: Kernels, levels: readonly Level[], l: number): void {
  const level = levels[l];
  const { u, b, rest, weight, down } = level;
  const { layout, x, y, z, anchor } = level.network;
  const { row, plane, nz } = layout;
  const { run } = kernels;
  run.startRows(u.offset, b.offset, weight.offset, row, plane, 0, nz);
  relax(kernels, level, 1);
  if (down === undefined) {
    // As many sweeps back as forth: the coarsest step is then symmetric.
    for (let n = 0; n < COARSEST_SWEEPS; n++) for (const colour of [0, 1]) relax(kernels, level, colour);
    for (let n = 0; n < COARSEST_SWEEPS; n++) for (const colour of [1, 0]) relax(kernels, level, colour);
    return;
  }
  run.remainder(
    u.offset,
    x.offset,
    y.offset,
    z.offset,
    anchor.offset,
    b.offset,
    rest.offset,
    row,
    plane,
    0,
    nz,
  );
  down.gather(rest.offset, levels[l + 1].b.offset);
  descend(kernels, levels, l + 1);
  down.addSpread(levels[l + 1].u.offset, u.offset);
  relax(kernels, level, 1);
  relax(kernels, level, 0);
}

function relax({ run }: Kernels, { network, u, b, weight }: Level, colour: number): void {
  const { layout, x, y, z } = network;
  const { row, plane, nz } = layout;
  run.relaxRows(u.offset, x.offset, y.offset, z.offset, b.offset, weight.offset, colour, row, plane, 0, nz);
}
