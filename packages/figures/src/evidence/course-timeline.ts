import { element, figure, px, text, wrap, type Figure, type FigureOptions } from '../svg.ts';
import { colour, type Token } from '../tokens.ts';
import { drawTicks, place, type Axis } from './axis.ts';
import { countOf } from './interval-text.ts';

/** A course and when its result can be judged; times in seconds, all after the last session but the interval. */
export interface TimelineInput {
  readonly sessions: number;
  /** Between two sessions. */
  readonly interval: number;
  /** When the course is judged again. */
  readonly judgeAfter: number;
  /** When trials of this read their results, where they say so. */
  readonly assessed?: { readonly low: number; readonly high: number };
}

const week = 7 * 86_400;
const lineHeight = 15;
const laneHeight = 52;
const first = 6;

const weeksText = (time: number): string => countOf(Math.round(time / week), 'week', 'weeks');

interface Lane {
  readonly words: string;
  readonly token: Token;
  /** Where its mark begins, px. */
  readonly from: number;
  readonly markup: (y: number) => string;
}

const dots = ({ sessions, interval }: TimelineInput, axis: Axis, y: number): string => {
  const all = Array.from({ length: sessions }, (_, i) => place(axis, (i * interval) / week));
  return [
    element('path', {
      d: `M${px(all[0] ?? 0)} ${px(y)}H${px(all.at(-1) ?? 0)}`,
      stroke: colour('accent'),
      'stroke-width': 2,
    }),
    ...all.map((x) => element('circle', { cx: x, cy: y, r: 6, fill: colour('accent') })),
  ].join('');
};

const diamond = (x: number, y: number): string =>
  element('path', {
    d: `M${px(x)} ${px(y - 7)}L${px(x + 7)} ${px(y)}L${px(x)} ${px(y + 7)}L${px(x - 7)} ${px(y)}Z`,
    fill: colour('ink'),
  });

const span = (from: number, to: number, y: number): string =>
  element('path', {
    d: `M${px(from)} ${px(y)}H${px(Math.max(to, from + 1))}M${px(from)} ${px(y - 6)}V${px(y + 6)}M${px(to)} ${px(y - 6)}V${px(y + 6)}`,
    fill: 'none',
    stroke: colour('muted'),
    'stroke-width': 2,
  });

const lanesOf = (input: TimelineInput, axis: Axis): Lane[] => {
  const { sessions, interval, judgeAfter, assessed } = input;
  const last = ((sessions - 1) * interval) / week;
  const at = (after: number): number => place(axis, last + after / week);
  return [
    {
      words: `${countOf(sessions, 'session', 'sessions')}${sessions > 1 ? `, ${weeksText(interval)} apart` : ''}`,
      token: 'accent',
      from: 0,
      markup: (y) => dots(input, axis, y),
    },
    {
      words: `Judged again ${weeksText(judgeAfter)} after the last session`,
      token: 'ink',
      from: at(judgeAfter) - 7,
      markup: (y) => diamond(at(judgeAfter), y),
    },
    ...(assessed === undefined
      ? []
      : [
          {
            words: `Trials read their results ${readText(assessed)} after the last session`,
            token: 'muted' as const,
            from: at(assessed.low),
            markup: (y: number) => span(at(assessed.low), at(assessed.high), y),
          },
        ]),
  ];
};

const readText = ({ low, high }: { readonly low: number; readonly high: number }): string =>
  low === high ? weeksText(low) : `${weeksText(low).split(' ')[0]} to ${weeksText(high)}`;

const sentenceOf = ({ sessions, interval, judgeAfter, assessed }: TimelineInput): string => {
  const total = (sessions - 1) * interval;
  const judged = `judged again ${weeksText(total + judgeAfter)} after the first`;
  const trials =
    assessed === undefined
      ? 'trials do not say when they read their results'
      : `trials read theirs ${readText(assessed)} after the last`;
  return `${countOf(sessions, 'session', 'sessions')} over ${weeksText(total)}, ${judged}; ${trials}.`;
};

const note =
  'Judging earlier mistakes swelling for a result. Where trials read earlier than the course is judged, their figures are for that time.';

/** Words begin at their mark where they fit there. */
const wordsAt = (from: number, lines: readonly string[], width: number): number => {
  const longest = Math.max(...lines.map(({ length }) => length)) * 6.5;
  return Math.max(0, Math.min(from, width - longest));
};

/** The sessions of a course, when it is judged again, and when trials read their results. */
export const courseTimeline = (input: TimelineInput, options: FigureOptions): Figure => {
  const { sessions, interval, judgeAfter, assessed } = input;
  const end = ((sessions - 1) * interval + Math.max(judgeAfter, assessed?.high ?? 0)) / week;
  const axis = { low: 0, high: Math.max(end, 1), left: 10, width: options.width - 20 };
  const lanes = lanesOf(input, axis).map(({ words, ...lane }) => ({
    ...lane,
    lines: wrap(words, options.width - 8),
  }));
  const heights = lanes.map(({ lines }) => laneHeight + (lines.length - 1) * lineHeight);
  const topOf = (i: number): number => first + heights.slice(0, i).reduce((sum, one) => sum + one, 0);
  const bottom = topOf(lanes.length);
  return figure(
    { ...options, height: bottom + 44 },
    { title: 'Course over time', sentence: sentenceOf(input), note },
    ...lanes.map(({ lines, token, from, markup }, i) => {
      const top = topOf(i);
      const x = wordsAt(from, lines, options.width);
      return [
        ...lines.map((line, j) =>
          text(x, top + 12 + j * lineHeight, line, { colour: token, isBold: token === 'accent' }),
        ),
        markup(top + lines.length * lineHeight + 16),
      ].join('');
    }),
    drawTicks(axis, bottom),
    text(0, bottom + 36, 'Weeks since the first session', { colour: 'muted' }),
  );
};
