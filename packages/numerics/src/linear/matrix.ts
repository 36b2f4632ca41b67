/** Small dense matrices as arrays of rows; every function makes a new one. */
export type Matrix = readonly (readonly number[])[];

/** A B. */
export function multiply(a: Matrix, b: Matrix): number[][] {
  const width = b.length === 0 ? 0 : b[0].length;
  return a.map((row) => {
    const out = Array.from({ length: width }, () => 0);
    for (let k = 0; k < row.length; k++) {
      const factor = row[k];
      const other = b[k];
      if (factor !== 0) for (let j = 0; j < width; j++) out[j] += factor * other[j];
    }
    return out;
  });
}

/** A v. */
export function multiplyVector(a: Matrix, v: readonly number[]): number[] {
  return a.map((row) => dot(row, v));
}

/** Σ a_i b_i in index order. */
export function dot(a: readonly number[], b: readonly number[]): number {
  let total = 0;
  for (let i = 0; i < a.length; i++) total += a[i] * b[i];
  return total;
}

/** Aᵀ. */
export function transpose(a: Matrix): number[][] {
  return a.length === 0 ? [] : a[0].map((_, j) => a.map((row) => row[j]));
}

/** The n × n unit matrix. */
export function identity(n: number): number[][] {
  return Array.from({ length: n }, (_, i) => Array.from({ length: n }, (_, j) => (i === j ? 1 : 0)));
}

/** tr(A B) = Σ A_ij B_ji. */
export function traceOfProduct(a: Matrix, b: Matrix): number {
  let total = 0;
  for (let i = 0; i < a.length; i++) for (let j = 0; j < b.length; j++) total += a[i][j] * b[j][i];
  return total;
}
