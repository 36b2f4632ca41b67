import type { Forecast } from '@percuta/evidence';
import { shown } from '../wire.ts';
import type {
  CourseExpectation,
  EstimatedRoute,
  ExpectedLevel,
  RouteExpectation,
  Sway,
} from './expectation.ts';
import { courseSentence } from './words.ts';

type Band = Extract<Forecast, { readonly status: 'estimated' }>['levels'][number]['band90'];

const chance = (people: number): string => shown(people / 100, '%');
const chances = ({ low, high }: Band) => ({ low: chance(low), high: chance(high) });

/** What nobody has counted is written as a chance, so that no reader takes it for people. */
export const writeLevel = ({ level, median, band50, band90, basis, countedIn }: ExpectedLevel) =>
  basis === 'prior'
    ? { level, basis, chance: chance(median), chance_50: chances(band50), chance_90: chances(band90) }
    : { level, basis, of_100: median, of_100_50: band50, of_100_90: band90, counted_in_arms: countedIn };

const writeSway = ({ study, median, band90 }: Sway) => ({
  without: study,
  of_100: median,
  of_100_90: band90,
});

const writeEstimated = ({ statement, levels, assessed, certainty, swayedBy, studies }: EstimatedRoute) => ({
  statement,
  levels: levels.map(writeLevel),
  assessed_after_last_session:
    assessed === undefined
      ? 'not stated'
      : { low: shown(assessed.low, 'days'), high: shown(assessed.high, 'days') },
  certainty: { grade: certainty.grade, starts_at: certainty.startsAt, domains: certainty.domains },
  half_better_swayed_by: swayedBy.map(writeSway),
  studies: studies.map(({ id }) => id),
});

const writeRoute = (expected: RouteExpectation) => ({
  route: expected.route,
  status: expected.status,
  ...(expected.status === 'estimated' ? writeEstimated(expected) : { reason: expected.reason }),
  moderators: expected.moderators.map(({ moderator, isSupported, statement }) => ({
    moderator,
    supported: isSupported,
    statement,
  })),
  gaps: expected.gaps.map(({ about, text, outOf }) => ({ about, text, out_of_studies: outOf })),
});

/** People of 100 as numbers, chances and times as text. */
export const writeExpectation = (expectation: CourseExpectation) => ({
  indication: expectation.indication,
  site: expectation.site,
  region: expectation.region,
  phototype: expectation.phototype,
  evidence_as_of: expectation.asOf,
  courses: courseSentence(expectation),
  routes: expectation.routes.map(writeRoute),
});
