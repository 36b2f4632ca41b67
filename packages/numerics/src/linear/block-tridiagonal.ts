import { invert } from './invert.ts';

/** Entries that neighbouring blocks share, the same places in every block: value e stands at (rows[e], columns[e]). */
export interface CouplingPattern {
  readonly rows: Int32Array;
  readonly columns: Int32Array;
}

/**
 * A row of dense square blocks D_k with sparse couplings: L_k to the block before, U_k to the block after. Fill
 * `diagonal[k]`, `lower[k]` and `upper[k]`, then `factor`, then `solve` as often as needed.
 */
export interface BlockTridiagonal {
  readonly diagonal: readonly Float64Array[];
  readonly lower: readonly Float64Array[];
  readonly upper: readonly Float64Array[];
  /** Overwrites the blocks by the inverses of S_k = D_k − L_k S_{k−1}⁻¹ U_{k−1}. */
  readonly factor: () => void;
  /** Overwrites b, block after block, by the solution. */
  readonly solve: (b: Float64Array) => void;
}

const multiplyInto = (out: Float64Array, a: Float64Array, x: Float64Array): void => {
  const n = out.length;
  for (let i = 0; i < n; i++) {
    const row = i * n;
    let sum = 0;
    for (let j = 0; j < n; j++) sum += a[row + j] * x[j];
    out[i] = sum;
  }
};

/** Room for `count` blocks of n × n with the given couplings. */
export const createBlockTridiagonal = (
  count: number,
  n: number,
  { rows, columns }: CouplingPattern,
): BlockTridiagonal => {
  const make = (size: number): Float64Array[] => Array.from({ length: count }, () => new Float64Array(size));
  const diagonal = make(n * n);
  const lower = make(rows.length);
  const upper = make(rows.length);
  const product = new Float64Array(n);

  const eliminate = (k: number): void => {
    const inverse = diagonal[k - 1];
    const block = diagonal[k];
    for (let e = 0; e < rows.length; e++) {
      const left = lower[k][e];
      const from = columns[e] * n;
      const to = rows[e] * n;
      if (left === 0) continue;
      for (let f = 0; f < rows.length; f++) {
        block[to + columns[f]] -= left * inverse[from + rows[f]] * upper[k - 1][f];
      }
    }
  };

  const factor = (): void => {
    for (let k = 0; k < count; k++) {
      if (k > 0) eliminate(k);
      invert(diagonal[k], n);
    }
  };

  /** Takes the couplings to the block at `other` off the part of b at `start`. */
  const uncouple = (b: Float64Array, start: number, other: number, values: Float64Array): void => {
    for (let e = 0; e < rows.length; e++) b[start + rows[e]] -= values[e] * b[other + columns[e]];
  };

  const pushed = new Float64Array(n);
  const solve = (b: Float64Array): void => {
    for (let k = 0; k < count; k++) {
      if (k > 0) uncouple(b, k * n, (k - 1) * n, lower[k]);
      multiplyInto(product, diagonal[k], b.subarray(k * n, (k + 1) * n));
      b.set(product, k * n);
    }
    for (let k = count - 2; k >= 0; k--) {
      pushed.fill(0);
      for (let e = 0; e < rows.length; e++) pushed[rows[e]] += upper[k][e] * b[(k + 1) * n + columns[e]];
      multiplyInto(product, diagonal[k], pushed);
      for (let i = 0; i < n; i++) b[k * n + i] -= product[i];
    }
  };

  return { diagonal, lower, upper, factor, solve };
};
