/**
 * Factors of RKL2 with s stages (C. D. Meyer, D. S. Balsara, T. D. Aslam, J. Comput. Phys. 257:594, 2014, eqs 16
 * and 17), for changes d_j = Y_j - Y_0: since the factors of Y_{j-1}, Y_{j-2} and Y_0 add up to 1, Y_0 drops out.
 */

const b = (j: number): number => (j < 2 ? 1 / 3 : (j * j + j - 2) / (2 * j * (j + 1)));
const w = (stages: number): number => 4 / (stages * stages + stages - 2);

/** d₁ over dt times the rate at the beginning. */
export function firstFactor(stages: number): number {
  return b(1) * w(stages);
}

export interface StageFactors {
  /** Of d_{j-1} and d_{j-2}. */
  readonly mu: number;
  readonly nu: number;
  /** Of dt times the rate at stage j - 1, and at the beginning. */
  readonly now: number;
  readonly start: number;
}

export function stageFactors(j: number, stages: number): StageFactors {
  const mu = (((2 * j - 1) / j) * b(j)) / b(j - 1);
  const nu = ((-(j - 1) / j) * b(j)) / b(j - 2);
  const now = mu * w(stages);
  return { mu, nu, now, start: -(1 - b(j - 1)) * now };
}

/**
 * The least odd number of stages, 3 or more, that is stable for a step of `ratio` times the longest explicit step:
 * ratio ≤ (s² + s - 2) / 4. Odd, because the fastest waves are then damped rather than alternating.
 */
export function stagesFor(ratio: number): number {
  const least = Math.ceil((Math.sqrt(9 + 16 * ratio) - 1) / 2);
  return Math.max(3, least + (least % 2 === 0 ? 1 : 0));
}
