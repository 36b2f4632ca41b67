import type { CourseReasons, PlanReasons, RefusalReasons } from '../../plan/explain/plan-reasons.ts';
import type { Scenario } from '../../plan/explain/robustness.ts';
import type { Outcome } from '../../plan/explain/total-influence.ts';
import type { Margin } from '../../safety/envelope.ts';
import type { TailMargin } from '../../safety/tail-margin.ts';
import { courseText } from '../course-words.ts';
import { chanceText, counted, sentenceCase, shareText, valueText } from '../numbers.ts';
import { letterOf } from '../shortlist.ts';
import { changeText } from './change-words.ts';

/** What is said under one head. */
export interface ReasonLines {
  readonly head: string;
  readonly lines: readonly string[];
}

const marginText = ({ title, value, upper, unit, direction, bound, used }: Margin): string =>
  `${title}: ${chanceText(valueText(value, unit), upper)}, ${direction} ${valueText(bound, unit)}, so ${shareText(used)} used`;

const bindingLine = ({ binding, next }: CourseReasons): string =>
  `Most used limit: ${marginText(binding)}.${next === undefined ? '' : ` Next: ${marginText(next)}.`}`;

/** Who keeps from what, and who reaches it. */
const distanceWords: Readonly<Record<TailMargin['margin'], readonly [string, string]>> = {
  'tip to fat': ['the tip keeps DISTANCE from the fat', 'the tip stands DISTANCE in the fat'],
  'coagulation to fat': [
    'coagulation keeps DISTANCE from the fat',
    'coagulation reaches DISTANCE into the fat',
  ],
  'cell death to epidermis': [
    'dead cells keep DISTANCE from the epidermis',
    'dead cells reach DISTANCE into the epidermis',
  ],
};

const tailText = ({ margin, worstMean, share }: TailMargin): string => {
  const [kept, reached] = distanceWords[margin];
  const said = (worstMean < 0 ? reached : kept).replace('DISTANCE', valueText(Math.abs(worstMean), 'mm'));
  return `in the worst ${shareText(share)} of draws and places ${said}, as a mean`;
};

const chanceLine = ({ joint, tails }: CourseReasons): string =>
  [
    ...(joint === undefined
      ? []
      : [`chance that any limit is broken ${chanceText(valueText(joint.value, '%'), joint.upper)}`]),
    ...tails.filter(({ worstMean }) => Number.isFinite(worstMean)).map(tailText),
  ].join('; ');

const outcomeWords: Readonly<Record<Outcome, string>> = {
  insertionDepth: 'the depth tips reach',
  dermalDensity: 'the holes in the dermis',
  roomToFat: 'the room above the fat',
};
const outcomes = ['insertionDepth', 'dermalDensity', 'roomToFat'] as const;

const mattersLine = ({ matters }: CourseReasons): string =>
  `Matters most: ${matters
    .map(({ meaning, total }) => {
      const [first = 'roomToFat'] = outcomes.toSorted((a, b) => total[b].value - total[a].value);
      return `${meaning} (${shareText(Math.min(1, total[first].value))} of ${outcomeWords[first]})`;
    })
    .join('; ')}.`;

const measuredLine = ({ measured: { error, readings } }: CourseReasons): string => {
  const lost = readings.filter(({ keepsCourse }) => !keepsCourse);
  const depths = readings.map(({ deepest }) => deepest);
  const range = `${valueText(Math.min(...depths), 'mm')} to ${valueText(Math.max(...depths), 'mm')}`;
  const worst = Math.max(...lost.map(({ reading }) => reading));
  return `Skin measured first (± ${valueText(error, 'mm')}): of ${readings.length} readings that are equally likely ${
    lost.length === 0 ? 'none' : `${lost.length}, up to ${valueText(worst, 'mm')},`
  } would find this course outside; the deepest setting inside would be ${range}.`;
};

const scenarioText = ({ name, worst, used }: Scenario): string =>
  worst === undefined
    ? name
    : `${name} (${worst.title} ${valueText(worst.value, worst.unit)}, ${shareText(used)} of its bound)`;

const robustLine = ({ worst, scenarios }: CourseReasons): string => {
  if (worst === undefined) return '';
  const broken = scenarios.filter(({ used, name }) => used > 1 && name !== worst.name);
  const rest =
    broken.length === 0
      ? 'nothing else tried breaks a bound'
      : `also past a bound: ${broken.map(scenarioText).join('; ')}`;
  const doses = scenarios.map(({ dose }) => dose);
  const range = `${valueText(Math.min(...doses), '1/cm2')} to ${valueText(Math.max(...doses), '1/cm2')}`;
  return `If not as planned: worst with ${scenarioText(worst)}; ${rest}; holes at the target then ${range}.`;
};

const courseLines = (reasons: CourseReasons, i: number): ReasonLines => ({
  head: `${letterOf(i)}: ${reasons.names.length === 0 ? 'in between' : reasons.names.join('; ')}`,
  lines: [
    bindingLine(reasons),
    `${sentenceCase(chanceLine(reasons))}.`,
    mattersLine(reasons),
    measuredLine(reasons),
    robustLine(reasons),
  ].filter((line) => line.length > 1),
});

const refusalLines = ({ count, closest, changes }: RefusalReasons): ReasonLines => {
  const { title, value, upper, unit, direction, bound } = closest.binding;
  const stands = `${chanceText(valueText(value, unit), upper)} against ${direction} ${valueText(bound, unit)}`;
  return {
    head: `${sentenceCase(title)}: ${counted(count, 'course', 'courses')} outside`,
    lines: [
      `The closest, ${courseText(closest.settings, closest.course)}: ${stands}.`,
      ...(changes.length === 0 ? ['No single change of its settings moves this.'] : []),
      ...changes.map((change) => `${sentenceCase(changeText(change, closest))}.`),
    ],
  };
};

/** Why each course is as it is, and what would change what was refused, in sentences. */
export const reasonLines = (
  reasons: PlanReasons,
): { readonly courses: readonly ReasonLines[]; readonly refusals: readonly ReasonLines[] } => ({
  courses: reasons.courses.map(courseLines),
  refusals: reasons.refusals.map(refusalLines),
});
