import { log } from '@percuta/numerics';
import { fitMixed, type MixedFit } from '../mixed/fit-mixed.ts';
import type { Link } from '../mixed/ordered.ts';
import { estimateOf, type Estimate } from '../random/estimate.ts';
import { designOf, type Design } from './design.ts';
import type { OrderedStudy } from './study.ts';

/** How ordered categories are pooled. `level` is the confidence of intervals, 0 to 1. */
export interface OrderedOptions {
  readonly link?: Link;
  /** The treatment that effects are measured from. */
  readonly reference: string;
  /** random: the effect of a treatment varies between studies with one standard deviation. */
  readonly heterogeneity?: 'random' | 'common';
  readonly level?: number;
}

/** Fitted treatment effects on ordered categories of response, over several studies with different cuts. */
export interface OrderedModel {
  readonly link: Link;
  readonly reference: string;
  /** Shift of every cut by a treatment, on the scale of the link; positive means more response. */
  readonly effects: readonly ({ readonly treatment: string } & Estimate)[];
  /** Distance of each cut above the first, on the scale of the link (no unit). */
  readonly cuts: readonly { readonly cut: string; readonly height: number }[];
  /** Standard deviation of a treatment effect between studies. */
  readonly tau: number;
  readonly logLikelihood: number;
}

/**
 * Ordered categories of response: the chance of study s to pass cut c under treatment t is F(level_s + effect_t -
 * height_c), F the normal (probit) or logistic (cumulative logit) law. Studies may use some of the cuts only; all
 * treatments are fitted together, so that a study without the reference still counts. By maximum likelihood;
 * random effects are shared by arms of one treatment in a study and correlate by 1/2 between treatments, as a
 * common reference demands (NICE DSU Technical Support Document 2).
 */
export function orderedModel(
  studies: readonly OrderedStudy[],
  cuts: readonly string[],
  options: OrderedOptions,
): OrderedModel {
  const { link = 'probit', reference, heterogeneity = 'common', level = 0.95 } = options;
  const design = designOf(studies, cuts, { link, reference, isRandom: heterogeneity === 'random' });
  const fit = fitMixed(design.units, {
    coefficients: startOf(design, studies),
    scales: heterogeneity === 'random' ? [0.3] : [],
  });
  return {
    link,
    reference,
    effects: design.treatments.map((treatment, t) => ({ treatment, ...effectAt(fit, t, level) })),
    cuts: cuts.map((cut, c) => ({
      cut,
      height: c === 0 ? 0 : fit.coefficients[design.treatments.length + c - 1],
    })),
    tau: fit.scales[0] ?? 0,
    logLikelihood: fit.logLikelihood,
  };
}

function effectAt(fit: MixedFit, t: number, level: number): Estimate {
  return estimateOf(
    { estimate: fit.coefficients[t], se: Math.sqrt(fit.covariance[t][t]), df: Infinity },
    level,
  );
}

/** No effect, cuts half a unit apart, levels from the share above the first cut of each study. */
function startOf({ treatments, heights }: Design, studies: readonly OrderedStudy[]): number[] {
  const levels = studies.map(({ arms }) => {
    const passed = arms.reduce((sum, { counts }) => sum + counts.slice(1).reduce((a, b) => a + b, 0), 0.5);
    const all = arms.reduce((sum, { counts }) => sum + counts.reduce((a, b) => a + b, 0), 1);
    return log(passed / (all - passed)) / 1.7;
  });
  return [...treatments.map(() => 0), ...heights.map((_, c) => 0.5 * (c + 1)), ...levels];
}
