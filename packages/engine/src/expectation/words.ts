import type { Route } from '@percuta/evidence';
import { fromSI } from '@percuta/quantity';
import type { CourseExpectation, EstimatedRoute, ExpectedLevel, RouteExpectation } from './expectation.ts';

/** Levels of improvement as sentences and tables call them. */
export const levelNames: Readonly<Record<ExpectedLevel['level'], string>> = {
  worse: 'worse',
  'no-change': 'no change',
  any: 'any improvement',
  '25': 'a quarter better or more',
  '50': 'half better or more',
  '75': 'three quarters better or more',
};

/** Kinds of needles as sentences and tables call them. */
export const routeNames: Readonly<Record<Route, string>> = {
  needling: 'needles alone',
  rf: 'radio-frequency needles',
};

const supportedOf = ({ routes }: CourseExpectation): string[] =>
  routes.flatMap(({ moderators }) =>
    moderators.filter(({ isSupported }) => isSupported).map(({ moderator }) => moderator),
  );

/** Whether the expectation tells courses apart. The model has no term for settings or sessions. */
export const courseSentence = (expectation: CourseExpectation): string => {
  const supported = [...new Set(supportedOf(expectation))];
  return supported.length === 0
    ? 'Trials do not separate these courses: the expectation goes by problem, region and kind of needles, and is the same for every depth, number of passes and number of sessions.'
    : `The same for every course: trials find that ${supported.join(' and ')} matter, but the figure holds no term for that.`;
};

const manyText = ({ median, band90: { low, high } }: ExpectedLevel): string =>
  `${median} (${low} to ${high})`;

/** Median and 90 % band of the levels people ask about, as natural frequencies. */
export const frequencySentence = ({ levels }: EstimatedRoute): string => {
  const parts = (['50', 'any', '75'] as const).flatMap((name) =>
    levels
      .filter(({ level, basis }) => level === name && basis !== 'prior')
      .map((level) => `${manyText(level)} ${levelNames[name]}${level.basis === 'borrowed' ? '*' : ''}`),
  );
  const note = parts.some((part) => part.endsWith('*'))
    ? ' * Not counted for this problem: placed by studies of others.'
    : '';
  return `Of 100 people like those studied: ${parts.join('; ')} (in brackets, 90 % of such studies).${note}`;
};

/** What rests on a prior is a chance; it is never said to be people. Empty where all is counted. */
export const notCountedSentence = ({ levels }: EstimatedRoute): string => {
  const chances = levels
    .filter(({ basis }) => basis === 'prior')
    .map(
      ({ level, median, band90: { low, high } }) => `${levelNames[level]} ${median} % (${low} to ${high} %)`,
    );
  if (chances.length === 0) return '';
  return `Not counted by any study of this: ${chances.join(', ')}; ${chances.length === 1 ? 'this chance rests' : 'these chances rest'} on a prior.`;
};

/** The studies that matter most to the headline, by leaving each out. Empty where none does. */
export const swaySentence = ({ levels, swayedBy }: EstimatedRoute): string => {
  const headline = levels.find(({ level }) => level === '50');
  if (headline === undefined || swayedBy.length === 0) return '';
  const others = swayedBy.map(({ study, median }) => `${median} without ${study}`);
  const [studies, decide] = others.length === 1 ? ['One study', 'sways'] : ['Single studies', 'sway'];
  return ` ${studies} ${decide} this: of 100, not ${headline.median} but ${others.join(', ')} would be ${levelNames['50']}.`;
};

const weeks = (time: number): string => String(Math.round(fromSI(time, 'days') / 7));

/** When trials read the result. */
export const whenText = ({ assessed }: EstimatedRoute): string => {
  if (assessed === undefined) return 'no trial says when it was read';
  const [low, high] = [weeks(assessed.low), weeks(assessed.high)];
  return `read ${low === high ? low : `${low} to ${high}`} weeks after the last session`;
};

/** Why no figure is given. */
export const explainedSentence = (
  expected: Extract<RouteExpectation, { status: 'explained only' }>,
): string => `Explained only, without a figure: ${expected.reason}.`;
