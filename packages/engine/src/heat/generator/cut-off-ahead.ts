import type { Generator } from './generator.ts';
import type { GeneratorState } from './run-generator.ts';

/** Impedances of the tissue between the poles of each channel, ohm, in the middle of a step, s. */
export interface Seen {
  readonly time: number;
  readonly impedances: readonly number[];
}

/**
 * When the line through the impedances of the step before and of this one meets a bound at which a channel switches off,
 * or on again, s; Infinity where none is met after the middle of the step before. A step that ends there misses the
 * switch by an error of second order.
 */
export const cutOffAhead = (
  { channels }: Generator,
  state: GeneratorState,
  before: Seen,
  here: Seen,
): number => {
  const times = channels.map(({ cutOff, pulses, seriesResistance }, c) => {
    const own = state[c];
    if (cutOff === undefined || own === undefined || own.pulse < 0) return Infinity;
    const bound = own.isCut ? cutOff.restartBelow : cutOff.above;
    if (bound === undefined) return Infinity;
    const [first, last] = [before.impedances[c] ?? NaN, here.impedances[c] ?? NaN];
    const slope = (last - first) / (here.time - before.time);
    if (!(own.isCut ? slope < 0 : slope > 0)) return Infinity;
    const met = here.time + (bound - seriesResistance - last) / slope;
    if (!(met > before.time)) return Infinity;
    return own.isCut ? met : Math.max(met, (pulses[own.pulse]?.from ?? 0) + cutOff.blanking);
  });
  return Math.min(Infinity, ...times);
};
