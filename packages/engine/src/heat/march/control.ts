import { exp, SolverFailed } from '@percuta/numerics';
import type { Measured } from '../generator/run-generator.ts';

type Temperatures = Readonly<Record<string, number>>;

/** What a generator feels over a step. */
export type Felt = Required<Pick<Measured, 'temperatures' | 'step'>>;

/** A step whose output was set by what was felt at first. */
export interface Attempt<Step> {
  readonly step: Step;
  /** Temperatures of the controlled probes at its end, K. */
  readonly to: Temperatures;
  /** A rms of each channel. */
  readonly currents: readonly number[];
}

export interface Controlled<Step> {
  /** Temperatures of the controlled probes at the beginning of the step, K. */
  readonly from: Temperatures;
  /** s. */
  readonly duration: number;
  /** Slopes of the step before, 1/s, to begin with. */
  readonly slopes: Temperatures | undefined;
  /** Takes the step with what the generator puts out when it feels this. */
  readonly attempt: (felt: Felt) => Attempt<Step>;
  /** Currents that it would put out, without the step. */
  readonly currentsFor: (felt: Felt) => readonly number[];
}

export interface Answer<Step> {
  readonly step: Step;
  readonly felt: Felt;
  /** By how much the end of the step falls where a probe is felt to be 1 K warmer, over its duration, 1/s. */
  readonly slopes: Temperatures;
}

// Currents of the step and those that follow from it, relative to each other.
const SAME = 5e-5;
// K, where currents hang on less.
const SAME_TEMPERATURE = 1e-5;
const MOST_ATTEMPTS = 25;
const EVEN = 1e-3;

/**
 * Weight of the end of a step in its mean, of a course that goes exponentially with the exponent z over the step
 * (heat.18): a half for a step that is short to the loop, 1 for one that is long.
 */
export const endWeight = (z: number): number => (z < EVEN ? 0.5 + z / 12 : 1 / (1 - exp(-z)) - 1 / z);

/** What was tried of one probe: felt, and the end that came of it. */
interface Point {
  readonly felt: number;
  readonly end: number;
}

const slopeOf = ([before, last]: readonly Point[], guess: number): number => {
  if (before === undefined || last === undefined || last.felt === before.felt) return guess;
  return Math.max(0, (before.end - last.end) / (last.felt - before.felt));
};

// K; attempts nearer to each other than this do not tell a slope.
const APART = 0.02;

/** The steepest slope between neighbouring attempts: that of the loop where nothing holds the output. */
const loopOf = (points: readonly Point[], guess: number): number => {
  const sorted = [...points].sort((a, b) => a.felt - b.felt);
  const slopes = sorted.flatMap((point, n) => {
    const next = sorted[n + 1];
    return next === undefined || next.felt - point.felt < APART ? [] : [slopeOf([point, next], 0)];
  });
  return slopes.length === 0 ? guess : Math.max(...slopes);
};

interface Next {
  /** Mean over the step as it was taken. */
  readonly mean: number;
  /** What to feel next. */
  readonly felt: number;
  readonly slope: number;
}

/** A secant step within the bracket: the warmer a probe is felt, the cooler its end, so that there is one answer. */
const nextOf = (points: readonly Point[], from: number, guess: number): Next => {
  const loop = loopOf(points, guess);
  const weight = endWeight(loop);
  const means = points.map(({ end }) => (1 - weight) * from + weight * end);
  const below = points.filter(({ felt }, n) => (means[n] ?? NaN) >= felt).map(({ felt }) => felt);
  const above = points.filter(({ felt }, n) => (means[n] ?? NaN) < felt).map(({ felt }) => felt);
  const [low, high] = [Math.max(-Infinity, ...below), Math.min(Infinity, ...above)];
  const last = points[points.length - 1]?.felt ?? NaN;
  const mean = means[means.length - 1] ?? NaN;
  const secant = last + (mean - last) / (1 + weight * slopeOf(points.slice(-2), loop));
  const isInside = secant > low && secant < high;
  return { mean, slope: loop, felt: isInside || !Number.isFinite(low + high) ? secant : (low + high) / 2 };
};

const isSame = (a: readonly number[], b: readonly number[]): boolean =>
  a.every(
    (value, c) => Math.abs(value - (b[c] ?? NaN)) <= SAME * Math.max(Math.abs(value), Math.abs(b[c] ?? NaN)),
  );

const mapped = (keys: Temperatures, of: (probe: string) => number): Record<string, number> =>
  Object.fromEntries(Object.keys(keys).map((probe) => [probe, of(probe)]));

/**
 * A step in which controls answer the means of their probes over the step itself. Felt temperatures are sought for
 * which the step gives just these means; so a loop that is faster than a step is stable, and errors fall as the
 * square of the step. Throws SolverFailed with the misses (K) where none are found.
 */
export const answered = <Step>({
  from,
  duration,
  slopes,
  attempt,
  currentsFor,
}: Controlled<Step>): Answer<Step> => {
  const points = new Map<string, Point[]>(Object.keys(from).map((probe) => [probe, []]));
  const misses: number[] = [];
  let felt = from;
  for (let n = 0; n < MOST_ATTEMPTS; n++) {
    const tried = attempt({ temperatures: felt, step: { duration, from, to: from } });
    const next = new Map(
      [...points].map(([probe, list]) => {
        list.push({ felt: felt[probe] ?? NaN, end: tried.to[probe] ?? NaN });
        return [probe, nextOf(list, from[probe] ?? NaN, (slopes?.[probe] ?? 0) * duration)];
      }),
    );
    const means = mapped(from, (probe) => next.get(probe)?.mean ?? NaN);
    const final = { temperatures: means, step: { duration, from, to: tried.to } };
    misses.push(
      Math.max(
        0,
        ...Object.keys(from).map((probe) => Math.abs((means[probe] ?? NaN) - (felt[probe] ?? NaN))),
      ),
    );
    if ((misses[n] ?? NaN) <= SAME_TEMPERATURE || isSame(tried.currents, currentsFor(final))) {
      return {
        step: tried.step,
        felt: final,
        slopes: mapped(from, (probe) => (next.get(probe)?.slope ?? 0) / duration),
      };
    }
    felt = mapped(from, (probe) => next.get(probe)?.felt ?? NaN);
  }
  throw new SolverFailed('temperature control', 'not converged', misses);
};
