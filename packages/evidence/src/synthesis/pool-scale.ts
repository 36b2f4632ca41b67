import { proportionModel, type PooledProportion } from '../pooling/rare/proportion-model.ts';
import { poolMultilevel } from '../pooling/multilevel/regress-multilevel.ts';
import type { Effect } from '../pooling/effect/effect.ts';
import { intervalAround, type Interval } from '../pooling/random/estimate.ts';
import { fromLogit } from '../pooling/effect/proportion.ts';
import { pool } from '../pooling/random/pool.ts';
import { exactInterval } from '../risk/exact-interval.ts';
import type { ChangeEffect } from './change-effect.ts';
import type { PooledResult, StudyResult } from './scale-result.ts';

/** A change with the arm it is of. */
export interface ArmChange {
  readonly study: string;
  readonly arm: string;
  readonly people: number | undefined;
  readonly effect: ChangeEffect;
}

/** People of an arm who reached a level. */
export interface ArmCount {
  readonly study: string;
  readonly arm: string;
  readonly events: number;
  readonly people: number;
}

/** Results with what is pooled of them, or why nothing is. */
export interface PooledResults {
  readonly results: readonly StudyResult[];
  readonly pooled: PooledResult | undefined;
  readonly notPooled: string | undefined;
}

const level = 0.95;
const one = 'one study, not pooled';
const none = 'no study gives a number';

const studyCount = (arms: readonly { readonly study: string }[]): number =>
  new Set(arms.map(({ study }) => study)).size;

/** Pools changes of one scale: REML with Hartung-Knapp intervals, three levels where a study gives several arms. */
export function poolChanges(changes: readonly ArmChange[]): PooledResults {
  const results = changes.map(({ study, arm, people, effect }) => ({
    study,
    arm,
    people,
    estimate: effect.estimate,
    interval: intervalAround(effect.estimate, Math.sqrt(effect.variance), (people ?? Infinity) - 1, level),
    se: Math.sqrt(effect.variance),
    errorFrom: effect.from,
  }));
  const studies = studyCount(changes);
  if (studies < 2) return { results, pooled: undefined, notPooled: studies === 0 ? none : one };
  const effects = changes.map(({ study, arm, effect }) => ({ id: arm, study, ...effect }));
  return studies === effects.length ? independent(effects, results) : nested(effects, results);
}

function independent(effects: readonly Effect[], results: readonly StudyResult[]): PooledResults {
  const { mean, prediction, heterogeneity, weights } = pool(effects);
  const { tau2, i2, q, df, p } = heterogeneity;
  return {
    results: results.map((result, i) => ({ ...result, weight: weights[i] ?? 0 })),
    pooled: {
      method: 'REML with Hartung-Knapp intervals',
      estimate: mean.estimate,
      interval: mean.interval,
      prediction,
      tau2,
      i2,
      q: { statistic: q, df, p },
    },
    notPooled: undefined,
  };
}

function nested(effects: readonly Effect[], results: readonly StudyResult[]): PooledResults {
  const { robust, components, prediction, q } = poolMultilevel(effects);
  const [mean] = robust;
  if (mean === undefined) throw new RangeError('a mean has one coefficient');
  return {
    results,
    pooled: {
      method: 'three levels, cluster-robust intervals: arms of one study are not independent',
      estimate: mean.estimate,
      interval: mean.interval,
      prediction,
      tau2: components[0].variance + components[1].variance,
      i2: components[0].share + components[1].share,
      q,
    },
    notPooled: undefined,
  };
}

/** Pools shares of one scale by the binomial model with normal log odds; nobody is added to empty cells. */
export function poolCounts(counts: readonly ArmCount[]): PooledResults {
  const results = counts.map(({ study, arm, events, people }) => ({
    study,
    arm,
    people,
    events,
    estimate: events / people,
    interval: exactInterval(events, people),
  }));
  const left = (notPooled: string): PooledResults => ({ results, pooled: undefined, notPooled });
  const studies = studyCount(counts);
  if (studies < 2) return left(studies === 0 ? none : one);
  if (studies < counts.length) return left('arms of one study share its people: not pooled');
  const model = proportionModel(counts.map(({ events, people }) => ({ events, total: people })));
  if (model.kind === 'bound') return left('everybody or nobody in every study: only a bound, not pooled');
  return { results, pooled: ofModel(model), notPooled: undefined };
}

/** With Student's law of one degree less than studies, as for changes: the normal law is far too narrow for a few. */
function ofModel({ logit: { estimate, se }, tau2, k, median }: PooledProportion): PooledResult {
  const asShares = (error: number): Interval => {
    const { low, high } = intervalAround(estimate, error, k - 1, level);
    return { low: fromLogit(low), high: fromLogit(high) };
  };
  return {
    method: 'binomial model with normal log odds between studies, maximum likelihood, intervals by Student',
    estimate: median,
    interval: asShares(se),
    prediction: asShares(Math.sqrt(se * se + tau2)),
    tau2,
    i2: undefined,
    q: undefined,
  };
}
