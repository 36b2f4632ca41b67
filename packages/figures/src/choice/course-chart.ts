import type { Band } from '@percuta/engine';
import { element, figure, px, text, type Figure, type FigureOptions } from '../svg.ts';
import { colour } from '../tokens.ts';
import { spreadMarks } from './spread-marks.ts';

/** A course in the chart. */
export interface ChartCourse {
  /** Letter of one that is offered, number of one that is refused. */
  readonly label: string;
  readonly benefit: Band;
  /** Days of visible redness after a visit, second lowest and second highest of the draws where they were made. */
  readonly days: { readonly central: number; readonly low?: number; readonly high?: number };
  readonly sessions: number;
  readonly isRefused: boolean;
}

/** Courses to be shown by benefit and days of redness, and the words for the benefit. */
export interface CourseChartInput {
  readonly courses: readonly ChartCourse[];
  /** Label of the course that is chosen. */
  readonly chosen: string | undefined;
  /** The quantity on the upright axis, with its unit. */
  readonly benefit: string;
  /** The same in an amount: "4100 holes per cm²". */
  readonly amount: (course: ChartCourse) => string;
  /** Days of redness asked for at most. */
  readonly wish?: number | undefined;
}

/** Where a course stands in the drawing, px. */
export interface ChartMark {
  readonly label: string;
  readonly x: number;
  readonly y: number;
  readonly r: number;
}

/**
 * The chart of courses as a figure, with where each course stands in it (px) so that a page can make it answer the
 * pointer.
 */
export interface CourseChart extends Figure {
  readonly height: number;
  readonly marks: readonly ChartMark[];
}

const height = 380;
const [left, top, foot, edge] = [52, 42, 66, 16];
/** px between an axis and the mark of a course that stands at its end. */
const margin = 16;
const leastDays = 7;
/** Days beyond this many times what is asked for or offered stand at the edge. */
const room = 2;

const radiusOf = ({ sessions, isRefused }: ChartCourse): number =>
  (isRefused ? 5 : 6) + 1.2 * Math.min(sessions, 8);

interface Frame {
  readonly right: number;
  readonly bottom: number;
  readonly days: number;
  readonly x: (days: number) => number;
  readonly y: (benefit: number) => number;
  readonly range: readonly [number, number];
}

const daysShown = ({ courses, wish = 0 }: CourseChartInput): number => {
  const offered = courses.filter(({ isRefused }) => !isRefused);
  const shown = (offered.length === 0 ? courses : offered).map(({ days }) => days.central);
  return Math.max(leastDays, wish * room, ...shown.map((days) => days * (offered.length === 0 ? 1.1 : room)));
};

const frameOf = (input: CourseChartInput, width: number): Frame => {
  const amounts = input.courses.map(({ benefit }) => benefit.median).filter((value) => value > 0);
  const most = Math.max(...amounts, 1e-30);
  const range = [Math.max(Math.min(...amounts, most) / 3, most * 1e-5), most * 3] as const;
  const [right, bottom, days] = [width - edge, height - foot, daysShown(input)];
  const decades = Math.log10(range[1] / range[0]);
  return {
    right,
    bottom,
    days,
    range,
    x: (value) => left + margin + (Math.min(value, days) / days) * (right - left - 2 * margin),
    y: (value) =>
      bottom -
      (Math.log10(Math.max(range[0], Math.min(value, range[1])) / range[0]) / decades) * (bottom - top),
  };
};

const daySteps = [1, 2, 5, 7, 14, 28, 56, 112];

const drawAxes = ({ right, bottom, days, x, y, range }: Frame, benefit: string): string => {
  const powers = Array.from({ length: 60 }, (_, i) => i - 30).map((power) => 10 ** power);
  const ticks = powers.filter((tick) => tick >= range[0] && tick <= range[1]);
  const step = daySteps.find((each) => days / each <= 7) ?? days;
  const marks = Array.from({ length: Math.floor(days / step) + 1 }, (_, i) => i * step);
  return [
    text(0, 16, benefit, { colour: 'muted' }),
    ...ticks.map(
      (tick) =>
        element('path', { d: `M${left} ${px(y(tick))}H${px(right)}`, stroke: colour('grid') }) +
        text(left - 6, y(tick) + 4, String(Number(tick.toPrecision(3))), { colour: 'muted', anchor: 'end' }),
    ),
    element('path', { d: `M${left} ${bottom}H${px(right)}`, stroke: colour('muted') }),
    ...marks.map((day) => text(x(day), bottom + 17, String(day), { colour: 'muted', anchor: 'middle' })),
    text(right, bottom + 34, 'days of visible redness after a visit', { colour: 'muted', anchor: 'end' }),
  ].join('');
};

const drawWish = ({ right, bottom, days, x }: Frame, wish: number | undefined): string => {
  if (wish === undefined || wish >= days) return '';
  const at = x(wish);
  return (
    element('rect', {
      x: at,
      y: top,
      width: right - at,
      height: bottom - top,
      fill: colour('sunk'),
      'fill-opacity': 0.55,
    }) +
    element('path', {
      d: `M${px(at)} ${top}V${bottom}`,
      stroke: colour('muted'),
      'stroke-dasharray': '4 3',
    }) +
    text(right, top - 6, `past the ${Number(wish.toPrecision(3))} days asked for`, {
      colour: 'muted',
      anchor: 'end',
    })
  );
};

