import { broydenStep, exp, SolverFailed } from '@percuta/numerics';
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

/** Under which it fails. */
export const controlName = 'temperature control';
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

/** The means of one probe over the steps that were taken, and how it answers. */
interface Course {
  readonly points: readonly Point[];
  readonly means: readonly number[];
  readonly loop: number;
  readonly weight: number;
}

const courseOf = (points: readonly Point[], from: number, guess: number): Course => {
  const loop = loopOf(points, guess);
  const weight = endWeight(loop);
  return { points, loop, weight, means: points.map(({ end }) => (1 - weight) * from + weight * end) };
};

/** A secant step within the bracket: the warmer a probe is felt, the cooler its end, so that there is one answer. */
const feltAlone = ({ points, means, loop, weight }: Course): number => {
  const below = points.filter(({ felt }, n) => (means[n] ?? NaN) >= felt).map(({ felt }) => felt);
  const above = points.filter(({ felt }, n) => (means[n] ?? NaN) < felt).map(({ felt }) => felt);
  const [low, high] = [Math.max(-Infinity, ...below), Math.min(Infinity, ...above)];
  const last = points[points.length - 1]?.felt ?? NaN;
  const mean = means[means.length - 1] ?? NaN;
  const secant = last + (mean - last) / (1 + weight * slopeOf(points.slice(-2), loop));
  const isInside = secant > low && secant < high;
  return isInside || !Number.isFinite(low + high) ? secant : (low + high) / 2;
};

/** Probes that warm each other have no bracket of their own: what one of them should feel hangs on the others. */
const feltTogether = (courses: readonly Course[]): number[] => {
  const [first] = courses;
  const looked = (first?.points ?? []).map((_, n) => ({
    at: courses.map(({ points }) => points[n]?.felt ?? NaN),
    values: courses.map(({ points, means }) => (means[n] ?? NaN) - (points[n]?.felt ?? NaN)),
  }));
  return broydenStep(
    looked,
    courses.map(({ weight, loop }) => -1 - weight * loop),
  );
};

const feltNext = (courses: readonly Course[]): number[] => {
  const [first] = courses;
  return first !== undefined && courses.length === 1 ? [feltAlone(first)] : feltTogether(courses);
};

const isSame = (a: readonly number[], b: readonly number[]): boolean =>
  a.every(
    (value, c) => Math.abs(value - (b[c] ?? NaN)) <= SAME * Math.max(Math.abs(value), Math.abs(b[c] ?? NaN)),
  );

const named = (probes: readonly string[], of: (n: number) => number): Record<string, number> =>
  Object.fromEntries(probes.map((probe, n) => [probe, of(n)]));

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
  const probes = Object.keys(from);
  const points = probes.map((): Point[] => []);
  const misses: number[] = [];
  let felt = from;
  for (let n = 0; n < MOST_ATTEMPTS; n++) {
    const tried = attempt({ temperatures: felt, step: { duration, from, to: from } });
    const courses = probes.map((probe, i) => {
      const own = points[i] ?? [];
      own.push({ felt: felt[probe] ?? NaN, end: tried.to[probe] ?? NaN });
      return courseOf(own, from[probe] ?? NaN, (slopes?.[probe] ?? 0) * duration);
    });
    const means = named(probes, (i) => courses[i]?.means[n] ?? NaN);
    const final = { temperatures: means, step: { duration, from, to: tried.to } };
    misses.push(
      Math.max(0, ...probes.map((probe) => Math.abs((means[probe] ?? NaN) - (felt[probe] ?? NaN)))),
    );
    if ((misses[n] ?? NaN) <= SAME_TEMPERATURE || isSame(tried.currents, currentsFor(final))) {
      return {
        step: tried.step,
        felt: final,
        slopes: named(probes, (i) => (courses[i]?.loop ?? 0) / duration),
      };
    }
    const next = feltNext(courses);
    felt = named(probes, (i) => next[i] ?? NaN);
  }
  throw new SolverFailed(controlName, 'not converged', misses);
};
