/** c[start] + c[start+1] x + ... of count terms, by Horner's rule. */
export function polynomial(
  coefficients: Float64Array,
  x: number,
  start = 0,
  count = coefficients.length,
): number {
  let value = 0;
  for (let k = start + count - 1; k >= start; k--) value = value * x + coefficients[k];
  return value;
}
