import {
  levelNames,
  routeNames,
  shown,
  type EstimatedCourse,
  type ExpectationCourse,
  type TimedLevel,
  type ZoneExpectation,
} from '@percuta/engine';
import { toSI } from '@percuta/quantity';
import { table } from '../table.ts';

const week = toSI(1, 'weeks');

const people = ({ median, band90, basis }: TimedLevel): string => {
  const [middle, low, high] = [median, band90.low, band90.high].map((value) => String(Math.round(value)));
  return `${middle} (${low} to ${high})${basis === 'prior' ? ' % chance' : ''}`;
};

const builtText = (draws: number, { share }: EstimatedCourse['moments'][number]): string =>
  draws < 2
    ? shown(share.middle, '%', 2)
    : `${shown(share.middle, '%', 2)} (${shown(share.tenth, '%', 2)} to ${shown(share.ninetieth, '%', 2)})`;

const standingText = ({ standing }: EstimatedCourse): string =>
  standing
    .map(({ level, basis, median, band90: { low, high } }) =>
      basis === 'prior'
        ? `${levelNames[level]} ${median} % (${low} to ${high} %), a chance that rests on a prior`
        : `${levelNames[level]} ${median} (${low} to ${high})`,
    )
    .join('; ');

const routeText = (course: ExpectationCourse): string => {
  const name = routeNames[course.route];
  if (course.status === 'explained only')
    return `${name}: explained only, without a figure: ${course.reason}.`;
  const heads = course.moments[0]?.levels.map(({ level }) => levelNames[level]) ?? [];
  return [
    table(
      [name, 'of what is built', ...heads],
      course.moments.map((moment) => [
        `week ${Math.round(moment.time / week)}`,
        builtText(course.draws, moment),
        ...moment.levels.map(people),
      ]),
    ),
    `Of 100 people like those studied, 90 % of studies${course.draws < 2 ? '' : ' and of calibrated draws of healing'} in brackets. As trials leave them, at no week of their own: ${standingText(course)}.`,
    `${course.statement} A person is taken to come to his grade as the collagen of the course is built, until trials read at the latest, in week ${Math.round(course.readBy / week)}.`,
  ].join('\n');
};

/** How the expectation of a zone comes about over the weeks. */
export const expectationCourseText = ({ zone, routes }: ZoneExpectation): string =>
  [`${zone}: the expectation week by week after the first session`, ...routes.map(routeText)].join('\n\n');
