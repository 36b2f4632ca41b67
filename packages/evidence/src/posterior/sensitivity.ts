import { bandsOf, hundredPeople, type Band, type ImprovementLevel } from './levels.ts';
import { fitPosterior, type FitOptions, type Posterior } from './fit.ts';
import { leaveOutWeights } from './leave-out-weights.ts';
import { predict, type NewArm } from './predict.ts';
import { priorLaws } from './priors.ts';
import type { ArmEvidence } from './reading/evidence.ts';

/** The level whose forecast is tried against other assumptions: at least half better. */
export const headline: ImprovementLevel = '50';

/** The headline under one other assumption: people of 100, median with the 90 % band. */
export interface Variant {
  readonly what: string;
  readonly median: number;
  readonly band90: Band;
  /** Weighted draws of the fit, or a fit of its own where those would be too few. */
  readonly by: 'weights' | 'fit';
}

/** The headline forecast under other assumptions: by more or less bias of open assessors, and without each study. */
export interface Sensitivity {
  readonly level: ImprovementLevel;
  readonly openLabel: readonly Variant[];
  readonly withoutStudy: readonly (Variant & { readonly study: string })[];
}

/** Weighted draws worth fewer than these are not trusted. */
const fewest = 200;

/** Fewer people of a hundred than this, either way, and a study does not sway the headline. */
const leastSway = 5;

/** Studies without which the headline would be another, the one that matters most first. */
export const swayOf = <V extends Pick<Variant, 'median'>>(median: number, without: readonly V[]): V[] =>
  without
    .filter((variant) => Math.abs(variant.median - median) >= leastSway)
    .toSorted((a, b) => Math.abs(b.median - median) - Math.abs(a.median - median));

/** The fit as it would be without a study: its draws weighted, or a fit of its own where those would be too few. */
export type WithoutStudy =
  | { readonly study: string; readonly by: 'weights'; readonly weights: Float64Array }
  | { readonly study: string; readonly by: 'fit'; readonly posterior: Posterior };

/**
 * A posterior without one study: the draws weighted by what the study added, or fitted anew where the weights
 * leave fewer than 200 draws' worth.
 */
export function withoutStudy(
  posterior: Posterior,
  study: string,
  evidence: readonly ArmEvidence[],
  options: FitOptions,
): WithoutStudy {
  const found = posterior.model.studies.find(({ id }) => id === study);
  const weighted = found && leaveOutWeights(posterior, found);
  if (weighted && weighted.effective >= fewest) return { study, by: 'weights', weights: weighted.weights };
  const rest = evidence.filter((one) => one.study !== study);
  return { study, by: 'fit', posterior: fitPosterior(rest, options) };
}

interface Asked {
  /** People at the headline in each draw of the whole fit. */
  readonly counts: Float64Array;
  readonly arm: NewArm;
  readonly seed: number;
}

/** The headline as it would be without each study. */
export function headlineWithout(
  without: readonly WithoutStudy[],
  { counts, arm, seed }: Asked,
): readonly (Variant & { readonly study: string })[] {
  return without.map((left) => {
    const { median, band90 } =
      left.by === 'weights'
        ? bandsOf(counts, left.weights)
        : bandsOf(headlineCounts(left.posterior, arm, seed));
    return { study: left.study, what: `without ${left.study}`, median, band90, by: left.by };
  });
}

const headlineCounts = (fit: Posterior, arm: NewArm, seed: number): Float64Array =>
  hundredPeople(predict(fit, arm, seed))[headline];

export function sensitivityOf(
  posterior: Posterior,
  { arm, studies }: { readonly arm: NewArm; readonly studies: readonly string[] },
  evidence: readonly ArmEvidence[],
  options: FitOptions,
): Sensitivity {
  const { seed } = options;
  const forecastOf = (fit: Posterior, asked: NewArm = arm) => {
    const { median, band90 } = bandsOf(headlineCounts(fit, asked, seed));
    return { median, band90 };
  };
  const without = studies.map((study) => withoutStudy(posterior, study, evidence, options));
  return {
    level: headline,
    openLabel: [
      ...openLaws().map(({ what, law }): Variant => {
        const laws = { ...(options.laws ?? priorLaws()), open: law };
        return { what, ...forecastOf(fitPosterior(evidence, { ...options, laws })), by: 'fit' };
      }),
      {
        what: 'as assessors who know would rate',
        ...forecastOf(posterior, { ...arm, isOpen: true }),
        by: 'fit',
      },
    ],
    withoutStudy: headlineWithout(without, { counts: headlineCounts(posterior, arm, seed), arm, seed }),
  };
}

/** Two other beliefs about β_open: that open assessors add nothing, and that they add twice as much. */
function openLaws() {
  const { open } = priorLaws();
  const centre = open.kind === 'normal' ? open.mean : 0;
  const spread = open.kind === 'normal' ? open.sd : 1;
  return [
    { what: 'open assessors add nothing', law: { kind: 'normal', mean: 0, sd: spread / 10 } },
    {
      what: 'open assessors add twice what is believed',
      law: { kind: 'normal', mean: 2 * centre, sd: spread },
    },
  ] as const;
}
