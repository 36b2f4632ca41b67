import type { Route } from '@percuta/evidence';
import { toSI } from '@percuta/quantity';
import { eightyBandOf, type EightyBand } from '../appearance/eighty-band.ts';
import { shareAt, type CourseShape } from './course-shape.ts';
import type { CourseExpectation, EstimatedRoute, ExpectedLevel } from './expectation.ts';
import { timedLevels, type TimedLevel } from './timed-levels.ts';

/** The expectation at one time. */
export interface ExpectedMoment {
  /** s since the first session */
  readonly time: number;
  /** Of what is built until trials read at the latest, the share that is built; over the draws of healing. */
  readonly share: EightyBand;
  /** People of 100 at a quarter, half and three quarters better or more. */
  readonly levels: readonly TimedLevel[];
}

/** How the expectation of one kind of needles comes about: the shape is a model, the size is from trials. */
export interface EstimatedCourse {
  readonly status: 'estimated';
  readonly route: Route;
  /** Draws of healing behind the shape; 1 stands for a single run, whose shape has no band. */
  readonly draws: number;
  /** s since the first one. */
  readonly sessions: readonly number[];
  /** When trials read at the latest, s since the first session: from there on people are those of the trials. */
  readonly readBy: number;
  readonly moments: readonly ExpectedMoment[];
  /** Worse, no change and any improvement, as trials leave them: no trial says when people come to them. */
  readonly standing: readonly ExpectedLevel[];
  readonly statement: string;
}

/** How the expectation of one kind of needles comes about over the weeks, or why there is none. */
export type ExpectationCourse =
  | EstimatedCourse
  | { readonly status: 'explained only'; readonly route: Route; readonly reason: string };

const step = toSI(4, 'weeks');
const standingLevels: readonly string[] = ['worse', 'no-change', 'any'];

const statement =
  'The shape over the weeks is that of a model of healing, which no trial has followed; the size is from trials.';

/** Every four weeks, and when trials read at the latest. */
const timesUntil = (end: number): number[] => [
  ...Array.from({ length: Math.ceil(end / step - 1e-9) }, (_, i) => i * step),
  end,
];

const courseOf = (expected: EstimatedRoute, shape: CourseShape): EstimatedCourse => {
  const { times, sessions, draws } = shape;
  const last = sessions.at(-1) ?? 0;
  const followed = times.at(-1) ?? last;
  const readBy = Math.min(followed, last + (expected.assessed?.high ?? followed));
  const sharesAt = (time: number): Float64Array =>
    new Float64Array(
      draws.map((shares) => {
        const whole = shareAt(times, shares, readBy);
        return whole > 0 ? shareAt(times, shares, time) / whole : 0;
      }),
    );
  const moments = timesUntil(readBy).map((time) => {
    const shares = sharesAt(time);
    return { time, share: eightyBandOf(shares), levels: timedLevels(expected.levels, shares) };
  });
  const standing = expected.levels.filter(({ level }) => standingLevels.includes(level));
  const { route } = expected;
  return {
    status: 'estimated',
    route,
    draws: draws.length,
    sessions,
    readBy,
    moments,
    standing,
    statement,
  };
};

/** (expectation.10) For every kind of needles that a course is expected of. */
export const expectationCourses = (
  { routes }: CourseExpectation,
  shape: CourseShape,
): readonly ExpectationCourse[] =>
  routes.map((expected) =>
    expected.status === 'estimated'
      ? courseOf(expected, shape)
      : { status: expected.status, route: expected.route, reason: expected.reason },
  );
