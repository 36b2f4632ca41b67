import type { Comparison } from '../study/outcome-schema.ts';
import type { Phototype } from '../course/indication.ts';
import type { Arm, Study } from '../study/study-schema.ts';
import type { Band } from './levels.ts';
import type { ArmEvidence, BodyRegion } from './reading/evidence.ts';

/** The five reasons for which GRADE lowers the certainty of evidence. */
export const certaintyDomains = [
  'risk of bias',
  'inconsistency',
  'indirectness',
  'imprecision',
  'small studies',
] as const;
export type CertaintyDomain = (typeof certaintyDomains)[number];
/** How far one domain lowers the certainty: not, by one grade, or by two. */
export type Concern = 'none' | 'serious' | 'very serious';
/** The four grades of certainty of GRADE, lowest first. */
export const certaintyGrades = ['very low', 'low', 'moderate', 'high'] as const;
/** How certain evidence is. */
export type CertaintyGrade = (typeof certaintyGrades)[number];

/** What is held against a forecast in one domain of certainty. */
export interface DomainView {
  readonly domain: CertaintyDomain;
  readonly concern: Concern;
  /** What was computed from the table, in words with its figures. */
  readonly facts: string;
  /** The figures are computed; where the line is drawn is a judgement, and this says which line. */
  readonly judgement: string;
}

/** How certain a forecast is, in the manner of GRADE: the grade it starts at, what lowers it, and where it ends. */
export interface Certainty {
  readonly grade: CertaintyGrade;
  readonly startsAt: CertaintyGrade;
  readonly domains: readonly DomainView[];
}

export interface CertaintyFacts {
  readonly arms: readonly { readonly evidence: ArmEvidence; readonly study: Study; readonly arm: Arm }[];
  readonly tau: number;
  /** Of the mean share at the headline, people of 100, 90 %. */
  readonly meanBand: Band;
  readonly region?: BodyRegion | undefined;
  readonly phototype?: Phototype | undefined;
}

/** Comparisons that isolate what needles do. */
const isolating = new Set<Comparison>(['sham', 'placebo', 'untreated', 'same-care-without-needling']);

/** The domains of GRADE: figures from the table, lines drawn by judgement and marked so. */
export function certaintyOf(facts: CertaintyFacts): Certainty {
  return graded(isolatedShare(facts) >= 0.5 ? 'high' : 'low', [
    bias(facts),
    inconsistency(facts),
    indirectness(facts),
    imprecision(facts),
    small(facts),
  ]);
}

/** The same certainty for people of one phototype: it bears on indirectness alone. */
export function certaintyForPhototype(
  { startsAt, domains }: Certainty,
  facts: Pick<CertaintyFacts, 'arms' | 'region' | 'phototype'>,
): Certainty {
  return graded(
    startsAt,
    domains.map((view) => (view.domain === 'indirectness' ? indirectness(facts) : view)),
  );
}

function graded(startsAt: CertaintyGrade, domains: readonly DomainView[]): Certainty {
  const steps = { none: 0, serious: 1, 'very serious': 2 } as const;
  const lowered = domains.reduce((sum, { concern }) => sum + steps[concern], 0);
  const at = Math.max(0, certaintyGrades.indexOf(startsAt) - lowered);
  return { grade: certaintyGrades[at] ?? 'very low', startsAt, domains };
}

type Used = CertaintyFacts['arms'][number];

/** Share of the people in arms for which this holds. */
function shareOf(arms: readonly Used[], holds: (used: Used) => boolean): number {
  const all = arms.reduce((sum, { evidence }) => sum + evidence.n, 0);
  return arms.reduce((sum, used) => sum + (holds(used) ? used.evidence.n : 0), 0) / all;
}

const isolatedShare = ({ arms }: CertaintyFacts): number =>
  shareOf(
    arms,
    ({ study }) => study.design === 'randomised' && study.compared_with.some((one) => isolating.has(one)),
  );

const percent = (share: number): string => `${Math.round(100 * share)} %`;

/** The first concern whose line is passed. */
const concernAt = (verySerious: boolean, serious: boolean): Concern =>
  verySerious ? 'very serious' : serious ? 'serious' : 'none';

function bias(facts: CertaintyFacts): DomainView {
  const blinded = shareOf(facts.arms, ({ evidence }) => !evidence.isOpen);
  const controlled = isolatedShare(facts);
  return {
    domain: 'risk of bias',
    concern: concernAt(blinded < 0.5 && controlled < 0.5, blinded < 0.8 || controlled < 0.8),
    facts: `${percent(blinded)} of the people were rated by a blinded assessor; ${percent(controlled)} were in a randomised trial against sham, placebo, no treatment or the same care.`,
    judgement: 'Very serious if both shares are below a half, serious if one is below four fifths.',
  };
}

function inconsistency({ tau }: CertaintyFacts): DomainView {
  return {
    domain: 'inconsistency',
    concern: concernAt(tau > 0.75, tau > 0.25),
    facts: `Studies of one kind differ with a standard deviation of ${tau.toFixed(2)} on the latent scale.`,
    judgement: 'Serious above 0.25 (50 of 100 become 40 or 60), very serious above 0.75 (23 or 77).',
  };
}

function indirectness({
  arms,
  region,
  phototype,
}: Pick<CertaintyFacts, 'arms' | 'region' | 'phototype'>): DomainView {
  const here = region === undefined ? 1 : shareOf(arms, ({ evidence }) => evidence.regions.includes(region));
  const stated = shareOf(arms, ({ arm }) => arm.population.phototypes !== undefined);
  const alike =
    phototype === undefined
      ? stated
      : shareOf(arms, ({ arm }) => arm.population.phototypes?.includes(phototype) ?? false);
  const people =
    phototype === undefined
      ? 'in arms that say which phototypes'
      : `in arms that took phototype ${phototype}`;
  return {
    domain: 'indirectness',
    concern: concernAt(here < 0.1, here < 0.5 || alike < 0.25),
    facts: `${percent(here)} of the people were treated in the region asked for; ${percent(alike)} were ${people}.`,
    judgement:
      'Very serious below a tenth in the region; serious below a half there or a quarter by phototype.',
  };
}

function imprecision({ meanBand }: CertaintyFacts): DomainView {
  const width = meanBand.high - meanBand.low;
  return {
    domain: 'imprecision',
    concern: concernAt(width > 50, width > 25),
    facts: `The mean over studies at 50 per cent or more lies between ${meanBand.low.toFixed(0)} and ${meanBand.high.toFixed(0)} of 100 people (90 %).`,
    judgement: 'Serious if that is wider than 25 people, very serious if wider than 50.',
  };
}

function small({ arms }: CertaintyFacts): DomainView {
  const studies = new Set(arms.map(({ study }) => study.id)).size;
  const all = arms.reduce((sum, { evidence }) => sum + evidence.n, 0);
  const largest = Math.max(...arms.map(({ evidence }) => evidence.n));
  const test = studies < 10 ? ' Too few for a test of the funnel.' : '';
  return {
    domain: 'small studies',
    concern: concernAt(studies < 3, studies < 10 || largest < 50),
    facts: `${studies} ${studies === 1 ? 'study' : 'studies'} with ${all} people, the largest arm with ${largest}.${test}`,
    judgement: 'Very serious below three studies, serious below ten or if no arm has 50 people.',
  };
}
