import { exp, log } from '@percuta/numerics';
import type { Course, Piece } from '../problem/heat-problem.ts';
import type { Kinetics } from './kinetics.ts';
import { bendsOfKinetics, logRate, rateAt } from './rate.ts';

/** Three-point Gauss rule on (0, 1). */
const root35 = Math.sqrt(3 / 5);
const nodes = [(1 - root35) / 2, 1 / 2, (1 + root35) / 2];
const weights = [5 / 18, 8 / 18, 5 / 18];

/**
 * Largest change of ln rate between the outer nodes of a panel, 0.65 over the whole of it. The rule errs by
 * 5e-7 s^6 of a panel whose ln rate changes by s: below 4e-8.
 */
const widestPanel = 0.5;

/** A stretch of a course: temperature (K) as a monotone function of the time within it (s). */
interface Stretch {
  readonly duration: number;
  readonly temperature: (time: number) => number;
  /** When the temperature is reached, s; only for temperatures within the stretch. */
  readonly timeOf: (temperature: number) => number;
}

/**
 * Omega (CEM43: seconds) that a linear change from one temperature (K) to another within `duration` (s) adds:
 * equation (heat.11). What a solver adds after each accepted step, exact to 4e-8 however long the step.
 */
export const damageOfStep = (kinetics: Kinetics, from: number, to: number, duration: number): number =>
  damageOfStretch(kinetics, linear(from, to, duration));

/** Omega (CEM43: seconds) at the end of a prescribed course of temperature. */
export const damageOfCourse = (kinetics: Kinetics, course: Course): number => {
  let total = 0;
  let temperature = course.start;
  for (const piece of course.pieces) {
    const stretch = stretchOf(piece, temperature);
    total += damageOfStretch(kinetics, stretch);
    temperature = stretch.temperature(stretch.duration);
  }
  return total;
};

const stretchOf = (piece: Piece, start: number): Stretch => {
  if (piece.kind === 'linear') return linear(start, piece.to, piece.duration);
  const { towards, time, duration } = piece;
  return {
    duration,
    temperature: (t) => towards + (start - towards) * exp(-t / time),
    timeOf: (temperature) => -time * log((temperature - towards) / (start - towards)),
  };
};

const linear = (from: number, to: number, duration: number): Stretch => ({
  duration,
  temperature: (t) => from + (to - from) * (t / duration),
  timeOf: (temperature) => duration * ((temperature - from) / (to - from)),
});

/** Panels end where the rate jumps or bends, so that each is smooth. */
const damageOfStretch = (kinetics: Kinetics, stretch: Stretch): number => {
  if (stretch.duration === 0) return 0;
  const [start, end] = [stretch.temperature(0), stretch.temperature(stretch.duration)];
  const [low, high] = start < end ? [start, end] : [end, start];
  const cuts = bendsOfKinetics(kinetics)
    .filter((bend) => bend > low && bend < high)
    .map((bend) => stretch.timeOf(bend))
    .sort((a, b) => a - b);
  const knots = [0, ...cuts, stretch.duration];
  return knots.slice(1).reduce((total, to, i) => total + panel(kinetics, stretch, knots[i] ?? 0, to), 0);
};

/** Bisects until ln rate changes little over a panel, then takes the rule. */
const panel = (kinetics: Kinetics, stretch: Stretch, from: number, to: number): number => {
  const width = to - from;
  const at = (share: number): number => stretch.temperature(from + share * width);
  const middle = from + width / 2;
  // Inside the panel, where no rounding of a cut falls on the wrong side of a jump.
  const change = Math.abs(logRate(kinetics, at(nodes[2] ?? 1)) - logRate(kinetics, at(nodes[0] ?? 0)));
  if (change > widestPanel && middle > from && middle < to) {
    return panel(kinetics, stretch, from, middle) + panel(kinetics, stretch, middle, to);
  }
  return width * nodes.reduce((sum, node, i) => sum + (weights[i] ?? 0) * rateAt(kinetics, at(node)), 0);
};
