import { axes, type Axis } from '../grid/mesh.ts';
import type { Kernels, KernelTable } from '../kernels/kernels.ts';
import { createCellField, type CellField } from './cell-field.ts';
import { mergedLayout } from './merging.ts';
import { createNetwork, type Network } from './network.ts';

/** From a network to one with cells merged along one axis. */
interface Pass {
  readonly axis: Axis;
  readonly fine: Network;
  readonly coarse: Network;
  /** Offset of the first children of coarse cells. */
  readonly first: number;
  /** Shares of the neighbours in the values of children; see pairShares. */
  readonly low: CellField;
  readonly high: CellField;
}

/** Between a network and one with cells merged along some axes. */
export interface Transfer {
  readonly coarse: Network;
  /** Makes the coarse network from the fine one. */
  readonly refresh: () => void;
  /** coarse = what the transpose of addSpread makes of fine. */
  readonly gather: (fine: number, coarse: number) => void;
  /** fine += coarse, interpolated by resistances. */
  readonly addSpread: (coarse: number, fine: number) => void;
}

/** `scratch`: offsets of two fields as large as those of `fine`. */
export function createTransfer(
  kernels: Kernels,
  fine: Network,
  merged: Readonly<Record<Axis, readonly number[] | null>>,
  scratch: readonly [number, number],
): Transfer {
  const passes = createPasses(kernels, fine, merged);
  const last = passes.length - 1;
  const upwards = passes.toReversed();
  const through = (from: number, to: number, order: readonly Pass[], act: PassAction) =>
    order.forEach((pass, n) =>
      act(kernels, pass, n === 0 ? from : scratch[(n - 1) % 2], n === last ? to : scratch[n % 2]),
    );
  return {
    coarse: passes[last].coarse,
    refresh: () => passes.forEach((pass) => refreshPass(kernels, pass)),
    gather: (from, to) => through(from, to, passes, gatherPass),
    addSpread: (from, to) =>
      through(from, to, upwards, (_, pass, a, b) =>
        spreadPass(kernels, pass, { from: a, to: b, adds: b === to }),
      ),
  };
}

type PassAction = (kernels: Kernels, pass: Pass, from: number, to: number) => void;

function createPasses(
  kernels: Kernels,
  finest: Network,
  merged: Readonly<Record<Axis, readonly number[] | null>>,
): Pass[] {
  const passes: Pass[] = [];
  // Slow axes first: what remains for x, which goes cell by cell, is then least.
  for (const axis of axes.toReversed()) {
    const children = merged[axis];
    if (children === null) continue;
    const fine: Network = passes.at(-1)?.coarse ?? finest;
    const coarse = createNetwork(kernels, mergedLayout(fine.layout, axis, children.length - 1));
    const first = kernels.doubles(children.length);
    first.data.set(children);
    const field = () => createCellField(kernels, coarse.layout);
    passes.push({ axis, fine, coarse, first: first.offset, low: field(), high: field() });
  }
  return passes;
}

const runOf = (kernels: Kernels, { fine: { layout } }: Pass): KernelTable =>
  kernels.runOver(layout.plane * layout.nz);

/** inner, n, m, outer of pairs.ts for y and z. */
const shapeOf = ({ axis, fine: { layout: fine }, coarse: { layout: coarse } }: Pass) =>
  axis === 'y'
    ? { inner: fine.row, n: fine.ny, m: coarse.ny, outer: fine.nz }
    : { inner: fine.plane, n: fine.nz, m: coarse.nz, outer: 1 };

/** m, rows and number of rows of pairs-x.ts. */
const rowsOf = ({ fine: { layout: fine }, coarse: { layout: coarse } }: Pass) => ({
  m: coarse.nx,
  fineRow: fine.row,
  coarseRow: coarse.row,
  rows: fine.ny * fine.nz,
});

function refreshPass(kernels: Kernels, pass: Pass): void {
  const { axis, fine, coarse } = pass;
  for (const other of axes)
    if (other !== axis) sumPass(kernels, pass, fine[other].offset, coarse[other].offset);
  if (axis === 'x') refreshAlongX(kernels, pass);
  else refreshAlong(kernels, pass, axis);
}

function refreshAlongX(kernels: Kernels, pass: Pass): void {
  const run = runOf(kernels, pass);
  const { fine, coarse, first, low, high } = pass;
  const { m, fineRow, coarseRow, rows } = rowsOf(pass);
  run.seriesPairsX(
    fine.x.offset,
    coarse.x.offset,
    low.offset,
    high.offset,
    first,
    m,
    fineRow,
    coarseRow,
    0,
    rows,
  );
  run.anchorPairsX(
    fine.anchor.offset,
    fine.x.offset,
    coarse.anchor.offset,
    first,
    m,
    fineRow,
    coarseRow,
    0,
    rows,
  );
}

function refreshAlong(kernels: Kernels, pass: Pass, axis: 'y' | 'z'): void {
  const run = runOf(kernels, pass);
  const { first, low, high, fine, coarse } = pass;
  const { inner, n, m, outer } = shapeOf(pass);
  const [from, to] = [fine[axis].offset, coarse[axis].offset];
  run.seriesPairs(from, to, first, inner, n, m, 0, outer, 0, m);
  run.pairShares(from, to, low.offset, high.offset, first, inner, n, m, 0, outer, 0, m);
  run.anchorPairs(fine.anchor.offset, from, coarse.anchor.offset, first, inner, n, m, 0, outer, 0, m);
}

function sumPass(kernels: Kernels, pass: Pass, from: number, to: number): void {
  const run = runOf(kernels, pass);
  if (pass.axis === 'x') {
    const { m, fineRow, coarseRow, rows } = rowsOf(pass);
    run.sumPairsX(from, to, pass.first, m, fineRow, coarseRow, 0, rows);
  } else {
    const { inner, n, m, outer } = shapeOf(pass);
    run.sumPairs(from, to, pass.first, inner, n, m, 0, outer, 0, m);
  }
}

function gatherPass(kernels: Kernels, pass: Pass, from: number, to: number): void {
  const run = runOf(kernels, pass);
  const { first, low, high } = pass;
  if (pass.axis === 'x') {
    const { m, fineRow, coarseRow, rows } = rowsOf(pass);
    run.gatherPairsX(from, to, low.offset, high.offset, first, m, fineRow, coarseRow, 0, rows);
  } else {
    const { inner, n, m, outer } = shapeOf(pass);
    run.gatherPairs(from, to, low.offset, high.offset, first, inner, n, m, 0, outer, 0, m);
  }
}

interface Spread {
  readonly from: number;
  readonly to: number;
  readonly adds: boolean;
}

function spreadPass(kernels: Kernels, pass: Pass, { from, to, adds }: Spread): void {
  const run = runOf(kernels, pass);
  const { first, low, high } = pass;
  const mode = adds ? 1 : 0;
  if (pass.axis === 'x') {
    const { m, fineRow, coarseRow, rows } = rowsOf(pass);
    run.spreadPairsX(from, to, low.offset, high.offset, first, mode, m, fineRow, coarseRow, 0, rows);
  } else {
    const { inner, n, m, outer } = shapeOf(pass);
    run.spreadPairs(from, to, low.offset, high.offset, first, mode, inner, n, m, 0, outer, 0, m);
  }
}
