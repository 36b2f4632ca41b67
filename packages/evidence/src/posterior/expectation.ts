import type { CourseRegion } from '../course/protocol-schema.ts';
import type { Phototype } from '../course/indication.ts';
import type { StudiedIndication } from '../study/study-schema.ts';
import { certaintyOf, type Certainty } from './certainty.ts';
import { assessedOf, bodyRegionOf, certaintyFacts, unusedFor } from './facts.ts';
import { fitPosterior, type Diagnostics, type FitOptions, type Posterior } from './fit.ts';
import { forecast, hundredPeople, people } from './levels.ts';
import type { Band, ImprovementLevel, LevelForecast } from './levels.ts';
import { moderatorsFor, type ModeratorReport } from './moderators.ts';
import { predict, type NewArm } from './predict.ts';
import type { ArmEvidence, UnusedOutcome } from './reading/evidence.ts';
import { tableReading, type TableReading } from './reading/read-table.ts';
import {
  headline,
  headlineWithout,
  sensitivityOf,
  type Sensitivity,
  type Variant,
  type WithoutStudy,
} from './sensitivity.ts';
import { weighArms, type UsedArm } from './weights.ts';

/** The problem, region and kind of needles for which improvement is forecast. */
export interface ExpectationQuery {
  readonly indication: StudiedIndication;
  readonly region?: CourseRegion;
  readonly modality: 'needling' | 'rf';
  /** Rated by somebody who does not know; unless false. */
  readonly blinded?: boolean;
  /** Bears on the certainty only: no trial gives results by phototype. */
  readonly phototype?: Phototype;
}

/** How the forecast is worked out, and what of earlier work is used again. */
export interface ExpectationOptions extends FitOptions {
  /** A fit to use again for several questions; it has to be one of the same table. */
  readonly posterior?: Posterior;
  readonly reading?: TableReading;
  /** Off saves two fits and more. */
  readonly withSensitivity?: boolean;
  /** Fits without a study each, made once for several questions. */
  readonly without?: readonly WithoutStudy[];
}

/**
 * How many people of 100 like those studied reach each level of improvement, with what that rests on and how
 * certain it is.
 */
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
  /** Whether trials support more or less of something. */
  readonly moderators: readonly ModeratorReport[];
  readonly certainty: Certainty;
  readonly sensitivity?: Sensitivity;
  /** The headline without each of the studies asked for. */
  readonly without?: readonly (Variant & { readonly study: string })[];
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

/** What trials lead one to expect: a forecast where people were counted, else an explanation without figures. */
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
  const leftOut = unusedFor(query, reading.leftOut);
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
    levels: forecast(hundred, (level) => countedAt(level, own)),
    arms: weighArms(posterior, own),
    leftOut,
    ...(assessed ? { assessed } : {}),
    moderators: moderatorsFor(query),
    certainty: certaintyOf({
      ...certaintyFacts(posterior, own, arm, options.seed),
      region: bodyRegionOf(query.region),
      phototype: query.phototype,
    }),
    ...(options.withSensitivity === false
      ? {}
      : { sensitivity: sensitivityOf(posterior, { arm, studies: names }, reading.used, options) }),
    ...(options.without === undefined
      ? {}
      : {
          without: headlineWithout(options.without, { counts: hundred[headline], arm, seed: options.seed }),
        }),
    diagnostics: posterior.diagnostics,
  };
}

/** Arms that counted people at the cut of the level; for no change at both of its ends. */
function countedAt(level: ImprovementLevel, own: readonly ArmEvidence[]): number {
  const needed = level === 'no-change' ? ['worse', 'any'] : [level];
  return own.filter(
    ({ reading }) => reading.kind === 'counts' && needed.every((cut) => reading.cuts.includes(cut)),
  ).length;
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

/** Without a region those of the arms are taken. A region no arm of the indication treated borrows. */
function newArm(query: ExpectationQuery, own: readonly ArmEvidence[], all: readonly ArmEvidence[]): NewArm {
  const region = bodyRegionOf(query.region);
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
