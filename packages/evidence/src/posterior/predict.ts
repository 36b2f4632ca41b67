import { createRandom, exp, type Random } from '@percuta/numerics';
import { drawCount, forEachDraw, type Posterior } from './fit.ts';
import { cutIds, cutIndex, placeCuts } from './model/cuts.ts';
import { expectedOf, predictorOf, spreadsOf } from './model/predictor.ts';
import { drawStudyEffect } from './model/study-effect.ts';
import type { ArmDesign } from './reading/evidence.ts';

/** A study to come, or one that the model has not seen. */
export interface NewArm extends ArmDesign {
  /** The region is new to the indication, so one more region effect of its own is drawn. */
  readonly borrowsRegion?: boolean;
  /** The average study of its kind, without a study effect of its own. */
  readonly isAverage?: boolean;
}

/** Random numbers of predictions; chains use the streams from 0 on. */
const predictionStream = 1000;

export interface Prediction {
  /** θ of the new study, one for each draw. */
  readonly theta: Float64Array;
  /** All cuts of each draw, in the order of cutIds. */
  readonly cuts: readonly Float64Array[];
  readonly random: Random;
}

/** θ of a study not seen: everything known of its kind, and a study effect of its own (expectation.6). */
export function predict(posterior: Posterior, arm: NewArm, seed: number): Prediction {
  const { layout } = posterior.model;
  const random = createRandom(seed, predictionStream);
  const predictor = predictorOf(arm, false, layout);
  const theta = new Float64Array(drawCount(posterior.sample));
  const cuts: Float64Array[] = [];
  forEachDraw(posterior.sample, (q, i) => {
    const spreads = spreadsOf(q, layout);
    const unseenClass = predictor.class < 0 ? spreads.class * random.normal() : 0;
    const unseenRegion = arm.borrowsRegion === true ? spreads.region * random.normal() : 0;
    const study = arm.isAverage === true ? 0 : exp(q[layout.tau]) * drawStudyEffect(random);
    theta[i] = expectedOf(predictor, q, layout, spreads) + unseenClass + unseenRegion + study;
    const placed = new Float64Array(cutIds().length);
    placeCuts(q, layout.cuts, placed);
    cuts.push(placed);
  });
  return { theta, cuts, random };
}

/** How many of n people of the new study lie above the cut, one count for each draw. */
export function countAbove({ theta, cuts, random }: Prediction, cut: string, n: number): Float64Array {
  const place = cutIndex(cut);
  return theta.map((centre, i) => {
    const above = (cuts[i]?.[place] ?? NaN) - centre;
    let count = 0;
    for (let person = 0; person < n; person++) if (random.normal() > above) count++;
    return count;
  });
}
