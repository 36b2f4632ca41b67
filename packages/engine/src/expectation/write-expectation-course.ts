import { shown } from '../wire.ts';
import type { ExpectationCourse, ExpectedMoment } from './expectation-course.ts';
import { writeLevel } from './write-expectation.ts';
import type { TimedLevel } from './timed-levels.ts';

const people = (value: number): number => Number(value.toPrecision(3));

const writeTimed = ({ level, basis, median, band50, band90 }: TimedLevel) => ({
  level,
  basis,
  of_100: people(median),
  of_100_50: { low: people(band50.low), high: people(band50.high) },
  of_100_90: { low: people(band90.low), high: people(band90.high) },
});

const writeMoment = (draws: number, { time, share, levels }: ExpectedMoment) => ({
  after_first_session: shown(time, 'days'),
  share_built: shown(share.middle, '%', 3),
  ...(draws < 2
    ? {}
    : { share_built_80: { low: shown(share.tenth, '%', 3), high: shown(share.ninetieth, '%', 3) } }),
  levels: levels.map(writeTimed),
});

/** The expectation over the weeks. */
export const writeExpectationCourse = (course: ExpectationCourse) =>
  course.status === 'explained only'
    ? { route: course.route, status: course.status, reason: course.reason }
    : {
        route: course.route,
        status: course.status,
        statement: course.statement,
        draws_of_healing: course.draws,
        healing_in_bands:
          course.draws < 2 ? 'none: a single run at central values' : 'the calibrated ensemble',
        trials_read_by: shown(course.readBy, 'days', 4),
        moments: course.moments.map((moment) => writeMoment(course.draws, moment)),
        as_trials_leave_them: course.standing.map(writeLevel),
      };
