import { createRandom, type Random } from '../random/random.ts';
import { studentQuantile } from '../distribution/student.ts';

/** What is rare: `margin` of standard normal coordinates is 0 or less where it happens. */
export interface RareEvent {
  readonly dimensions: number;
  readonly margin: (z: Float64Array) => number;
}

/** How a small probability is worked out: the seed, the points of a level, and the independent runs. */
export interface SubsetOptions {
  readonly seed: number;
  /** Points of each level; a multiple of 10. */
  readonly points?: number;
  /** Independent runs, whose scatter gives the error. */
  readonly runs?: number;
  /** Confidence of the upper bound, one-sided. */
  readonly confidence?: number;
}

/** A small probability with how large it may well be. */
export interface RareChance {
  readonly chance: number;
  /** One-sided upper bound at the confidence asked for. */
  readonly upper: number;
  /** Of the chance, from the scatter of the runs. */
  readonly standardError: number;
  readonly evaluations: number;
}

/** Share of the points that make the next level. */
const SHARE = 0.1;
/** Below 1e-14 a chance is told as none. */
const MOST_LEVELS = 14;
/** Correlation of a step with the point it starts from; the step in each coordinate is then 0.6 wide. */
const KEPT = 0.8;

interface Point {
  readonly z: Float64Array;
  readonly margin: number;
}

const normals = (count: number, random: Random): Float64Array =>
  new Float64Array(count).map(() => random.normal());

/** One step that leaves the normal distribution as it is, within the level. */
const step = ({ margin }: RareEvent, from: Point, level: number, random: Random): Point => {
  const width = Math.sqrt(1 - KEPT * KEPT);
  const z = from.z.map((value) => KEPT * value + width * random.normal());
  const reached = margin(z);
  return reached <= level ? { z, margin: reached } : from;
};

const chainsFrom = (event: RareEvent, seeds: readonly Point[], level: number, random: Random): Point[] => {
  const length = Math.round(1 / SHARE);
  return seeds.flatMap((seed) => {
    const chain = [seed];
    for (let i = 1; i < length; i += 1) chain.push(step(event, chain[i - 1] ?? seed, level, random));
    return chain;
  });
};

const oneRun = (event: RareEvent, count: number, random: Random): { chance: number; evaluations: number } => {
  let points: Point[] = Array.from({ length: count }, () => {
    const z = normals(event.dimensions, random);
    return { z, margin: event.margin(z) };
  });
  const kept = Math.round(SHARE * count);
  let evaluations = count;
  let reached = 1;
  for (let level = 0; level < MOST_LEVELS; level += 1) {
    points.sort((a, b) => a.margin - b.margin);
    const bound = points[kept - 1]?.margin ?? Number.NaN;
    if (!(bound > 0)) break;
    reached *= SHARE;
    points = chainsFrom(event, points.slice(0, kept), bound, random);
    evaluations += count - kept;
  }
  const happened = points.filter(({ margin }) => margin <= 0).length;
  return { chance: (reached * happened) / count, evaluations };
};

/**
 * A small probability by subset simulation (S. K. Au and J. L. Beck, Probab. Eng. Mech. 16:263, 2001): levels of the
 * margin, each reached by a tenth of those of the one before, with steps that keep the normal distribution (I.
 * Papaioannou et al., Probab. Eng. Mech. 41:89, 2015). Chains hang together, so that the error comes from independent
 * runs: Student's upper bound over them. A chance beyond the last level comes out as 0.
 */
export const subsetSimulation = (
  event: RareEvent,
  { seed, points = 500, runs = 8, confidence = 0.95 }: SubsetOptions,
): RareChance => {
  const each = Array.from({ length: runs }, (_, run) => oneRun(event, points, createRandom(seed, run)));
  const chance = each.reduce((sum, one) => sum + one.chance, 0) / runs;
  const squares = each.reduce((sum, one) => sum + (one.chance - chance) ** 2, 0);
  const standardError = Math.sqrt(squares / (runs - 1) / runs);
  return {
    chance,
    upper: Math.min(1, chance + studentQuantile(confidence, runs - 1) * standardError),
    standardError,
    evaluations: each.reduce((sum, one) => sum + one.evaluations, 0),
  };
};
