import type { StiffOptions, StiffSystem } from './stiff-system.ts';

/** Root mean square of a vector in units of the error that is allowed at `value`. */
export const scaledNorm = (vector: Float64Array, value: Float64Array, options: StiffOptions): number => {
  let sum = 0;
  for (let n = 0; n < vector.length; n++) {
    const scaled = vector[n] / (options.absolute + options.relative * Math.abs(value[n]));
    sum += scaled * scaled;
  }
  return Math.sqrt(sum / vector.length);
};

/** A first step whose error is small, from the slope and how fast it turns (Hairer, Nørsett, Wanner, II.4). */
export const firstStep = (
  system: StiffSystem,
  start: Float64Array,
  span: number,
  options: StiffOptions,
): number => {
  const slope = new Float64Array(start.length);
  system.rates(start, slope);
  const size = scaledNorm(start, start, options);
  const speed = scaledNorm(slope, start, options);
  const trial = Math.min(span, size < 1e-5 || speed < 1e-5 ? 1e-6 * span : (0.01 * size) / speed);
  const moved = start.map((value, n) => value + trial * slope[n]);
  const turned = new Float64Array(start.length);
  system.rates(moved, turned);
  for (let n = 0; n < start.length; n++) turned[n] -= slope[n];
  const turn = scaledNorm(turned, start, options) / trial;
  const fastest = Math.max(speed, turn);
  const gentle = fastest <= 1e-15 ? Math.max(1e-6 * span, trial * 1e-3) : Math.sqrt(0.01 / fastest);
  return Math.min(100 * trial, gentle, span);
};
