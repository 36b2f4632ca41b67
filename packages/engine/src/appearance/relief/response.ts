import { normalCdf, normalQuantile, quantiles } from '@percuta/numerics';
import type { GradedSpread } from './graded-spread.ts';
import type { ReliefValues } from './micro-relief.ts';

/** Where a course stands between a tissue that gained nothing (0) and that of the studied courses (1). */
export const creditedGain = (gain: number, { studiedGain }: ReliefValues): number =>
  // More than the studied gain is not credited: no trial shows that more volume flattens a scar further.
  Math.min(1, gain / studiedGain);

/**
 * Share of the lesion that is gone in the person at the rank u, for a tissue of this credited gain (appearance.16). Evidence sets
 * the spread, tissue the place in it: on the normal scale of the grades everybody moves by the same distance, such that
 * without gain the median person does not change, and with the studied gain people are those of the trials.
 */
export const improvementOf = (spread: GradedSpread, credited: number, u: number): number => {
  const still = normalQuantile(spread.worse + spread.unchanged / 2);
  const rank = normalCdf(normalQuantile(u) + (1 - credited) * still);
  return spread.improvementAt(rank);
};

/** How the lesion comes out, over people and draws. */
export interface Outcomes {
  /** Shares of the lesion that are gone at the 5 %, 50 % and 95 % points. */
  readonly worst: number;
  readonly median: number;
  readonly best: number;
  /** Shares of people. */
  readonly worse: number;
  readonly unchanged: number;
}

const ranks = 200;

/** Over every draw of the tissue and evenly ranked people in each. `gains`: collagen above rest, relative. */
export const outcomesOf = (
  spread: GradedSpread,
  gains: readonly number[],
  draws: readonly ReliefValues[],
): Outcomes => {
  const all = gains.flatMap((gain, i) => {
    const values = draws[i % draws.length];
    if (values === undefined) throw new RangeError('the relief needs at least one draw of its parameters');
    const credited = creditedGain(gain, values);
    return Array.from({ length: ranks }, (_, k) => improvementOf(spread, credited, (k + 0.5) / ranks));
  });
  const [worst = Number.NaN, median = Number.NaN, best = Number.NaN] = quantiles(all, [1 / 20, 0.5, 19 / 20]);
  const shareOf = (holds: (improvement: number) => boolean): number => all.filter(holds).length / all.length;
  return {
    worst,
    median,
    best,
    worse: shareOf((value) => value < 0),
    unchanged: shareOf((value) => value === 0),
  };
};
