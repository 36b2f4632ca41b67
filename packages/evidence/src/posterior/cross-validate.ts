import { quantile } from '@percuta/numerics';
import { fitPosterior, type Diagnostics, type FitOptions } from './fit.ts';
import { countAbove, predict } from './predict.ts';
import type { ArmEvidence } from './reading/evidence.ts';

/** Levels of the predictive intervals whose coverage is checked, as shares. */
export const coverageLevels = [0.5, 0.8, 0.95] as const;
export type CoverageLevel = (typeof coverageLevels)[number];

/** How a count was predicted, and what it was. */
export interface Scored {
  readonly study: string;
  readonly arm: string;
  readonly indication: string;
  readonly modality: string;
  readonly cut: string;
  readonly n: number;
  readonly observed: number;
  readonly median: number;
  readonly intervals: readonly {
    readonly level: CoverageLevel;
    readonly low: number;
    readonly high: number;
  }[];
  /** P(count < observed) + P(count = observed)/2; level over [0, 1] where predictions are right. */
  readonly position: number;
}

/**
 * The count above one cut of an arm, so that an arm counts once: the middle one of those it reports, the
 * lower of two. The rule looks at the cuts only, not at the people.
 */
export function middleCut({
  reading,
}: Pick<ArmEvidence, 'reading'>): { cut: string; people: number } | undefined {
  if (reading.kind !== 'counts') return undefined;
  const index = Math.floor((reading.cuts.length - 1) / 2);
  const cut = reading.cuts[index];
  if (cut === undefined) return undefined;
  return { cut, people: reading.people.slice(index + 1).reduce((sum, count) => sum + count, 0) };
}

/** The observed count against counts predicted for it, one for each draw. */
export function score(
  arm: ArmEvidence,
  target: { cut: string; people: number },
  counts: Float64Array,
): Scored {
  const { study, arm: id, indication, modality, n } = arm;
  let below = 0;
  for (const count of counts) below += count < target.people ? 1 : count === target.people ? 0.5 : 0;
  const intervals = coverageLevels.map((level) => ({
    level,
    low: Math.floor(quantile(counts, (1 - level) / 2)),
    high: Math.ceil(quantile(counts, (1 + level) / 2)),
  }));
  return {
    study,
    arm: id,
    indication,
    modality,
    cut: target.cut,
    n,
    observed: target.people,
    median: quantile(counts, 0.5),
    intervals,
    position: below / counts.length,
  };
}

/** The arms of one study predicted from all the others. */
export interface Fold {
  readonly scored: readonly Scored[];
  readonly diagnostics: Diagnostics;
}

/** Each study with people counted, predicted from all others (its own assessor, indication, modality, region). */
export function crossValidate(
  evidence: readonly ArmEvidence[],
  options: FitOptions,
  only?: readonly string[],
): readonly Fold[] {
  const counted = evidence.filter(({ reading }) => reading.kind === 'counts').map(({ study }) => study);
  const studies = [...new Set(counted)].filter((study) => only === undefined || only.includes(study));
  return studies.map((study) => {
    const posterior = fitPosterior(
      evidence.filter((arm) => arm.study !== study),
      options,
    );
    const scored = evidence
      .filter((arm) => arm.study === study)
      .flatMap((arm) => {
        const target = middleCut(arm);
        if (target === undefined) return [];
        return [score(arm, target, countAbove(predict(posterior, arm, options.seed), target.cut, arm.n))];
      });
    return { scored, diagnostics: posterior.diagnostics };
  });
}

/** The share of counts inside their intervals, by level, and the mean error as a share of the people. */
export interface Coverage {
  readonly arms: number;
  readonly inside: readonly { readonly level: CoverageLevel; readonly share: number }[];
  readonly meanAbsoluteError: number;
}

/**
 * How often intervals predicted for arms that were left out held what was observed (share, 0 to 1, by level), and
 * the mean error of the median as a share of people.
 */
export function coverageOf(scored: readonly Scored[]): Coverage {
  const arms = scored.length;
  const inside = coverageLevels.map((level) => ({
    level,
    share:
      scored.filter(({ observed, intervals }) =>
        intervals.some(
          (interval) => interval.level === level && interval.low <= observed && observed <= interval.high,
        ),
      ).length / arms,
  }));
  const errors = scored.map(({ observed, median, n }) => Math.abs(observed - median) / n);
  return { arms, inside, meanAbsoluteError: errors.reduce((sum, error) => sum + error, 0) / arms };
}
