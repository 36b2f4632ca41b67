import type { Heating } from '../heating.ts';
import type { ArrayInput } from './array-problem.ts';
import { resistanceSpan, type ResistanceSpan } from './margins.ts';
import { burstsOf, type Burst } from './shot/bursts.ts';

/** What a shot does at one depth. */
export interface BurstHeating {
  /** Of the tips below the surface, m. */
  readonly depth: number;
  /** Start of the first and end of the last pulse, s. */
  readonly from: number;
  readonly to: number;
  /** J into the whole array. */
  readonly energy: number;
  /** Of the first output. */
  readonly resistance: ResistanceSpan;
  /** Highest temperature of tissue until the needles move on, K. */
  readonly peak: number;
}

type Courses = Pick<Heating, 'middles' | 'peaks' | 'channels'>;

const between = (middles: readonly number[], values: readonly number[], from: number, to: number): number[] =>
  values.filter((_, step) => middles[step] > from && middles[step] < to);

/** The course of a shot depth by depth, of a part of the array that stands so many times in it. */
export const burstHeatings = (
  input: ArrayInput,
  { middles, peaks, channels }: Courses,
  copies: number,
): BurstHeating[] => {
  const bursts = burstsOf(input);
  const energyOf = (from: number, to: number): number =>
    copies *
    channels.reduce((sum, { energy }) => {
      const before = between(middles, energy, 0, from).at(-1) ?? 0;
      return sum + (between(middles, energy, 0, to).at(-1) ?? 0) - before;
    }, 0);
  const told = ({ depth, at, pulses }: Burst, n: number): BurstHeating => {
    const until = bursts[n + 1]?.at ?? Infinity;
    const [from, to] = [pulses[0]?.from ?? at, pulses.at(-1)?.to ?? at];
    const resistance = between(middles, channels[0]?.resistance ?? [], at, until).map((ohm) => ohm / copies);
    return {
      depth,
      from,
      to,
      energy: energyOf(at, until),
      resistance: resistanceSpan(resistance),
      peak: Math.max(...between(middles, peaks, at, until)),
    };
  };
  return bursts.map(told);
};
