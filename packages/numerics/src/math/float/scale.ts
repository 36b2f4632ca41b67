/** Powers of two and multiplication by them, with one rounding at most. */

const LEAST = -1074;
const GREATEST = 1023;

const POWERS = new Float64Array(GREATEST - LEAST + 1);
for (let k = 0, power = 1; k <= GREATEST; k++, power *= 2) POWERS[k - LEAST] = power;
for (let k = 0, power = 1; k >= LEAST; k--, power /= 2) POWERS[k - LEAST] = power;

/** 2^k for -1074 ≤ k ≤ 1023. */
export function powerOfTwo(k: number): number {
  return POWERS[k - LEAST];
}

/**
 * x · 2^k for x in [2^-60, 4) and any k ≥ -1200. Where the result is subnormal the first
 * factor keeps the product normal, so that only the last multiplication rounds.
 */
export function scale(x: number, k: number): number {
  if (k >= -960 && k <= GREATEST) return x * POWERS[k - LEAST];
  if (k > GREATEST) return x * POWERS[GREATEST - LEAST] * POWERS[Math.min(k - GREATEST, GREATEST) - LEAST];
  return x * POWERS[Math.max(k + 300, LEAST) - LEAST] * POWERS[-300 - LEAST];
}
