import { exp, log } from '@percuta/numerics';
import { drawCount, forEachDraw, type Posterior } from './fit.ts';
import { cutIds, placeCuts } from './model/cuts.ts';
import { expectedOf, spreadsOf } from './model/predictor.ts';
import { logStudyEffect } from './model/study-effect.ts';
import type { ModelStudy } from './model/model.ts';

/** Points of the trapezoid over the effect of a study, from −8 τ to 8 τ: steps of 0.13 τ, finer than any likelihood. */
const points = 121;
const reach = 8;

export interface LeaveOutWeights {
  readonly weights: Float64Array;
  /** (Σ w)²/Σ w²: independent draws that the weighted ones are worth, if draws were independent. */
  readonly effective: number;
}

/**
 * Weights that turn the draws into those of a fit without one study: 1/∫ L(t) p(t | η, τ) dt, the level of the
 * study integrated out (A. Vehtari et al., J. Mach. Learn. Res. 17(103), 2016, section 3.6.1), the largest cut
 * at √S times their mean (E. L. Ionides, J. Comput. Graph. Stat. 17:295, 2008).
 */
export function leaveOutWeights(posterior: Posterior, study: ModelStudy): LeaveOutWeights {
  const { layout } = posterior.model;
  const cuts = new Float64Array(cutIds().length);
  const slopes = new Float64Array(cuts.length);
  const slope = new Float64Array(1);
  const logs = new Float64Array(drawCount(posterior.sample));
  forEachDraw(posterior.sample, (q, index) => {
    placeCuts(q, layout.cuts, cuts);
    const spreads = spreadsOf(q, layout);
    const tau = exp(q[layout.tau]);
    const expected = expectedOf(study.first, q, layout, spreads);
    const shifts = study.arms.map(({ predictor }) => expectedOf(predictor, q, layout, spreads) - expected);
    const terms = new Float64Array(points);
    for (let i = 0; i < points; i++) {
      const z = -reach + (2 * reach * i) / (points - 1);
      let total = logStudyEffect(z * z);
      study.arms.forEach(({ likelihood }, arm) => {
        total += likelihood.evaluate(expected + tau * z + (shifts[arm] ?? 0), cuts, slopes, slope);
      });
      terms[i] = total;
    }
    const highest = Math.max(...terms);
    logs[index] = -(highest + log(terms.reduce((sum, term) => sum + exp(term - highest), 0)));
  });
  return normalised(logs);
}

function normalised(logs: Float64Array): LeaveOutWeights {
  const highest = logs.reduce((most, value) => Math.max(most, value), -Infinity);
  const raw = logs.map((value) => exp(value - highest));
  const mean = raw.reduce((sum, value) => sum + value, 0) / raw.length;
  const weights = raw.map((value) => Math.min(value, mean * Math.sqrt(raw.length)));
  const total = weights.reduce((sum, value) => sum + value, 0);
  const squares = weights.reduce((sum, value) => sum + value * value, 0);
  return { weights, effective: (total * total) / squares };
}
