import {
  basisOf,
  courseRegionOf,
  edition,
  forecastFor,
  gapsFor,
  moderatorsFor,
  site as siteOf,
  study,
  type CourseRegion,
  type DeviceSheet,
  type Forecast,
  type Gap,
  type IndicationId,
  type LevelBasis,
  type ModeratorReport,
  type Phototype,
  type Route,
  type Site,
  type SiteId,
  type Source,
  type StudyId,
} from '@percuta/evidence';
import type { Case } from '../case/case.ts';
import { routesOf } from './risks.ts';

type EstimatedForecast = Extract<Forecast, { readonly status: 'estimated' }>;
type Level = EstimatedForecast['levels'][number];

/** People of 100 like those studied, in a study of its own; bands hold 50 and 90 % of such studies. */
export interface ExpectedLevel extends Level {
  readonly basis: LevelBasis;
}

/** A study without which the headline would be another. */
export interface Sway {
  readonly study: StudyId;
  readonly source: Source;
  /** People of 100 at half better or more without it. */
  readonly median: number;
  readonly band90: Level['band90'];
}

interface Known {
  readonly route: Route;
  /** Whether trials support more or less of something. */
  readonly moderators: readonly ModeratorReport[];
  /** What no study says about this person, in words for the person. */
  readonly gaps: readonly Gap[];
}

/**
 * How many people of 100 reach each level of improvement after one kind of needles, with certainty, gaps and
 * studies.
 */
export interface EstimatedRoute extends Known, Pick<EstimatedForecast, 'status' | 'statement' | 'certainty'> {
  readonly levels: readonly ExpectedLevel[];
  /** After the last session, s; undefined where no trial says. */
  readonly assessed: EstimatedForecast['assessed'];
  readonly swayedBy: readonly Sway[];
  readonly studies: readonly { readonly id: StudyId; readonly source: Source }[];
}

/** No figure is given: what there is says whether, not how much. */
export interface ExplainedRoute extends Known {
  readonly status: 'explained only';
  readonly reason: string;
}

/** What trials say of one kind of needles: people of 100, or an explanation without figures. */
export type RouteExpectation = EstimatedRoute | ExplainedRoute;

/** What trials say to expect, for people and places like this one. */
export interface CourseExpectation {
  readonly indication: IndicationId;
  readonly site: SiteId;
  readonly region: CourseRegion;
  readonly phototype: Phototype;
  /** Date of the evidence, ISO 8601. */
  readonly asOf: string;
  readonly routes: readonly RouteExpectation[];
}

const known = (id: StudyId) => ({ id, source: study(id).source });

const ofRoute = (route: Route, { concern, person }: Case, site: Site): RouteExpectation => {
  const { indication } = concern;
  const { phototype, age } = person;
  const forecast = forecastFor(indication, route, courseRegionOf(site.id), phototype);
  const shared: Known = {
    route,
    moderators: moderatorsFor({ indication, modality: route }),
    gaps: gapsFor({ indication, route, phototype, age, site: site.id }),
  };
  if (forecast.status === 'explained only')
    return { ...shared, status: forecast.status, reason: forecast.reason };
  const { status, statement, certainty, assessed, levels, swayedBy, studies } = forecast;
  return {
    ...shared,
    status,
    statement,
    certainty,
    assessed,
    levels: levels.map((level) => ({ ...level, basis: basisOf(level) })),
    swayedBy: swayedBy.map(({ study: id, median, band90 }) => ({
      study: id,
      source: known(id).source,
      median,
      band90,
    })),
    studies: studies.map(known),
  };
};

/**
 * The expectation by indication, route and region. Where trials support neither needle length nor sessions, courses
 * of one route have the same; the phototype bears on certainty and gaps alone.
 */
export const expectationOf = (
  given: Case,
  site: Site,
  routes: readonly Route[] = ['needling'],
): CourseExpectation => ({
  indication: given.concern.indication,
  site: site.id,
  region: courseRegionOf(site.id),
  phototype: given.person.phototype,
  asOf: edition().evidence_as_of,
  routes: routes.map((route) => ofRoute(route, given, site)),
});

/** Once for each place that a protocol treats. */
export const expectationsOf = (
  given: Case,
  places: readonly SiteId[],
  sheet: DeviceSheet,
): CourseExpectation[] =>
  [...new Set(places)].map((id) => expectationOf(given, siteOf(id), routesOf([sheet])));
