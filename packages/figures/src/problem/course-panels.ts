import { element, pathOf, px, text } from '../svg.ts';
import { colour } from '../tokens.ts';

const panelHeight = 150;
const head = 26;
const plot = 88;
const axisWidth = 44;
const gap = 22;

/** One quantity over time; what is not finite leaves a gap. */
export interface CourseSeries {
  /** The quantity in words with its unit. */
  readonly title: string;
  readonly values: Float64Array;
}

/** Courses that share their times, s, and when something was on. */
export interface Courses {
  readonly times: Float64Array;
  readonly series: readonly CourseSeries[];
  readonly pulses: readonly { readonly from: number; readonly to: number }[];
  /** End of the axis of times, s. */
  readonly end: number;
  readonly timeText: (time: number) => string;
}

interface Panel {
  readonly left: number;
  readonly right: number;
  readonly top: number;
}

export const finiteOf = (values: Float64Array): number[] => Array.from(values).filter(Number.isFinite);

/** A round step that divides a span into at most four. */
export const roundStep = (span: number): number => {
  const power = 10 ** Math.floor(Math.log10(span / 4));
  return [1, 2, 5, 10].map((factor) => factor * power).find((step) => span / step <= 4) ?? 10 * power;
};

const scaleOf = (values: readonly number[]): { low: number; high: number; step: number } => {
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const span = Math.max(most - least, Math.abs(most) * 0.02, 1e-9);
  const step = roundStep(span);
  return { low: Math.floor(least / step) * step, high: Math.ceil(most / step + 1e-9) * step, step };
};

const digitsOf = (step: number): number => Math.max(0, -Math.floor(Math.log10(step) + 1e-9));

const drawTicks = (
  panel: Panel,
  { low, high, step }: ReturnType<typeof scaleOf>,
  y: (value: number) => number,
): string =>
  Array.from({ length: Math.round((high - low) / step) + 1 }, (_, n) => low + n * step)
    .map(
      (tick) =>
        element('path', {
          d: `M${px(panel.left)} ${px(y(tick))}H${px(panel.right)}`,
          stroke: colour('grid'),
        }) +
        text(panel.left - 5, y(tick) + 4, tick.toFixed(digitsOf(step)), { colour: 'muted', anchor: 'end' }),
    )
    .join('');

/** Unbroken stretches of a course within its axis, px. */
const partsOf = (
  { times, end }: Courses,
  values: Float64Array,
  place: (time: number, value: number) => [number, number],
): [number, number][][] => {
  const parts: [number, number][][] = [[]];
  values.forEach((value, n) => {
    const time = times[n] ?? 0;
    if (time > end || !Number.isFinite(value)) parts.push([]);
    else parts.at(-1)?.push(place(time, value));
  });
  return parts.filter((part) => part.length > 1);
};

const drawPanel = (panel: Panel, courses: Courses, { title, values }: CourseSeries): string => {
  const { left, right, top } = panel;
  const { times, pulses, end, timeText } = courses;
  const scale = scaleOf(finiteOf(values.filter((_, n) => (times[n] ?? 0) <= end)));
  const x = (time: number): number => left + (time / end) * (right - left);
  const y = (value: number): number => top + head + ((scale.high - value) / (scale.high - scale.low)) * plot;
  const bottom = top + head + plot;
  const last = pulses.at(-1)?.to ?? end;
  return [
    text(left, top + 14, title, { isBold: true }),
    ...pulses.map(({ from, to }) =>
      element('rect', {
        x: x(Math.min(from, end)),
        y: top + head,
        width: x(Math.min(to, end)) - x(Math.min(from, end)),
        height: plot,
        fill: colour('sunk'),
      }),
    ),
    drawTicks(panel, scale, y),
    ...partsOf(courses, values, (time, value) => [x(time), y(value)]).map((part) =>
      element('path', { d: pathOf(part), fill: 'none', stroke: colour('accent'), 'stroke-width': 2 }),
    ),
    text(left, bottom + 16, '0', { colour: 'muted', anchor: 'middle' }),
    ...(last < 0.8 * end
      ? [text(x(last), bottom + 16, timeText(last), { colour: 'muted', anchor: 'middle' })]
      : []),
    text(right, bottom + 16, timeText(end), { colour: 'muted', anchor: 'end' }),
  ].join('');
};

/** Panels side by side where there is room, one for each quantity, with the height that they take. */
export const coursePanels = (
  courses: Courses,
  width: number,
  across: 1 | 2,
): { readonly height: number; readonly drawn: readonly string[] } => {
  const own = (width - gap * (across - 1)) / across;
  return {
    height: Math.ceil(courses.series.length / across) * panelHeight,
    drawn: courses.series.map((each, n) => {
      const left = (n % across) * (own + gap);
      const top = Math.floor(n / across) * panelHeight;
      return drawPanel({ left: left + axisWidth, right: left + own - 10, top }, courses, each);
    }),
  };
};
