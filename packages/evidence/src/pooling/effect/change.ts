import type { EffectSize } from './effect.ts';
import { commonVariance, type Sample } from './mean-difference.ts';
import { smallSampleFactor } from './small-sample.ts';

/**
 * The same n people measured twice, or two sides of the same faces. The correlation of the two measurements
 * is rarely printed; where it is assumed, show the result over several (overCorrelations).
 */
export interface Change {
  readonly before: Pick<Sample, 'mean' | 'sd'>;
  readonly after: Pick<Sample, 'mean' | 'sd'>;
  readonly n: number;
  readonly correlation: number;
}

/** The raw mean change after - before, in the unit of the scale. */
export function meanChange(change: Change): EffectSize {
  return { estimate: rawChange(change), variance: differenceVariance(change) / change.n };
}

/** The change in standard deviations of the changes: J Δ/sd_Δ, variance 1/n + d²/(2n) (S. B. Morris 2008). */
export function changeByChangeSpread(change: Change): EffectSize {
  const { n } = change;
  const estimate = (smallSampleFactor(n - 1) * rawChange(change)) / Math.sqrt(differenceVariance(change));
  return { estimate, variance: 1 / n + estimate ** 2 / (2 * n) };
}

/** The change in standard deviations before: J Δ/sd_before, variance 2(1 - r)/n + d²/(2n) (S. B. Morris 2008). */
export function changeByBaselineSpread(change: Change): EffectSize {
  const { n, before } = change;
  const estimate = (smallSampleFactor(n - 1) * rawChange(change)) / before.sd;
  return { estimate, variance: (2 * (1 - correlationOf(change))) / n + estimate ** 2 / (2 * n) };
}

/** A measure of change, compared between a treated and a control arm: the difference, variances added. */
export function changeAgainstControl(
  treated: Change,
  control: Change,
  measure: (change: Change) => EffectSize = meanChange,
): EffectSize {
  const a = measure(treated);
  const b = measure(control);
  return { estimate: a.estimate - b.estimate, variance: a.variance + b.variance };
}

/**
 * The difference of changes in the common standard deviation before, d_ppc2 of S. B. Morris, Organizational
 * Research Methods 11:364, 2008. The correlation is that of the treated arm, assumed equal in both.
 */
export function standardisedChangeAgainstControl(treated: Change, control: Change): EffectSize {
  const n = treated.n + control.n;
  const sd = Math.sqrt(
    commonVariance({ ...treated.before, n: treated.n }, { ...control.before, n: control.n }),
  );
  const estimate = (smallSampleFactor(n - 2) * (rawChange(treated) - rawChange(control))) / sd;
  const paired = 2 * (1 - correlationOf(treated)) * (1 / treated.n + 1 / control.n);
  return { estimate, variance: paired + estimate ** 2 / (2 * n) };
}

/** What the assumption of a correlation does to a result: the result for each. */
export function overCorrelations<Result>(
  calculate: (correlation: number) => Result,
  correlations: readonly number[] = [0, 0.5, 0.7],
): { readonly correlation: number; readonly result: Result }[] {
  return correlations.map((correlation) => ({ correlation, result: calculate(correlation) }));
}

function rawChange({ before, after }: Change): number {
  return after.mean - before.mean;
}

function differenceVariance(change: Change): number {
  const { before, after } = change;
  return before.sd ** 2 + after.sd ** 2 - 2 * correlationOf(change) * before.sd * after.sd;
}

function correlationOf({ correlation }: Change): number {
  if (!(correlation > -1 && correlation < 1))
    throw new RangeError(`a correlation lies between -1 and 1, got ${correlation}`);
  return correlation;
}
