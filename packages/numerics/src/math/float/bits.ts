/**
 * Access to the bits of a double. The views are made once; little-endian memory is assumed,
 * as on every platform that runs WebAssembly.
 */

const double = new Float64Array(1);
const words = new Int32Array(double.buffer);

/** Sign, exponent and the upper 20 bits of the mantissa, as a signed 32-bit integer. */
export function highWord(x: number): number {
  double[0] = x;
  return words[1];
}

/** The lower 32 bits of the mantissa, as a signed 32-bit integer. */
export function lowWord(x: number): number {
  double[0] = x;
  return words[0];
}

/** The double made of two 32-bit halves. */
export function fromWords(high: number, low: number): number {
  words[1] = high;
  words[0] = low;
  return double[0];
}
