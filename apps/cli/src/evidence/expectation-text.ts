import {
  courseSentence,
  explainedSentence,
  frequencySentence,
  notCountedSentence,
  routeNames,
  swaySentence,
  whenText,
  type CourseExpectation,
  type RouteExpectation,
} from '@percuta/engine';

const routeText = (expected: RouteExpectation): string => {
  const name = routeNames[expected.route];
  if (expected.status === 'explained only') return `${name}: ${explainedSentence(expected)}`;
  const { certainty } = expected;
  const reasons = certainty.domains.filter(({ concern }) => concern !== 'none').map(({ domain }) => domain);
  return [
    `${name}, before and after, ${whenText(expected)}: ${frequencySentence(expected)}`,
    `  ${notCountedSentence(expected)}`,
    `  Certainty ${certainty.grade}${reasons.length === 0 ? '' : ` (${reasons.join(', ')})`}.${swaySentence(expected)}`,
  ]
    .filter((line) => line.trim() !== '')
    .join('\n');
};

/** In words for the person, each once. */
const gapsText = ({ routes }: CourseExpectation): string => {
  const texts = [...new Set(routes.flatMap(({ gaps }) => gaps.map(({ text }) => text)))];
  return texts.length === 0 ? '' : `Gaps: ${texts.join(' ')}`;
};

/** What each kind of needles may be expected to do, in a few lines; `evidence` and the report have the rest. */
export const expectationText = (expectation: CourseExpectation): string =>
  [
    `What trials say to expect (phototype ${expectation.phototype}, ${expectation.region}; evidence as of ${expectation.asOf})`,
    ...expectation.routes.map(routeText),
    gapsText(expectation),
    courseSentence(expectation),
  ]
    .filter((line) => line !== '')
    .join('\n');
