import type { DomainView, ModeratorReport } from '@percuta/evidence';
import type {
  CourseExpectation,
  EstimatedRoute,
  ExpectedLevel,
  RouteExpectation,
} from '../../expectation/expectation.ts';
import {
  courseSentence,
  explainedSentence,
  frequencySentence,
  levelNames,
  notCountedSentence,
  routeNames,
  whenText,
} from '../../expectation/words.ts';
import type {
  CertaintyLine,
  ExpectationSection,
  Fact,
  LevelLine,
  RouteExpectationSection,
} from '../content.ts';
import { counted, sentenceCase } from '../numbers.ts';

const basisText = ({ basis, countedIn }: ExpectedLevel): string => {
  if (basis === 'counted') return `counted in ${counted(countedIn, 'arm', 'arms')} of this`;
  return basis === 'borrowed'
    ? 'not counted in this: placed by studies of others'
    : 'not counted: rests on a prior';
};

/** People where somebody counted; a chance where a prior alone places the level. */
const levelLine = (level: ExpectedLevel): LevelLine => {
  const { median, band50, band90, basis } = level;
  const unit = basis === 'prior' ? ' %' : '';
  return {
    level: sentenceCase(levelNames[level.level]),
    middle: basis === 'prior' ? `chance ${median} %` : `${median} of 100`,
    half: `${band50.low} to ${band50.high}${unit}`,
    most: `${band90.low} to ${band90.high}${unit}`,
    basis: basisText(level),
    isCounted: basis === 'counted',
  };
};

const domainLine = ({ domain, concern, facts, judgement }: DomainView): CertaintyLine => ({
  domain: sentenceCase(domain),
  concern: concern === 'none' ? 'no concern' : concern,
  facts,
  judgement,
});

const moderatorFact = ({ moderator, isSupported, statement }: ModeratorReport): Fact => ({
  label: `${sentenceCase(moderator)}: ${isSupported ? 'supported' : 'not supported'}`,
  value: statement,
  sources: [],
});

/** Sources and numbers of the studies without which the headline would be another. */
const swayFacts = ({ levels, swayedBy }: EstimatedRoute): Fact[] => {
  const headline = levels.find(({ level }) => level === '50');
  return swayedBy.map(({ study, source, median, band90 }) => ({
    label: `Without ${study}`,
    value: `${median} of 100 ${levelNames['50']} (${band90.low} to ${band90.high}), in place of ${headline?.median}`,
    sources: [source],
  }));
};

const sharedFacts = ({ moderators, gaps }: RouteExpectation): Fact[] => [
  ...moderators.map(moderatorFact),
  ...gaps.map(({ about, text, outOf }): Fact => ({
    label: `Gap: ${about}`,
    value: text,
    sources: [],
    note: `${counted(outOf, 'study', 'studies')} looked through; in words for the person`,
  })),
];

const routeSection = (expected: RouteExpectation): RouteExpectationSection => {
  const { route } = expected;
  const name = sentenceCase(routeNames[route]);
  if (expected.status === 'explained only') {
    return {
      route,
      name,
      sentence: explainedSentence(expected),
      notCounted: '',
      frame: '',
      certainty: undefined,
      levels: [],
      domains: [],
      facts: sharedFacts(expected),
    };
  }
  const { certainty, levels, statement, studies } = expected;
  return {
    route,
    name,
    sentence: frequencySentence(expected),
    notCounted: notCountedSentence(expected),
    frame: `${statement} ${sentenceCase(whenText(expected))}.`,
    certainty: certainty.grade,
    levels: levels.map(levelLine),
    domains: certainty.domains.map(domainLine),
    facts: [
      ...swayFacts(expected),
      ...sharedFacts(expected),
      {
        label: 'Studies behind it',
        value: counted(studies.length, 'study', 'studies'),
        sources: studies.map(({ source }) => source),
      },
    ],
  };
};

/** What trials say to expect, and how sure that is. */
export const expectationSection = (expectation: CourseExpectation): ExpectationSection => ({
  people: `phototype ${expectation.phototype}, ${expectation.region}; evidence as of ${expectation.asOf}`,
  courses: courseSentence(expectation),
  routes: expectation.routes.map(routeSection),
});

/** Where its statements come from, in the order in which a reader meets them. */
export const expectationSources = ({ routes }: ExpectationSection) =>
  routes.flatMap(({ facts }) => facts.flatMap(({ sources }) => sources));
