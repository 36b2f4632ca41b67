import { exp } from '../math/exponential/exp.ts';
import { SolverFailed } from '../error.ts';
import { createRandom, type Random } from '../random/random.ts';
import { adaptsMetricFrom, metricWindows, runningVariances, tuneStep } from './adaptation.ts';
import { leapfrog, logJoint, type Point, type Target } from './target.ts';
import { fly } from './trajectory.ts';

export interface NutsOptions {
  readonly seed: number;
  readonly chains?: number;
  /** Steps of each chain that tune it and are thrown away. */
  readonly warmup?: number;
  /** Draws of each chain that are kept. */
  readonly draws?: number;
  /** Aim for the mean acceptance: nearer 1 means smaller steps and fewer divergences. */
  readonly acceptance?: number;
  readonly maxDepth?: number;
  /** Where a chain begins; standard normal in every coordinate unless given. */
  readonly start?: (random: Random) => Float64Array;
}

export interface Chain {
  /** `draws` rows of `dimensions` numbers. */
  readonly values: Float64Array;
  readonly divergences: number;
  /** Trajectories that were cut off before they turned. */
  readonly cutOff: number;
  readonly step: number;
  readonly meanAcceptance: number;
  readonly gradients: number;
}

export interface Sample {
  readonly dimensions: number;
  /** Of each chain. */
  readonly draws: number;
  readonly chains: readonly Chain[];
}

/**
 * Draws from the target by the no-U-turn sampler with a diagonal metric, both step and metric tuned during
 * warm-up. Each chain has its own random stream, so a chain does not depend on how many others there are.
 * Throws SolverFailed when no start of non-zero density is found.
 */
export function nuts(target: Target, options: NutsOptions): Sample {
  const plan = { chains: 4, warmup: 500, draws: 500, acceptance: 0.8, maxDepth: 10, ...options };
  const chains = Array.from({ length: plan.chains }, (_, i) =>
    runChain(target, plan, createRandom(plan.seed, i)),
  );
  return { dimensions: target.dimensions, draws: plan.draws, chains };
}

type Plan = Required<Omit<NutsOptions, 'start'>> & Pick<NutsOptions, 'start'>;

function runChain(target: Target, plan: Plan, random: Random): Chain {
  const tuned = warmUp(target, plan, random);
  const values = new Float64Array(plan.draws * target.dimensions);
  const tally = { divergences: 0, cutOff: 0, acceptance: 0, gradients: tuned.gradients };
  let { point } = tuned;
  for (let draw = 0; draw < plan.draws; draw++) {
    const flight = { target, maxDepth: plan.maxDepth, ...tuned };
    const landing = fly(flight, kicked(point, tuned.inverseMass, random), random);
    point = landing.point;
    values.set(point.position, draw * target.dimensions);
    tally.divergences += landing.isDivergent ? 1 : 0;
    tally.cutOff += landing.depth === plan.maxDepth ? 1 : 0;
    tally.acceptance += landing.acceptance / plan.draws;
    tally.gradients += landing.steps;
  }
  const { divergences, cutOff, gradients } = tally;
  return { values, divergences, cutOff, step: tuned.step, meanAcceptance: tally.acceptance, gradients };
}

interface Tuned {
  readonly point: Point;
  readonly step: number;
  readonly inverseMass: Float64Array;
  readonly gradients: number;
}

function warmUp(target: Target, plan: Plan, random: Random): Tuned {
  const windows = metricWindows(plan.warmup);
  let inverseMass = new Float64Array(target.dimensions).fill(1);
  let point = startPoint(target, plan, random);
  let tuning = tuneStep(firstStep(target, point, inverseMass, random), plan.acceptance);
  let variances = runningVariances(target.dimensions);
  let gradients = 0;
  for (let i = 0; i < plan.warmup; i++) {
    const flight = { target, inverseMass, step: tuning.step(), maxDepth: plan.maxDepth };
    const landing = fly(flight, kicked(point, inverseMass, random), random);
    point = landing.point;
    gradients += landing.steps;
    tuning.update(landing.acceptance);
    if (i >= adaptsMetricFrom(plan.warmup)) variances.add(point.position);
    if (!windows.has(i)) continue;
    inverseMass = new Float64Array(variances.estimate());
    variances = runningVariances(target.dimensions);
    tuning = tuneStep(firstStep(target, point, inverseMass, random), plan.acceptance);
  }
  return { point, step: tuning.settled(), inverseMass, gradients };
}

/** The point with a fresh momentum. */
function kicked(point: Point, inverseMass: Float64Array, random: Random): Point {
  return { ...point, momentum: inverseMass.map((v) => random.normal() / Math.sqrt(v)) };
}

const attempts = 100;

function startPoint(target: Target, plan: Plan, random: Random): Point {
  const momentum = new Float64Array(target.dimensions);
  for (let attempt = 0; attempt < attempts; attempt++) {
    const position = plan.start?.(random) ?? momentum.map(() => random.normal());
    const gradient = new Float64Array(target.dimensions);
    const logDensity = target.logDensity(position, gradient);
    if (Number.isFinite(logDensity) && gradient.every(Number.isFinite))
      return { position, momentum, gradient, logDensity };
  }
  throw new SolverFailed('nuts', 'not finite', []);
}

/** Doubles or halves a step until one leapfrog accepts with about 0.8, from where tuning goes on. */
function firstStep(target: Target, from: Point, inverseMass: Float64Array, random: Random): number {
  const start = kicked(from, inverseMass, random);
  const acceptance = (step: number) => {
    const change =
      logJoint(leapfrog(target, start, step, inverseMass), inverseMass) - logJoint(start, inverseMass);
    return Number.isNaN(change) ? 0 : exp(Math.min(0, change));
  };
  let step = 0.1;
  const grows = acceptance(step) > 0.8;
  for (let i = 0; i < 50 && acceptance(step) > 0.8 === grows; i++) step *= grows ? 2 : 0.5;
  return step;
}

/** The draws of one coordinate, one array for each chain. */
export function seriesOf(sample: Sample, coordinate: number): readonly Float64Array[] {
  return sample.chains.map(({ values }) =>
    Float64Array.from({ length: sample.draws }, (_, i) => values[i * sample.dimensions + coordinate]),
  );
}
