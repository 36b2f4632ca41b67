import { studentQuantile } from '@percuta/numerics';
import { meanChange } from '../pooling/effect/change.ts';
import type { EffectSize } from '../pooling/effect/effect.ts';
import type { Outcome } from '../study/outcome-schema.ts';

/** Of the two measurements of a person, where a study prints both means and no change; rarely printed, so assumed. */
export const assumedCorrelation = 0.5;

/** How the sampling error of a change became known. */
export type ErrorFrom = 'its interval' | 'its spread' | 'both means, correlation assumed';

export interface ChangeEffect extends EffectSize {
  readonly from: ErrorFrom;
}

/**
 * The mean improvement in points of the scale, positive when people got better, with the variance of its sampling
 * error; a reason in words where the outcome does not give one. People are needed for all but an interval, whose
 * quantile is then the normal one.
 */
export function changeEffect(
  outcome: Outcome,
  people: number | undefined,
  correlation = assumedCorrelation,
): ChangeEffect | string {
  const { direction } = outcome;
  if (direction === undefined) return 'no change with its spread is reported';
  const found = printedChange(outcome, people) ?? changeOfMeans(outcome, people, correlation);
  if (found === undefined) return 'no change with its spread is reported';
  if (typeof found === 'string') return found;
  if (!(found.variance > 0)) return 'the spread of the change is printed as zero';
  return { ...found, estimate: (direction === 'lower is better' ? 1 : -1) * found.estimate };
}

/** As a fall, from the change that is printed. */
function printedChange({ change }: Outcome, people: number | undefined): ChangeEffect | string | undefined {
  const estimate = change?.mean_reduction ?? negated(change?.mean_change);
  if (change === undefined || estimate === undefined) return undefined;
  const { interval, sd } = change;
  if (interval !== undefined) {
    const quantile = studentQuantile(0.5 + interval.level / 2, people === undefined ? Infinity : people - 1);
    const error = (interval.high - interval.low) / 2 / quantile;
    return { estimate, variance: error * error, from: 'its interval' };
  }
  if (sd === undefined) return undefined;
  if (people === undefined) return 'the number of people is not known';
  return { estimate, variance: (sd * sd) / people, from: 'its spread' };
}

/** As a fall, from the means before and after with an assumed correlation. */
function changeOfMeans(
  { baseline, end }: Outcome,
  n: number | undefined,
  correlation: number,
): ChangeEffect | string | undefined {
  const before = sampleOf(baseline);
  const after = sampleOf(end);
  if (before === undefined || after === undefined) return undefined;
  if (n === undefined) return 'the number of people is not known';
  const { estimate, variance } = meanChange({ before, after, n, correlation });
  return { estimate: -estimate, variance, from: 'both means, correlation assumed' };
}

const sampleOf = (state: Outcome['baseline']): { mean: number; sd: number } | undefined =>
  state?.mean === undefined || state.sd === undefined ? undefined : { mean: state.mean, sd: state.sd };

const negated = (value: number | undefined): number | undefined => (value === undefined ? value : -value);
