import { exp, quantile, quantiles } from '@percuta/numerics';
import type { CourseRegion } from '../course/protocol-schema.ts';
import type { Phototype } from '../course/indication.ts';
import { armsFor } from '../study/arms-for.ts';
import { studies } from '../study/studies.ts';
import type { StudiedIndication } from '../study/study-schema.ts';
import { certaintyOf, type Certainty, type CertaintyFacts } from './certainty.ts';
import { fitPosterior, forEachDraw, type Diagnostics, type FitOptions, type Posterior } from './fit.ts';
import { forecast, hundredPeople, people, shareAbove, type Band, type LevelForecast } from './levels.ts';
import { predict, type NewArm } from './predict.ts';
import type { ArmEvidence, BodyRegion, UnusedOutcome } from './reading/evidence.ts';
import { tableReading, type TableReading } from './reading/read-table.ts';
import { headline, sensitivityOf, type Sensitivity } from './sensitivity.ts';
import { weighArms, type UsedArm } from './weights.ts';

export interface ExpectationQuery {
  readonly indication: StudiedIndication;
  readonly region?: CourseRegion;
  readonly modality: 'needling' | 'rf';
  /** Rated by somebody who does not know; unless false. */
  readonly blinded?: boolean;
  /** Bears on the certainty only: no trial gives results by phototype. */
  readonly phototype?: Phototype;
}

export interface ExpectationOptions extends FitOptions {
  /** A fit to use again for several questions; it has to be one of the same table. */
  readonly posterior?: Posterior;
  readonly reading?: TableReading;
  /** Off saves two fits and more. */
  readonly withSensitivity?: boolean;
}

export interface Estimated {
  readonly status: 'estimated';
  readonly query: ExpectationQuery;
  /** What the levels mean, in one sentence. */
  readonly statement: string;
  readonly levels: readonly LevelForecast[];
  readonly arms: readonly UsedArm[];
  readonly leftOut: readonly UnusedOutcome[];
  /** When after the last session the arms were assessed, as far as they say, in seconds. */
  readonly assessed?: Band;
  readonly certainty: Certainty;
  readonly sensitivity?: Sensitivity;
  readonly diagnostics: Diagnostics;
}

/** No figure is given: what there is says whether, not how much. */
export interface ExplainedOnly {
  readonly status: 'explained only';
  readonly query: ExpectationQuery;
  readonly reason: string;
  /** Arms that say something without counting people, and outcomes that say nothing here. */
  readonly exists: readonly UnusedOutcome[];
}

export type Expectation = Estimated | ExplainedOnly;

/**
 * Of 100 people like those studied, how many reach each level of improvement. Only where people with this
 * indication were counted after this modality; other indications, regions and the other modality inform the
 * figure, but never make one alone.
 */
export function expectationFor(query: ExpectationQuery, options: ExpectationOptions): Expectation {
  const reading = options.reading ?? tableReading();
  const own = reading.used.filter(
    ({ indication, modality }) => indication === query.indication && modality === query.modality,
  );
  const leftOut = leftOutFor(query, reading);
  if (!own.some(({ reading: { kind } }) => kind === 'counts')) return explained(query, own, leftOut);
  const posterior = options.posterior ?? fitPosterior(reading.used, options);
  const arm = newArm(query, own, reading.used);
  const hundred = hundredPeople(predict(posterior, arm, options.seed));
  const names = [...new Set(own.map(({ study }) => study))];
  const assessed = assessedOf(own);
  return {
    status: 'estimated',
    query,
    statement: statementOf(query),
    levels: forecast(
      hundred,
      (level) =>
        own.filter(
          ({ reading: { kind, ...rest } }) =>
            kind === 'counts' && 'cuts' in rest && rest.cuts.includes(level),
        ).length,
    ),
    arms: weighArms(posterior, own),
    leftOut,
    ...(assessed ? { assessed } : {}),
    certainty: certaintyOf(factsOf(query, posterior, own, arm, options.seed)),
    ...(options.withSensitivity === false
      ? {}
      : { sensitivity: sensitivityOf(posterior, { arm, studies: names }, reading.used, options) }),
    diagnostics: posterior.diagnostics,
  };
}

function explained(
  query: ExpectationQuery,
  own: readonly ArmEvidence[],
  leftOut: readonly UnusedOutcome[],
): ExplainedOnly {
  const said = own.map(({ study, arm, words }) => ({
    study,
    arm,
    what: words,
    reason: 'a change of a score, which says that people improved but not how many by how much',
  }));
  const reason =
    said.length === 0 && leftOut.length === 0
      ? 'no arm of this indication and modality is in the table'
      : 'no arm of this indication and modality counts people by level of improvement';
  return { status: 'explained only', query, reason, exists: [...said, ...leftOut] };
}

const courseToBody = (region: CourseRegion | undefined): BodyRegion | undefined =>
  region === undefined || region === 'any' ? undefined : region === 'abdomen' ? 'body' : region;

/** Without a region those of the arms are taken. A region no arm of the indication treated borrows. */
function newArm(query: ExpectationQuery, own: readonly ArmEvidence[], all: readonly ArmEvidence[]): NewArm {
  const region = courseToBody(query.region);
  const treated = all
    .filter(({ indication }) => indication === query.indication)
    .flatMap(({ regions }) => regions);
  return {
    study: '',
    arm: '',
    indication: query.indication,
    modality: query.modality,
    regions: region === undefined ? [...new Set(own.flatMap(({ regions }) => regions))] : [region],
    isOpen: query.blinded === false,
    borrowsRegion: region !== undefined && !treated.includes(region),
  };
}

function statementOf({ blinded }: ExpectationQuery): string {
  const rater =
    blinded === false ? 'an assessor who knows the treatment' : 'an assessor who does not know the treatment';
  return `Of ${people} people like those studied, as rated by ${rater}, in a study of its own; before and after, not against no treatment.`;
}

function leftOutFor(query: ExpectationQuery, reading: TableReading): readonly UnusedOutcome[] {
  const arms = armsFor({ indication: query.indication, modality: query.modality }, studies());
  const ids = new Set(arms.map(({ study, arm }) => `${study.id}/${arm.id}`));
  return reading.leftOut.filter(({ study, arm }) => ids.has(`${study}/${arm}`));
}

const recordsOf = (own: readonly ArmEvidence[]): CertaintyFacts['arms'] =>
  own.flatMap((evidence) => {
    const study = studies().find(({ id }) => id === evidence.study);
    const arm = study?.arms.find(({ id }) => id === evidence.arm);
    return study && arm ? [{ evidence, study, arm }] : [];
  });

function assessedOf(own: readonly ArmEvidence[]): Band | undefined {
  const times = recordsOf(own).flatMap(({ arm: { follow_up: at } }) =>
    at?.after === 'last session' ? [at.time] : [],
  );
  return times.length === 0 ? undefined : { low: Math.min(...times), high: Math.max(...times) };
}

function factsOf(
  query: ExpectationQuery,
  posterior: Posterior,
  own: readonly ArmEvidence[],
  arm: NewArm,
  seed: number,
): CertaintyFacts {
  const taus: number[] = [];
  forEachDraw(posterior.sample, (q) => taus.push(exp(q[posterior.model.layout.tau])));
  const mean = shareAbove(predict(posterior, { ...arm, isAverage: true }, seed), headline);
  const [low = NaN, high = NaN] = quantiles(mean, [0.05, 0.95]).map((share) => people * share);
  return {
    arms: recordsOf(own),
    tau: quantile(taus, 0.5),
    meanBand: { low, high },
    region: courseToBody(query.region),
    phototype: query.phototype,
  };
}
