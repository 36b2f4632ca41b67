import { axes } from '../grid/mesh.ts';
import type { Kernels, KernelTable } from '../kernels/kernels.ts';
import { createCellField, type CellField, type Layout } from './cell-field.ts';
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

function refreshLevel(kernels: Kernels, { network, weight, down }: Level): void {
  const { layout, x, y, z, anchor } = network;
  const { row, plane, nz } = layout;
  const run = kernels.runOver(plane * nz);
  run.relaxationWeights(x.offset, y.offset, z.offset, anchor.offset, weight.offset, row, plane, 0, nz);
  down?.refresh();
}

function descend(kernels: Kernels, levels: readonly Level[], l: number): void {
  const level = levels[l];
  const { u, rest, down } = level;
  if (down === undefined) {
    solveCoarsest(kernels, level);
    return;
  }
  relaxFromZero(kernels, level);
  down.gather(rest.offset, levels[l + 1].b.offset);
  descend(kernels, levels, l + 1);
  down.addSpread(levels[l + 1].u.offset, u.offset);
  sweep(kernels, level, 1);
}

function solveCoarsest(kernels: Kernels, level: Level): void {
  relaxFromZero(kernels, level);
  for (let n = 0; n < COARSEST_SWEEPS; n++) sweep(kernels, level, 0);
  // As many sweeps back as forth: the step is then symmetric.
  for (let n = 0; n <= COARSEST_SWEEPS; n++) sweep(kernels, level, 1);
}

/**
 * Elements that a slab holds: what is done to it in several passes is then still in the cache. The cells of a level with no
 * more than that are one slab, and a kernel is called once for all of them.
 */
const SLAB = 16384;
/** The same for two threads, each with a cache of its own and a word to say for every call. */
const WIDE_SLAB = 4 * SLAB;

const slabOf = ({ hasHelper }: Kernels): number => (hasHelper ? WIDE_SLAB : SLAB);

const planesAtOnce = (kernels: Kernels, { plane }: Layout): number =>
  Math.max(1, Math.floor(slabOf(kernels) / plane));

/** Kernels for slabs of a level. */
const runOverSlabs = (kernels: Kernels, { plane, nz }: Layout): KernelTable =>
  kernels.runOver(Math.min(slabOf(kernels), plane * nz));

/** u relaxed once from 0, and what remains of b. Slab by slab, each pass a plane behind the one before. */
function relaxFromZero(kernels: Kernels, level: Level): void {
  const { u, b, rest, weight, network } = level;
  const { layout, x, y, z, anchor } = network;
  const { row, plane, nz } = layout;
  const run = runOverSlabs(kernels, layout);
  const slab = planesAtOnce(kernels, layout);
  for (let k = 0; k < nz + 2; k += slab) {
    const [started, relaxed, done] = [0, 1, 2].map((lag) => behind(k, slab, lag, nz));
    run.startRows(u.offset, b.offset, weight.offset, row, plane, started[0], started[1]);
    relax(run, level, 1, relaxed);
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
      done[0],
      done[1],
    );
  }
}

/** Planes of a slab that begins at k, of a pass that lags behind; none where it has not begun or is over. */
function behind(k: number, slab: number, lag: number, nz: number): readonly [number, number] {
  const from = Math.max(0, k - lag);
  const isLast = k + slab >= nz + 2;
  return [Math.min(from, nz), isLast ? nz : Math.min(nz, Math.max(0, k + slab - lag))];
}

/** Both colours, `first` before the other; the other follows a plane behind. */
function sweep(kernels: Kernels, level: Level, first: 0 | 1): void {
  const { layout } = level.network;
  const run = runOverSlabs(kernels, layout);
  const slab = planesAtOnce(kernels, layout);
  for (let k = 0; k < layout.nz + 2; k += slab) {
    relax(run, level, first, behind(k, slab, 0, layout.nz));
    relax(run, level, 1 - first, behind(k, slab, 1, layout.nz));
  }
}

function relax(
  run: KernelTable,
  { network, u, b, weight }: Level,
  colour: number,
  [from, to]: readonly [number, number],
): void {
  const { layout, x, y, z } = network;
  run.relaxRows(
    u.offset,
    x.offset,
    y.offset,
    z.offset,
    b.offset,
    weight.offset,
    colour,
    layout.row,
    layout.plane,
    from,
    to,
  );
}
