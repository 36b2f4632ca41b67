import { log } from '@percuta/numerics';
import { requireCount } from '../effect/two-arms.ts';
import { binomialLikelihood } from '../mixed/binomial.ts';
import { fitMixed, type MixedFit } from '../mixed/fit-mixed.ts';
import { hypergeometricLikelihood, possibilitiesOf, type Arms } from '../mixed/hypergeometric.ts';
import type { Unit } from '../mixed/unit.ts';
import { estimateOf, intervalAround, type Estimate, type Interval } from '../random/estimate.ts';
import { exactOddsRatio, type ExactOddsRatio } from './exact-odds-ratio.ts';

/**
 * - conditional: events of the treated arm given those of both (exact; T. Stijnen, T. H. Hamza, P. Ozdemir,
 *   Stat. Med. 29:3046, 2010).
 * - study-intercepts: two binomials, the level of each study a coefficient.
 * - random-intercepts: two binomials, levels normal between studies.
 * The treatment is coded -1/2 and 1/2, so that its random effect is shared evenly by the arms.
 */
export type OddsRatioModel = 'conditional' | 'study-intercepts' | 'random-intercepts';

/**
 * Where one arm has no event in any study the ratio has no estimate, only the exact bound. Where every study has
 * its events in one arm, but not all in the same, any spread fits worse than a larger one.
 */
export type PooledOddsRatio =
  | { readonly kind: 'bound'; readonly of: ExactOddsRatio }
  | { readonly kind: 'no estimate'; readonly reason: 'the spread between studies has no upper end' }
  | {
      readonly kind: 'ratio';
      readonly model: OddsRatioModel;
      /** Studies with an event and a person without; the others say nothing about a ratio. */
      readonly informative: number;
      readonly logOddsRatio: Estimate;
      readonly tau2: number;
      readonly prediction: Interval;
      readonly logLikelihood: number;
    };

export interface OddsRatioOptions {
  readonly model?: OddsRatioModel;
  readonly heterogeneity?: 'random' | 'common';
  readonly level?: number;
}

/** Pools two-arm counts by a likelihood of the counts: empty cells need no correction. */
export function oddsRatioModel(
  studies: readonly Arms[],
  { model = 'conditional', heterogeneity = 'random', level = 0.95 }: OddsRatioOptions = {},
): PooledOddsRatio {
  const informative = studies.filter(isInformative);
  const exact = exactOddsRatio(studies, level);
  if (exact.kind !== 'between') return { kind: 'bound', of: exact };
  const isRandom = heterogeneity === 'random' && informative.length > 1;
  if (isRandom && informative.every(isOneSided))
    return { kind: 'no estimate', reason: 'the spread between studies has no upper end' };
  const fit = fitters[model](informative, isRandom);
  const tau = isRandom ? (fit.scales[0] ?? 0) : 0;
  const se = Math.sqrt(fit.covariance[0][0]);
  return {
    kind: 'ratio',
    model,
    informative: informative.length,
    logOddsRatio: estimateOf({ estimate: fit.coefficients[0], se, df: Infinity }, level),
    tau2: tau * tau,
    prediction: intervalAround(fit.coefficients[0], Math.sqrt(se * se + tau * tau), Infinity, level),
    logLikelihood: fit.logLikelihood,
  };
}

function isInformative({ treated, control }: Arms): boolean {
  requireCount(treated);
  requireCount(control);
  const events = treated.events + control.events;
  return events > 0 && events < treated.total + control.total;
}

/** The treated arm has as few or as many of the events as it can. */
function isOneSided(arms: Arms): boolean {
  const { lowest, logWays } = possibilitiesOf(arms);
  const { events } = arms.treated;
  return events === lowest || events === lowest + logWays.length - 1;
}

type Fitter = (studies: readonly Arms[], isRandom: boolean) => MixedFit;

const START_SCALE = 0.4;

const fitters: Readonly<Record<OddsRatioModel, Fitter>> = {
  conditional: (studies, isRandom) => {
    const units = studies.map((arms) => ({
      active: [0],
      x: [[1]],
      z: [isRandom ? [1] : []],
      scales: isRandom ? [0] : [],
      evaluate: hypergeometricLikelihood(arms),
    }));
    return fitMixed(units, { coefficients: [0], scales: isRandom ? [START_SCALE] : [] });
  },
  'study-intercepts': (studies, isRandom) => {
    const units = studies.map((arms, i) =>
      binomialUnit(arms, [0, i + 1], isRandom ? [[0.5], [-0.5]] : [[], []]),
    );
    const levels = studies.map(levelOf);
    return fitMixed(units, { coefficients: [0, ...levels], scales: isRandom ? [START_SCALE] : [] });
  },
  'random-intercepts': (studies, isRandom) => {
    const z = isRandom
      ? [
          [0.5, 1],
          [-0.5, 1],
        ]
      : [[1], [1]];
    const units = studies.map((arms) => binomialUnit(arms, [0, 1], z));
    const level = studies.reduce((sum, arms) => sum + levelOf(arms), 0) / studies.length;
    return fitMixed(units, { coefficients: [0, level], scales: isRandom ? [START_SCALE, 0.5] : [0.5] });
  },
};

/** The log odds of both arms from the treatment effect and the level of the study. */
function binomialUnit({ treated, control }: Arms, active: readonly number[], z: readonly number[][]): Unit {
  return {
    active,
    x: [
      [0.5, 1],
      [-0.5, 1],
    ],
    z,
    scales: z[0].map((_, q) => q),
    evaluate: binomialLikelihood([treated, control]),
  };
}

/** A start for the log odds of a study; the half events only keep it finite. */
function levelOf({ treated, control }: Arms): number {
  const events = treated.events + control.events + 0.5;
  return log(events / (treated.total + control.total + 1 - events));
}
