import { bandsOf, hundredPeople, type Band, type ImprovementLevel } from './levels.ts';
import { fitPosterior, type FitOptions, type Posterior } from './fit.ts';
import { leaveOutWeights } from './leave-out-weights.ts';
import { predict, type NewArm } from './predict.ts';
import { priorLaws } from './priors.ts';
import type { ArmEvidence } from './reading/evidence.ts';

/** The level whose forecast is tried against other assumptions: at least half better. */
export const headline: ImprovementLevel = '50';

export interface Variant {
  readonly what: string;
  readonly median: number;
  readonly band90: Band;
  /** Weighted draws of the fit, or a fit of its own where those would be too few. */
  readonly by: 'weights' | 'fit';
}

export interface Sensitivity {
  readonly level: ImprovementLevel;
  readonly openLabel: readonly Variant[];
  readonly withoutStudy: readonly (Variant & { readonly study: string })[];
}

/** Weighted draws worth fewer than these are not trusted. */
const fewest = 200;

export function sensitivityOf(
  posterior: Posterior,
  { arm, studies }: { readonly arm: NewArm; readonly studies: readonly string[] },
  evidence: readonly ArmEvidence[],
  options: FitOptions,
): Sensitivity {
  const forecastOf = (fit: Posterior, asked: NewArm = arm) => {
    const { median, band90 } = bandsOf(hundredPeople(predict(fit, asked, options.seed))[headline]);
    return { median, band90 };
  };
  const hundred = hundredPeople(predict(posterior, arm, options.seed))[headline];
  const without = (study: string): Variant => {
    const what = `without ${study}`;
    const found = posterior.model.studies.find(({ id }) => id === study);
    const weighted = found && leaveOutWeights(posterior, found);
    if (weighted && weighted.effective >= fewest) {
      const { median, band90 } = bandsOf(hundred, weighted.weights);
      return { what, median, band90, by: 'weights' };
    }
    const rest = evidence.filter((one) => one.study !== study);
    return { what, ...forecastOf(fitPosterior(rest, options)), by: 'fit' };
  };
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
    withoutStudy: studies.map((study) => ({ study, ...without(study) })),
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
