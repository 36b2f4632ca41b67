import { diagnose, nuts, seriesOf, type Sample } from '@percuta/numerics';
import { ownCuts } from './model/cuts.ts';
import type { Layout } from './model/layout.ts';
import { modelOf, type Model } from './model/model.ts';
import { priorLaws, type Laws } from './priors.ts';
import type { ArmEvidence } from './reading/evidence.ts';

/** How the expectation model is fitted: seed, draws, and priors other than those on file. */
export interface FitOptions {
  readonly seed: number;
  /** Of each of four chains. */
  readonly draws: number;
  readonly warmup?: number;
  readonly laws?: Laws;
}

/** Whether the draws can be believed; the worst unknown counts. */
export interface Diagnostics {
  readonly rHat: number;
  readonly bulkEss: number;
  readonly tailEss: number;
  readonly divergences: number;
  /** Trajectories cut off before they turned. */
  readonly cutOff: number;
  /** The unknown with the largest R-hat. */
  readonly worst: string;
  readonly isSound: boolean;
}

/** The expectation model fitted to the arms: draws of its unknowns, and whether they can be believed. */
export interface Posterior {
  readonly model: Model;
  readonly sample: Sample;
  readonly diagnostics: Diagnostics;
}

/** What is asked of every fit that is reported. */
export const demands = { rHat: 1.01, ess: 400, divergences: 0 } as const;

const chains = 4;

/** Short steps: at the usual 0.8 one draw in some thousands diverges. */
const acceptance = 0.9;

/** Draws from the posterior of the model given these arms; the same for a seed on every host. */
export function fitPosterior(evidence: readonly ArmEvidence[], options: FitOptions): Posterior {
  const { seed, draws, warmup = 500, laws = priorLaws() } = options;
  const model = modelOf(evidence, laws);
  // Chains start at draws of the prior pulled towards its middle, far apart but not where nothing is possible.
  const start = (random: Parameters<Model['drawPrior']>[0]) =>
    model.drawPrior(random).map((value) => value / 2);
  const sample = nuts(model.target, { seed, chains, draws, warmup, start, acceptance });
  return { model, sample, diagnostics: diagnosticsOf(sample, model.layout) };
}

/** A posterior whose draws were kept from a fit of this evidence under these laws; throws RangeError where they cannot be. */
export function posteriorFrom(
  sample: Sample,
  evidence: readonly ArmEvidence[],
  laws: Laws = priorLaws(),
): Posterior {
  const model = modelOf(evidence, laws);
  const { size } = model.layout;
  const isWhole = sample.chains.every(({ values }) => values.length === sample.draws * size);
  if (sample.dimensions !== size || !isWhole)
    throw new RangeError(`expected draws of ${size} unknowns, not of ${sample.dimensions}`);
  return { model, sample, diagnostics: diagnosticsOf(sample, model.layout) };
}

function diagnosticsOf(sample: Sample, layout: Layout): Diagnostics {
  const all = Array.from({ length: sample.dimensions }, (_, i) => diagnose(seriesOf(sample, i)));
  const rHat = Math.max(...all.map((one) => one.rHat));
  const bulkEss = Math.min(...all.map((one) => one.bulkEss));
  const tailEss = Math.min(...all.map((one) => one.tailEss));
  const divergences = sample.chains.reduce((sum, chain) => sum + chain.divergences, 0);
  const cutOff = sample.chains.reduce((sum, chain) => sum + chain.cutOff, 0);
  const worst = unknownNames(layout)[all.findIndex((one) => one.rHat === rHat)] ?? 'not finite';
  const isSound =
    rHat < demands.rHat && Math.min(bulkEss, tailEss) > demands.ess && divergences === demands.divergences;
  return { rHat, bulkEss, tailEss, divergences, cutOff, worst, isSound };
}

/** What each place of the vector is, in order. */
export function unknownNames({ classes, regions, studies }: Layout): readonly string[] {
  const named = ['mean', 'rf', 'open', 'score', 'log sigma class', 'log sigma region', 'log tau'];
  const cuts = [
    'log to worse',
    'log to 25',
    'log to 50',
    'log to 75',
    ...ownCuts().map(({ id }) => `cut ${id}`),
  ];
  const groups = [...classes.keys(), ...regions.keys(), ...studies.keys()];
  return [...named, ...cuts, ...groups];
}

/** Runs over all draws, chain by chain. */
export function forEachDraw(sample: Sample, visit: (q: Float64Array, index: number) => void): void {
  const { dimensions, draws } = sample;
  sample.chains.forEach(({ values }, chain) => {
    for (let i = 0; i < draws; i++)
      visit(values.subarray(i * dimensions, (i + 1) * dimensions), chain * draws + i);
  });
}

export const drawCount = ({ chains: all, draws }: Sample): number => all.length * draws;
