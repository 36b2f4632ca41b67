import { feelOverTime } from '../appearance/feel-over-time.ts';
import { cellPopulations } from '../heal/cell-populations.ts';
import { depthMaps } from '../heal/depth-maps.ts';
import { expectationOverTime } from '../heal/expectation-over-time.ts';
import { matrixCourses } from '../heal/matrix-courses.ts';
import { minutesToMonths } from '../heal/minutes-to-months.ts';
import type { Figure, FigureOptions } from '../svg.ts';
import { reliefStrip } from '../appearance/relief-strip.ts';
import { feelMadeUp, reliefMadeUp } from './appearance.ts';
import {
  courseMadeUp,
  depthsMadeUp,
  expectationMadeUp,
  healingTimesMadeUp,
  oneRunMadeUp,
  singleRunMadeUp,
} from './heal.ts';

/** Each figure of healing and of what follows it, drawn from made-up courses. */
export const healFigures: Readonly<Record<string, (options: FigureOptions) => Figure>> = {
  'minutes-to-months': (options) => minutesToMonths(healingTimesMadeUp, options),
  'minutes-to-months-one': (options) => minutesToMonths(oneRunMadeUp, options),
  'matrix-courses': (options) => matrixCourses(courseMadeUp, options),
  'matrix-courses-one': (options) => matrixCourses(singleRunMadeUp, options),
  'depth-maps': (options) => depthMaps(depthsMadeUp, options),
  'cell-populations': (options) => cellPopulations(courseMadeUp, options),
  'expectation-over-time': (options) => expectationOverTime(expectationMadeUp, options),
  'feel-over-time': (options) => feelOverTime(feelMadeUp, options),
  'relief-strip': (options) => reliefStrip(reliefMadeUp, options),
};
