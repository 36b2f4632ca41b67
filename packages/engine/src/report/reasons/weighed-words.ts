import type { Downtime, WeighedCourse, WeighedCourses } from '../../plan/explain/weighed-courses.ts';
import { courseText } from '../course-words.ts';
import { bareBand, chanceText, sentenceCase, valueText } from '../numbers.ts';

/** A course of a trade-off in words. */
export interface WeighedLine {
  readonly course: string;
  readonly benefit: string;
  readonly downtime: string;
  /** Why it is refused and what would change that; undefined for one that is offered. */
  readonly refused: { readonly because: string; readonly wouldChange: string } | undefined;
}

const day = 86_400;

const benefitText = (benefit: WeighedCourse['benefit'], measure: WeighedCourses['measure']): string => {
  if (benefit === undefined) return 'what heat would do was not worked out';
  return measure === 'holes at the target'
    ? `${bareBand(benefit, '1/cm2')} holes per cm² reach the target`
    : `${bareBand(benefit, 'mm')} mm³ of tissue per mm² die of heat`;
};

/** Healing is told to tenths of a day, and to days from ten on. */
const numberText = (time: number): string => {
  const days = time / day;
  return valueText(days < 10 ? Math.round(days * 10) / 10 : Math.round(days), '1');
};

const longText = (time: number): string => (Number.isFinite(time) ? numberText(time) : 'over 365');

/** "5.5 (0 to 8.5)": days of redness at central values, and the second lowest and second highest that were drawn. */
export const daysText = ({ central, drawn }: Downtime): string => {
  if (drawn === undefined) return numberText(central);
  return `${numberText(central)} (${numberText(drawn.low)} to ${longText(drawn.high)})`;
};

/** The ends of a band hold whatever the law; a draw that lasts far longer is a tail of the model and is told. */
const tailText = ({ drawn }: Downtime): string =>
  drawn === undefined ? '' : `, ${longText(drawn.longest)} in the longest of ${drawn.draws} draws`;

const downtimeText = (downtime: WeighedCourse['downtime']): string =>
  downtime === undefined
    ? 'how its wounds heal is not modelled'
    : `${daysText(downtime)} days of redness after a visit${tailText(downtime)}`;

const refusalOf = ({ refused }: WeighedCourse): WeighedLine['refused'] => {
  if (refused === undefined) return undefined;
  const { title, value, upper, unit, direction, bound, remedy } = refused;
  return {
    because: `${sentenceCase(title)}: ${chanceText(valueText(value, unit), upper)}, ${direction} ${valueText(bound, unit)}.`,
    wouldChange: remedy,
  };
};

/** What a course of a trade-off brings, costs and is refused for. */
export const weighedLine = (one: WeighedCourse, measure: WeighedCourses['measure']): WeighedLine => ({
  course: courseText(one.settings, one.course),
  benefit: benefitText(one.benefit, measure),
  downtime: downtimeText(one.downtime),
  refused: refusalOf(one),
});
