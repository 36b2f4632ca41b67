import { exp } from '../math/exponential/exp.ts';
import { SolverFailed } from '../error.ts';
import { createRandom, type Random } from '../random/random.ts';
import { adaptsMetricFrom, metricWindows, runningVariances, tuneStep } from './adaptation.ts';
import { copyPoint, leapfrog, logJoint, newPoint, storeOf, type Point, type Target } from './target.ts';
import { fly, type Flight, type Landing } from './trajectory.ts';

/** How the no-U-turn sampler runs: its seed, the chains with their draws, and the tuning of steps. */
export interface NutsOptions {
  readonly seed: number;
  readonly chains?: number;
  /** Steps of each chain that tune it and are thrown away. */
  readonly warmup?: number;
  /** Draws of each chain that are kept. */
  readonly draws?: number;
  /** Aim for the mean acceptance: nearer 1 means smaller steps and fewer divergences. */
  readonly acceptance?: number;
  /** A count: how often a trajectory is doubled at most. */
  readonly maxDepth?: number;
  /** Where a chain begins; standard normal in every coordinate unless given. */
  readonly start?: (random: Random) => Float64Array;
}

/** One chain of draws after its warm-up, with what shows whether it explored the density. */
export interface Chain {
  /** `draws` rows of `dimensions` numbers. */
  readonly values: Float64Array;
  /** Trajectories that left the density by an error of the steps: where there are any, the draws may be biased. */
  readonly divergences: number;
  /** Trajectories that were cut off before they turned. */
  readonly cutOff: number;
  /** Length of a step of the integrator, in units of the metric that warm-up found. */
  readonly step: number;
  readonly meanAcceptance: number;
  readonly gradients: number;
}

/** Draws of all chains, each of the same length: rows of as many numbers as the density has dimensions. */
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
  const flight = { target, maxDepth: plan.maxDepth, store: storeOf(target.dimensions), ...tuned };
  for (let draw = 0; draw < plan.draws; draw++) {
    const landing = move(flight, tuned.point, random);
    values.set(tuned.point.position, draw * target.dimensions);
    tally.divergences += landing.isDivergent ? 1 : 0;
    tally.cutOff += landing.depth === plan.maxDepth ? 1 : 0;
    tally.acceptance += landing.acceptance / plan.draws;
    tally.gradients += landing.steps;
  }
  const { divergences, cutOff, gradients } = tally;
  return { values, divergences, cutOff, step: tuned.step, meanAcceptance: tally.acceptance, gradients };
}

/** Kicks the point, lets it fly and leaves it where it landed. */
function move(flight: Flight, point: Point, random: Random): Landing {
  flight.store.reset();
  kick(point, flight.inverseMass, random);
  const landing = fly(flight, point, random);
  copyPoint(landing.point, point);
  return landing;
}

interface Tuned {
  readonly point: Point;
  readonly step: number;
  readonly inverseMass: Float64Array;
  readonly gradients: number;
}

function warmUp(target: Target, plan: Plan, random: Random): Tuned {
  const windows = metricWindows(plan.warmup);
  const store = storeOf(target.dimensions);
  const point = startPoint(target, plan, random);
  let inverseMass = new Float64Array(target.dimensions).fill(1);
  let tuning = tuneStep(firstStep(target, point, inverseMass, random), plan.acceptance);
  let variances = runningVariances(target.dimensions);
  let gradients = 0;
  for (let i = 0; i < plan.warmup; i++) {
    const flight = { target, inverseMass, step: tuning.step(), maxDepth: plan.maxDepth, store };
    const landing = move(flight, point, random);
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

function kick({ momentum }: Point, inverseMass: Float64Array, random: Random): void {
  for (let i = 0; i < momentum.length; i++) momentum[i] = random.normal() / Math.sqrt(inverseMass[i]);
}

const attempts = 100;

function startPoint(target: Target, plan: Plan, random: Random): Point {
  const point = newPoint(target.dimensions);
  for (let attempt = 0; attempt < attempts; attempt++) {
    point.position.set(plan.start?.(random) ?? point.position.map(() => random.normal()));
    point.logDensity = target.logDensity(point.position, point.gradient);
    if (Number.isFinite(point.logDensity) && point.gradient.every(Number.isFinite)) return point;
  }
  throw new SolverFailed('nuts', 'not finite', []);
}

/** Doubles or halves a step until one leapfrog accepts with about 0.8, from where tuning goes on. */
function firstStep(target: Target, from: Point, inverseMass: Float64Array, random: Random): number {
  kick(from, inverseMass, random);
  const to = newPoint(target.dimensions);
  const acceptance = (step: number) => {
    leapfrog(target, { from, to }, step, inverseMass);
    const change = logJoint(to, inverseMass) - logJoint(from, inverseMass);
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
    new Float64Array(sample.draws).map((_, i) => values[i * sample.dimensions + coordinate]),
  );
}
