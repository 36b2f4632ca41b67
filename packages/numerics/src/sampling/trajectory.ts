import { exp } from '../math/exponential/exp.ts';
import { log1p } from '../math/exponential/log1p.ts';
import type { Random } from '../random/random.ts';
import { leapfrog, logJoint, type Point, type Store, type Target } from './target.ts';

/** How far H may rise above its start before a trajectory counts as broken; the value of Stan. */
const largestError = 1000;

export interface Flight {
  readonly target: Target;
  readonly inverseMass: Float64Array;
  readonly step: number;
  readonly maxDepth: number;
  /** What a landing point is taken from: good until the next reset. */
  readonly store: Store;
}

export interface Landing {
  readonly point: Point;
  readonly depth: number;
  readonly isDivergent: boolean;
  /** Mean over the trajectory of min(1, exp(H_0 - H)), which the step size is tuned by. */
  readonly acceptance: number;
  readonly steps: number;
}

/** A stretch of trajectory, ends in order of time; `sum` is the sum of its momenta. */
interface Stretch {
  readonly first: Point;
  readonly last: Point;
  readonly sum: Float64Array;
  readonly chosen: Point;
  readonly logWeight: number;
  readonly mayGrow: boolean;
}

/**
 * One transition of the no-U-turn sampler (M. D. Hoffman, A. Gelman, JMLR 15:1593, 2014) with multinomial
 * choice along the trajectory and the criterion on the sum of momenta (M. Betancourt, arXiv:1701.02434,
 * 2017, appendix A): the trajectory is doubled to and fro until its ends turn towards each other.
 */
export function fly(flight: Flight, from: Point, random: Random): Landing {
  const walk: Walk = { flight, start: logJoint(from, flight.inverseMass), random, tally: newTally() };
  let whole = alone(from, 0);
  let depth = 0;
  while (depth < flight.maxDepth && whole.mayGrow) {
    const direction = random.next() < 0.5 ? -1 : 1;
    const added = grow(walk, direction > 0 ? whole.last : whole.first, direction, depth);
    if (!added.mayGrow) break;
    depth++;
    // The newer half is preferred, which moves further than a fair choice and keeps the density.
    whole = join(walk, [whole, added], direction, added.logWeight - whole.logWeight);
  }
  const { steps, accepted, isDivergent } = walk.tally;
  return { point: whole.chosen, depth, isDivergent, acceptance: steps === 0 ? 0 : accepted / steps, steps };
}

const alone = (point: Point, logWeight: number): Stretch => ({
  first: point,
  last: point,
  sum: point.momentum,
  chosen: point,
  logWeight,
  mayGrow: true,
});

interface Walk {
  readonly flight: Flight;
  /** -H at the start. */
  readonly start: number;
  readonly random: Random;
  readonly tally: { steps: number; accepted: number; isDivergent: boolean };
}

const newTally = () => ({ steps: 0, accepted: 0, isDivergent: false });

/** 2^depth steps on from an end. A stretch that turned or broke inside comes back as not to be grown. */
function grow(walk: Walk, from: Point, direction: number, depth: number): Stretch {
  if (depth === 0) return advance(walk, from, direction);
  const near = grow(walk, from, direction, depth - 1);
  if (!near.mayGrow) return near;
  const far = grow(walk, direction > 0 ? near.last : near.first, direction, depth - 1);
  if (!far.mayGrow) return far;
  return join(walk, [near, far], direction, far.logWeight - logSum(near.logWeight, far.logWeight));
}

function join(
  walk: Walk,
  [near, far]: [Stretch, Stretch],
  direction: number,
  logPreference: number,
): Stretch {
  const isFar = logPreference >= 0 || walk.random.next() < exp(logPreference);
  const [earlier, later] = direction > 0 ? [near, far] : [far, near];
  const sum = walk.flight.store.vector();
  for (let i = 0; i < sum.length; i++) sum[i] = earlier.sum[i] + later.sum[i];
  return {
    first: earlier.first,
    last: later.last,
    sum,
    chosen: isFar ? far.chosen : near.chosen,
    logWeight: logSum(near.logWeight, far.logWeight),
    mayGrow: runsOn(earlier, later, sum, walk.flight.inverseMass),
  };
}

function advance({ flight, start, tally }: Walk, from: Point, direction: number): Stretch {
  const point = flight.store.point();
  leapfrog(flight.target, { from, to: point }, direction * flight.step, flight.inverseMass);
  const change = logJoint(point, flight.inverseMass) - start;
  tally.steps++;
  // NaN counts as broken.
  if (!(change > -largestError)) {
    tally.isDivergent = true;
    return { ...alone(point, -Infinity), mayGrow: false };
  }
  tally.accepted += change >= 0 ? 1 : exp(change);
  return alone(point, change);
}

/** The whole and both joints still move apart; the joints catch turns that the ends do not see. */
function runsOn(earlier: Stretch, later: Stretch, sum: Float64Array, inverseMass: Float64Array): boolean {
  return (
    isStraight([earlier.first, later.last], [sum], inverseMass) &&
    isStraight([earlier.first, later.first], [earlier.sum, later.first.momentum], inverseMass) &&
    isStraight([earlier.last, later.last], [later.sum, earlier.last.momentum], inverseMass)
  );
}

/** Do the velocities at both ends point along the sum of momenta, given as one or two parts? */
function isStraight(
  [first, last]: readonly [Point, Point],
  [part, rest]: readonly [Float64Array, Float64Array?],
  inverseMass: Float64Array,
): boolean {
  let atFirst = 0;
  let atLast = 0;
  for (let i = 0; i < part.length; i++) {
    const along = inverseMass[i] * (part[i] + (rest === undefined ? 0 : rest[i]));
    atFirst += first.momentum[i] * along;
    atLast += last.momentum[i] * along;
  }
  return atFirst > 0 && atLast > 0;
}

function logSum(a: number, b: number): number {
  const high = Math.max(a, b);
  return high === -Infinity ? high : high + log1p(exp(Math.min(a, b) - high));
}
