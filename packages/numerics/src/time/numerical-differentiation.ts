/**
 * Coefficients of the numerical differentiation formulas of order 1 to 5 (Shampine and Reichelt, SIAM J Sci
 * Comput 18:1, 1997): kappa trades a little stability for accuracy against the plain backward formulas.
 */
const kappa = [0, -0.185, -1 / 9, -0.0823, -0.0415, 0];

export const highestOrder = 5;

/** Σ 1/i for i up to k. */
export const gamma: readonly number[] = kappa.map((_, k) =>
  Array.from({ length: k }, (__, i) => 1 / (i + 1)).reduce((sum, part) => sum + part, 0),
);
export const alpha: readonly number[] = kappa.map((value, k) => (1 - value) * gamma[k]);
/** The error of a step is this times its correction. */
export const errorWeight: readonly number[] = kappa.map((value, k) => value * gamma[k] + 1 / (k + 1));
