import type { DoubleField, Kernels } from '../kernels/kernels.ts';

/** Removes some unknowns from many small systems of one sparse pattern, all places at once. */
export interface PlaceElimination {
  /** Doubles of a row: the places, and up to three more that are not looked at. */
  readonly lead: number;
  /** Row of the matrices of the entry (i, j), or −1 where every place has 0. */
  readonly entry: (i: number, j: number) => number;
  /** Derivatives J of all places, [entries · lead]. */
  readonly slopes: DoubleField;
  /** I − c J, [entries · lead], after `factor` with the Schur complement where both unknowns are kept. */
  readonly matrices: DoubleField;
  /** Right-hand sides and, in the end, solutions, [unknowns · lead]. */
  readonly right: DoubleField;
  /** Makes I − c J and eliminates. */
  readonly factor: (c: number) => void;
  /** Takes the unknowns that are eliminated out of the right-hand sides. */
  readonly forward: () => void;
  /** Puts them back, once the others are solved for. */
  readonly backward: () => void;
}

/**
 * The pattern that the matrices of all places share: how many unknowns there are, which of them are eliminated (by
 * index, from 0), and where entries may stand.
 */
export interface PlacePattern {
  readonly unknowns: number;
  readonly eliminated: readonly number[];
  /** Can the entry (i, j) of a matrix be other than 0? Diagonals always are. */
  readonly has: (i: number, j: number) => boolean;
}

/** An entry below or beside a pivot: its row of values, and the unknown it belongs to. */
interface Entry {
  readonly values: number;
  readonly unknown: number;
}

interface Pivot {
  readonly unknown: number;
  readonly diagonal: number;
  readonly column: readonly Entry[];
  readonly row: readonly Entry[];
  /** [target, left, right] of every entry that changes. */
  readonly updates: readonly (readonly [number, number, number])[];
}

/** Which unknown to eliminate next: the one that fills in least (H. Markowitz, Manage Sci 3:255, 1957). */
const cheapest = (left: readonly number[], filled: ReadonlyMap<number, number>, n: number): number => {
  const [rows, columns] = [new Int32Array(n), new Int32Array(n)];
  for (const key of filled.keys()) {
    rows[Math.floor(key / n)] += 1;
    columns[key % n] += 1;
  }
  const cost = (q: number): number => (rows[q] - 1) * (columns[q] - 1);
  return left.reduce((best, q) => (cost(q) < cost(best) ? q : best), left[0]);
};

/** Works out once what every place will do: pivots in order, with the entries that fill in. */
const planOf = ({ unknowns: n, eliminated, has }: PlacePattern) => {
  const all = Array.from({ length: n }, (_, i) => i);
  const index = new Map<number, number>();
  const open = new Map<number, number>();
  const add = (key: number): void => {
    if (!index.has(key)) index.set(key, index.size);
    open.set(key, index.get(key) ?? 0);
  };
  for (const i of all) for (const j of all) if (i === j || has(i, j)) add(i * n + j);
  const pivots: Pivot[] = [];
  let left = [...eliminated];
  while (left.length > 0) {
    const q = cheapest(left, open, n);
    left = left.filter((other) => other !== q);
    const beside = (key: (other: number) => number): Entry[] =>
      all.flatMap((unknown) => {
        const values = open.get(key(unknown));
        return unknown === q || values === undefined ? [] : [{ unknown, values }];
      });
    const column = beside((i) => i * n + q);
    const row = beside((j) => q * n + j);
    const updates = column.flatMap((i) =>
      row.map((j) => {
        add(i.unknown * n + j.unknown);
        return [open.get(i.unknown * n + j.unknown) ?? 0, i.values, j.values] as const;
      }),
    );
    const diagonal = open.get(q * n + q) ?? 0;
    for (const other of all) {
      open.delete(other * n + q);
      open.delete(q * n + other);
    }
    pivots.push({ unknown: q, diagonal, column, row, updates });
  }
  return { index, pivots };
};

/** What an operation does to its rows t, a and b (kernel runRows). */
const [takeProduct, scale, invert] = [0, 1, 2];
type Operation = readonly [kind: number, t: number, a: number, b: number];

/** The three lists of operations, by byte offsets of the rows of the matrices and of the right-hand sides. */
const operationsOf = (
  pivots: readonly Pivot[],
  matrix: (row: number) => number,
  b: (row: number) => number,
) => {
  const [factor, forward, backward]: [Operation[], Operation[], Operation[]] = [[], [], []];
  for (const { unknown, diagonal, column, updates } of pivots) {
    const own = matrix(diagonal);
    factor.push([invert, own, 0, 0], ...column.map((one): Operation => [scale, matrix(one.values), own, 0]));
    for (const [target, left, right] of updates) {
      factor.push([takeProduct, matrix(target), matrix(left), matrix(right)]);
    }
    for (const one of column) forward.push([takeProduct, b(one.unknown), matrix(one.values), b(unknown)]);
  }
  for (const { unknown, diagonal, row } of pivots.toReversed()) {
    for (const one of row) backward.push([takeProduct, b(unknown), matrix(one.values), b(one.unknown)]);
    backward.push([scale, b(unknown), matrix(diagonal), 0]);
  }
  return { factor, forward, backward };
};

/**
 * Gauss over a fixed order of pivots without exchange of rows, for matrices near the identity or dominated by their
 * diagonal; a pivot of 0 leaves what is no number.
 */
export const createPlaceElimination = (
  pattern: PlacePattern,
  places: number,
  kernels: Kernels,
): PlaceElimination => {
  const { index, pivots } = planOf(pattern);
  const lead = Math.ceil(places / 4) * 4;
  const n = pattern.unknowns;
  const length = index.size * lead;
  const [identity, slopes, matrices] = [0, 1, 2].map(() => kernels.doubles(length));
  const right = kernels.doubles(n * lead);
  const entry = (i: number, j: number): number => index.get(i * n + j) ?? -1;
  for (let i = 0; i < n; i++) identity.data.fill(1, entry(i, i) * lead, (entry(i, i) + 1) * lead);
  const at = (field: DoubleField) => (row: number) => field.offset + 8 * lead * row;
  const operations = operationsOf(pivots, at(matrices), at(right));
  const runnerOf = (list: readonly Operation[]): (() => void) => {
    const program = kernels.doubles(4 * list.length);
    program.data.set(list.flat());
    return () => kernels.run.runRows(program.offset, list.length, lead);
  };
  const eliminate = runnerOf(operations.factor);
  const factor = (c: number): void => {
    kernels.run.subtractScaled(matrices.offset, identity.offset, slopes.offset, c, length);
    eliminate();
  };
  const [forward, backward] = [runnerOf(operations.forward), runnerOf(operations.backward)];
  return { lead, entry, slopes, matrices, right, factor, forward, backward };
};
