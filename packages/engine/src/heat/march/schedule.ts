import type { HeatProblem } from '../problem/heat-problem.ts';

/** When steps must end, and how long they may be (heat.33). */
export interface Schedule {
  /** Rising, s. */
  readonly stops: readonly number[];
  /** Stops after which something jumps: steps begin short again. */
  readonly jumps: ReadonlySet<number>;
  /** Longest step within the stretch that begins at a jump, s. */
  readonly longest: (time: number, sinceJump: number) => number;
}

// Steps within a pulse, and of the time since the last jump: errors of a second-order step fall as its square.
const STEPS_PER_PULSE = 20;
const SHARE_OF_SINCE = 1 / 12;
// After a jump, where heat conductivities or capacities follow temperature: what a jump makes of them in its first
// step is known to first order alone.
const FIRST_OF_FOLLOWING = 1 / 2000;
// The same where a start is uneven or a side touches tissue: it goes fastest at first, damage is done by what it was,
// and steps far longer than a layer takes to even out leave half of the difference to the next.
const FIRST_OF_UNEVEN = 1 / 2000;

const followsTemperature = ({ materials, layers }: HeatProblem): boolean =>
  materials.some(
    ({ name, thermalConductivity, specificHeat }) =>
      layers.some(({ material }) => material === name) &&
      (thermalConductivity.kind !== 'constant' || specificHeat.kind !== 'constant'),
  );

const beginsUneven = ({ initial: { blobs, profile, layers } }: HeatProblem): boolean =>
  blobs.length > 0 || profile !== undefined || Object.keys(layers).length > 0;

/** Does a side begin to warm or cool tissue at once, where nothing else does? */
const isTouched = ({ domain, generator }: HeatProblem): boolean =>
  domain !== undefined &&
  generator === undefined &&
  Object.values(domain.sides).some(({ thermal: { kind } }) => kind !== 'insulated' && kind !== 'open');

/** The first step, as a share of the shortest stretch between stops. */
const shareOfFirst = (problem: HeatProblem): number => {
  if (followsTemperature(problem)) return FIRST_OF_FOLLOWING;
  const isSudden = beginsUneven(problem) || isTouched(problem);
  const isFollowed =
    problem.kinetics.length > 0 || problem.outputs.probes.some(({ times }) => times.length === 0);
  return isSudden && isFollowed ? FIRST_OF_UNEVEN : 1 / STEPS_PER_PULSE;
};

const isInside =
  (end: number) =>
  (time: number): boolean =>
    time > 0 && time <= end && Number.isFinite(time);

const jumpsOf = ({ sources, moves }: HeatProblem, edges: readonly number[]): number[] => [
  ...edges,
  ...sources.flatMap(({ on }) => on.flatMap(({ from, to }) => [from, to])),
  ...moves.map(({ at }) => at),
];

const outputsOf = ({ outputs }: HeatProblem): number[] =>
  [...outputs.probes, ...outputs.fields, ...outputs.contours].flatMap(({ times }) => times);

/** Shortest stretch between jumps, s. */
const stretchAt = (jumps: readonly number[], end: number, time: number): number => {
  const after = jumps.find((jump) => jump > time) ?? end;
  const before = jumps.findLast((jump) => jump <= time) ?? 0;
  return after - before;
};

export const scheduleOf = (
  problem: HeatProblem,
  { edges, stops: also }: { readonly edges: readonly number[]; readonly stops: readonly number[] },
  end: number,
): Schedule => {
  const inside = isInside(end);
  const jumps = [...new Set(jumpsOf(problem, edges).filter(inside))].sort((a, b) => a - b);
  const stops = [
    ...new Set([...jumps, ...outputsOf(problem).filter(inside), ...also.filter(inside), end]),
  ].sort((a, b) => a - b);
  const shortest = Math.min(end, ...stops.map((stop, n) => stop - (stops[n - 1] ?? 0)));
  const step = problem.step ?? Infinity;
  const beginning = shortest * shareOfFirst(problem);
  return {
    stops,
    jumps: new Set(jumps),
    longest: (time, sinceJump) => {
      const pulse = stretchAt(jumps, end, time) / STEPS_PER_PULSE;
      const first = Math.min(pulse, beginning);
      return Math.min(step, pulse, Math.max(first, sinceJump * SHARE_OF_SINCE));
    },
  };
};
