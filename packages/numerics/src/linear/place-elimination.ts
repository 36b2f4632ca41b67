/** Removes some unknowns from many small systems of one sparse pattern, all places at once. */
export interface PlaceElimination {
  /** Row of `values` of the entry (i, j), or −1 where every place has 0. */
  readonly entry: (i: number, j: number) => number;
  /** Entries of all places, [entries · places]: the matrices before `factor`; after it, also what is left of the rest. */
  readonly values: Float64Array;
  /** Eliminates; afterwards the entries among the unknowns that are kept are those of the Schur complement. */
  readonly factor: () => void;
  /** Takes the unknowns that are eliminated out of the right-hand sides b, [unknowns · places]. */
  readonly forward: (b: Float64Array) => void;
  /** Puts them back, once the others are solved for. */
  readonly backward: (b: Float64Array) => void;
}

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
  readonly updates: Int32Array;
}

/** Which unknown to eliminate next: the one that fills in least (H. Markowitz, Manage Sci 3:255, 1957). */
const cheapest = (left: readonly number[], filled: ReadonlyMap<number, number>, n: number): number => {
  const count = (of: (other: number) => number): number =>
    Array.from({ length: n }, (_, other) => (filled.has(of(other)) ? 1 : 0)).reduce<number>(
      (sum, one) => sum + one,
      0,
    );
  const cost = (q: number): number => (count((i) => i * n + q) - 1) * (count((j) => q * n + j) - 1);
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
      row.flatMap((j) => {
        add(i.unknown * n + j.unknown);
        return [open.get(i.unknown * n + j.unknown) ?? 0, i.values, j.values];
      }),
    );
    const diagonal = open.get(q * n + q) ?? 0;
    for (const other of all) {
      open.delete(other * n + q);
      open.delete(q * n + other);
    }
    pivots.push({ unknown: q, diagonal, column, row, updates: Int32Array.from(updates) });
  }
  return { index, pivots };
};

/** y = y − a ∘ x over one row each. */
const takeProduct = (
  [y, from]: readonly [Float64Array, number],
  a: Float64Array,
  [left, length]: readonly [number, number],
  [x, right]: readonly [Float64Array, number],
): void => {
  for (let i = 0; i < length; i++) y[from + i] -= a[left + i] * x[right + i];
};

/**
 * Gauss over a fixed order of pivots without exchange of rows, for matrices near the identity or dominated by their
 * diagonal; a pivot of 0 leaves what is no number.
 */
export const createPlaceElimination = (pattern: PlacePattern, places: number): PlaceElimination => {
  const { index, pivots } = planOf(pattern);
  const values = new Float64Array(index.size * places);

  const scale = (out: Float64Array, at: number, by: number): void => {
    for (let i = 0; i < places; i++) out[at + i] *= values[by + i];
  };

  const factor = (): void => {
    for (const { diagonal, column, updates } of pivots) {
      const d = diagonal * places;
      for (let i = 0; i < places; i++) values[d + i] = 1 / values[d + i];
      for (const one of column) scale(values, one.values * places, d);
      for (let u = 0; u < updates.length; u += 3) {
        takeProduct(
          [values, updates[u] * places],
          values,
          [updates[u + 1] * places, places],
          [values, updates[u + 2] * places],
        );
      }
    }
  };

  const forward = (b: Float64Array): void => {
    for (const { unknown, column } of pivots) {
      for (const one of column) {
        takeProduct([b, one.unknown * places], values, [one.values * places, places], [b, unknown * places]);
      }
    }
  };

  const backward = (b: Float64Array): void => {
    for (let q = pivots.length - 1; q >= 0; q--) {
      const { unknown, row, diagonal } = pivots[q];
      for (const one of row) {
        takeProduct([b, unknown * places], values, [one.values * places, places], [b, one.unknown * places]);
      }
      scale(b, unknown * places, diagonal * places);
    }
  };

  const entry = (i: number, j: number): number => index.get(i * pattern.unknowns + j) ?? -1;
  return { entry, values, factor, forward, backward };
};
