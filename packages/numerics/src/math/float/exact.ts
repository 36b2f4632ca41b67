/**
 * Error-free transformations: the rounding error of one sum or product is itself a double.
 * Knuth's two-sum, Veltkamp's split and Dekker's product (Dekker, Numer. Math. 18:224, 1971).
 */

// 2^27 + 1 cuts a double into two halves of at most 26 bits, whose products are exact.
const SPLITTER = 134217729;

/** a + b - sum, exactly, for sum = a + b rounded. */
export function sumError(a: number, b: number, sum: number): number {
  const bRounded = sum - a;
  return a - (sum - bRounded) + (b - bRounded);
}

/** a · b - product, exactly, for product = a · b rounded; |a|, |b| < 2^995, product ≥ 2^-968 or 0. */
export function productError(a: number, b: number, product: number): number {
  const aScaled = SPLITTER * a;
  const aHigh = aScaled - (aScaled - a);
  const aLow = a - aHigh;
  const bScaled = SPLITTER * b;
  const bHigh = bScaled - (bScaled - b);
  const bLow = b - bHigh;
  return aLow * bLow - (product - aHigh * bHigh - aLow * bHigh - aHigh * bLow);
}