/** Bars of what the draws hold; one that runs past the chart ends at its edge. */
const drawBars = ({ x, y }: Frame, { benefit, days, isRefused }: ChartCourse): string => {
  if (isRefused) return '';
  const [cx, cy] = [x(days.central), y(benefit.median)];
  const bar = { stroke: colour('muted'), 'stroke-opacity': 0.4, 'stroke-linecap': 'round' } as const;
  const across =
    days.low === undefined || days.high === undefined
      ? ''
      : element('path', {
          d: `M${px(x(days.low))} ${px(cy)}H${px(x(days.high))}`,
          ...bar,
          'stroke-width': 1.5,
        });
  const upright = `M${px(cx)} ${px(y(benefit.low))}V${px(y(benefit.high))}`;
  return element('path', { d: upright, ...bar, 'stroke-width': 2.5 }) + across;
};

interface Drawn extends ChartMark {
  readonly course: ChartCourse;
}

const drawMark = ({ x, y, r, course, label }: Drawn, chosen: string | undefined): string => {
  const isChosen = label === chosen;
  const ring = element('circle', {
    cx: x,
    cy: y,
    r,
    fill: colour(isChosen ? 'accent' : 'surface'),
    stroke: colour(course.isRefused ? 'muted' : 'accent'),
    'stroke-width': course.isRefused ? 1.2 : 2,
    'stroke-dasharray': course.isRefused ? '3 2.5' : undefined,
  });
  const ink = isChosen ? 'onaccent' : course.isRefused ? 'muted' : 'accent';
  return ring + text(x, y + 4, label, { colour: ink, anchor: 'middle', isBold: !course.isRefused });
};

/** Key of the sizes. */
const drawVisits = (courses: readonly ChartCourse[]): string => {
  const counts = [...new Set(courses.map(({ sessions }) => sessions))].toSorted((a, b) => a - b).slice(0, 5);
  const middle = height - 14;
  let at = left;
  const marks = counts.map((sessions) => {
    const r = 6 + 1.2 * Math.min(sessions, 8);
    at += r;
    const mark =
      element('circle', { cx: at, cy: middle, r, fill: 'none', stroke: colour('muted') }) +
      text(at, middle + 4, String(sessions), { colour: 'muted', anchor: 'middle' });
    at += r + 8;
    return mark;
  });
  return marks.join('') + text(at, middle + 4, 'visits', { colour: 'muted' });
};

const dayText = ({ days: { central } }: ChartCourse): string =>
  central < 0.05
    ? 'no redness that is seen'
    : `${Number(central.toPrecision(2))} days of redness after each of`;

const sentenceOf = ({ courses, amount }: CourseChartInput): string => {
  const offered = courses
    .filter(({ isRefused }) => !isRefused)
    .toSorted((a, b) => b.benefit.median - a.benefit.median);
  const refused = courses.length - offered.length;
  const say = (course: ChartCourse): string =>
    `${course.label} brings ${amount(course)} for ${dayText(course)} ${course.days.central < 0.05 ? `in ${course.sessions} visits` : `${course.sessions} visits`}`;
  const [first, last] = [offered[0], offered.at(-1)];
  const found =
    first === undefined
      ? 'No course is inside the envelope.'
      : first === last || last === undefined
        ? `${say(first)}.`
        : `${say(first)}; ${say(last)}.`;
  return refused === 0
    ? found
    : `${found} ${refused} refused ${refused === 1 ? 'course is' : 'courses are'} drawn grey.`;
};

const note =
  'The upright axis is logarithmic; what brings nothing stands on the lower axis, what lasts longer than the chart at its right edge. Marks stand at central values; upright bars hold 5 to 95 % of the draws of the plan, level bars reach from the second lowest to the second highest of the draws of healing, between which a further one lies 8 times in 10. Marks that would hide one another are moved aside. Of each limit the closest refused course is drawn and two further past it. Trials do not tell these courses apart: how many people improve is the same for all of them.';

/**
 * What a course brings against how long it shows, the size its visits; refused courses grey, dashed and numbered.
 * `marks` says where they stand, for a page that lets them be pointed at.
 */
export const courseChart = (input: CourseChartInput, options: FigureOptions): CourseChart => {
  const frame = frameOf(input, options.width);
  const { courses, chosen } = input;
  // What is offered is placed first, so that refused ones give way.
  const ordered = courses.toSorted((a, b) => Number(a.isRefused) - Number(b.isRefused));
  const marks = spreadMarks(
    ordered.map((course) => ({
      label: course.label,
      course,
      x: frame.x(course.days.central),
      y: frame.y(course.benefit.median),
      r: radiusOf(course),
    })),
    frame.right,
  );
  const drawn = figure(
    { ...options, height },
    { title: 'Benefit against downtime', sentence: sentenceOf(input), note },
    drawWish(frame, input.wish),
    drawAxes(frame, input.benefit),
    ...ordered.map((course) => drawBars(frame, course)),
    ...marks.toReversed().map((mark) => drawMark(mark, chosen)),
    drawVisits(courses),
  );
  return { ...drawn, height, marks: marks.map(({ label, x, y, r }) => ({ label, x, y, r })) };
};
