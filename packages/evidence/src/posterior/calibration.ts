import { createRandom, exp, normalCdf } from '@percuta/numerics';
import { drawCount, fitPosterior, forEachDraw, type FitOptions } from './fit.ts';
import { cutIds, cutIndex, placeCuts } from './model/cuts.ts';
import { modelOf, type Model } from './model/model.ts';
import { expectedOf, spreadsOf } from './model/predictor.ts';
import { simulateEvidence } from './model/simulate.ts';
import { priorLaws } from './priors.ts';
import type { ArmEvidence } from './reading/evidence.ts';

/** Quantities whose ranks simulation-based calibration looks at. */
export const rankedQuantities = [
  'mean',
  'rf',
  'open',
  'tau',
  'sigma_class',
  'cut_25',
  'cut_50',
  'level',
  'share_50',
] as const;
export type RankedQuantity = (typeof rankedQuantities)[number];
/** The rank, 0 to `rankAmong`, of each true value among the thinned draws of a fit. */
export type Ranks = Readonly<Record<RankedQuantity, number>>;

/** Draws a rank is taken among; the rank is one of 0 to this. */
export const rankAmong = 99;

const simulationStream = 2000;

/**
 * One replication of simulation-based calibration (S. Talts et al., arXiv:1804.06788, 2018): unknowns from the
 * prior, arms from the unknowns, a fit to those, and the rank of each true value among thinned draws. Where
 * model and sampler are right, ranks are level.
 */
export function rankOnce(evidence: readonly ArmEvidence[], options: FitOptions): Ranks {
  const { seed, laws = priorLaws() } = options;
  const model = modelOf(evidence, laws);
  const random = createRandom(seed, simulationStream);
  const truth = model.drawPrior(random);
  const posterior = fitPosterior(simulateEvidence(model, truth, random), options);
  const target = quantitiesAt(model, truth);
  const below = Object.fromEntries(rankedQuantities.map((name) => [name, 0])) as Record<
    RankedQuantity,
    number
  >;
  const total = drawCount(posterior.sample);
  const chosen = new Set(
    Array.from({ length: rankAmong }, (_, i) => Math.floor(((i + 0.5) * total) / rankAmong)),
  );
  forEachDraw(posterior.sample, (q, index) => {
    if (!chosen.has(index)) return;
    const drawn = quantitiesAt(model, q);
    for (const name of rankedQuantities) if (drawn[name] < target[name]) below[name]++;
  });
  return below;
}

/** "level" is that of the first study; "share_50" the share at 50 per cent in an average study like its first arm. */
function quantitiesAt({ layout, studies }: Model, q: Float64Array): Ranks {
  const cuts = new Float64Array(cutIds().length);
  placeCuts(q, layout.cuts, cuts);
  const [study] = studies;
  const cut50 = cuts[cutIndex('50')];
  const expected = study === undefined ? NaN : expectedOf(study.first, q, layout, spreadsOf(q, layout));
  return {
    mean: q[layout.mean],
    rf: q[layout.rf],
    open: q[layout.open],
    tau: exp(q[layout.tau]),
    sigma_class: exp(q[layout.sigmaClass]),
    cut_25: cuts[cutIndex('25')],
    cut_50: cut50,
    level: q[study?.place ?? 0],
    share_50: normalCdf(expected - cut50),
  };
}
