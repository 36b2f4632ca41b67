import {
  sentenceCase,
  shareText,
  uncertainText,
  valueText,
  type CourseInSkin,
  type Margin,
} from '@percuta/engine';
import { element, figure, px, text, wrap, type Figure, type FigureOptions } from '../svg.ts';
import { colour } from '../tokens.ts';

/** Shares of a limit beyond this run out of the picture. */
const most = 1.5;
const lineHeight = 15;
const barHeight = 10;
const narrow = 460;
/** Top of the first row. */
const first = 22;

/** Where the words and the bar of a limit stand, px. */
export interface Columns {
  readonly isWide: boolean;
  readonly words: number;
  readonly bar: number;
  readonly barWidth: number;
}

const columnsOf = (width: number): Columns =>
  width >= narrow
    ? { isWide: true, words: width - 260, bar: width - 244, barWidth: 240 }
    : { isWide: false, words: width, bar: 0, barWidth: width - 4 };

/** Limits that the settings move; those of the case alone hold or do not. */
export const shownMargins = ({ margins }: CourseInSkin): Margin[] =>
  margins.filter(({ level }) => level === 'stroke' || level === 'session');

/** The share of the limit used at a value, as the margin reckons it. */
const usedAt = ({ direction, bound }: Margin, value: number): number =>
  direction === 'at most' ? value / bound : bound / value;

const intervalOf = (margin: Margin): readonly [number, number] | undefined => {
  const { low, high } = margin;
  if (low === undefined || high === undefined) return undefined;
  const [a, b] = [usedAt(margin, low), usedAt(margin, high)];
  return [Math.min(a, b), Math.max(a, b)];
};

const drawInterval = (margin: Margin, x: (used: number) => number, y: number): string => {
  const interval = intervalOf(margin);
  if (interval === undefined) return '';
  const [low, high] = interval;
  const end = x(Math.min(high, most));
  const arrow =
    high > most ? `M${px(end - 6)} ${px(y - 4)}L${px(end)} ${px(y)}L${px(end - 6)} ${px(y + 4)}` : '';
  return element('path', {
    d: `M${px(x(Math.min(low, most)))} ${px(y)}H${px(end)}${arrow}`,
    fill: 'none',
    stroke: colour('ink'),
    'stroke-width': 1.6,
  });
};

/** Share used, interval and limit of one margin; the limit stands at two thirds of the bar's room. */
export const drawBar = (margin: Margin, isBinding: boolean, columns: Columns, top: number): string => {
  const x = (used: number): number =>
    columns.bar + (Math.min(Math.max(used, 0), most) / most) * columns.barWidth;
  const bar = (to: number, token: 'sunk' | 'muted' | 'limit', opacity: number): string =>
    element('rect', {
      x: x(0),
      y: top,
      width: x(to) - x(0),
      height: barHeight,
      rx: 3,
      fill: colour(token),
      'fill-opacity': opacity,
    });
  return [
    bar(1, 'sunk', 1),
    bar(margin.used, isBinding ? 'limit' : 'muted', isBinding ? 0.9 : 0.55),
    drawInterval(margin, x, top + barHeight / 2),
    element('path', {
      d: `M${px(x(1))} ${px(top - 4)}V${px(top + barHeight + 4)}`,
      stroke: colour('ink'),
      'stroke-width': 1.6,
    }),
  ].join('');
};

interface Row {
  readonly height: number;
  readonly markup: (top: number) => string;
}

const rowOf = (margin: Margin, isBinding: boolean, columns: Columns): Row => {
  const bound = `${uncertainText(margin, margin.unit)}, ${margin.direction} ${valueText(margin.bound, margin.unit)}`;
  const heading = wrap(
    isBinding ? `Binding: ${margin.title}` : sentenceCase(margin.title),
    columns.words - 8,
  );
  const lines = [...heading, bound];
  const words = (top: number): string =>
    lines
      .map((line, i) =>
        text(0, top + 12 + i * lineHeight, line, {
          colour: i < heading.length ? (isBinding ? 'limit' : 'ink') : 'muted',
          isBold: isBinding && i < heading.length,
        }),
      )
      .join('');
  const wordsHeight = lines.length * lineHeight;
  const barTop = columns.isWide ? 4 : wordsHeight + 6;
  return {
    height: (columns.isWide ? wordsHeight : wordsHeight + barHeight + 10) + 13,
    markup: (top) => words(top) + drawBar(margin, isBinding, columns, top + barTop),
  };
};

export const bindingSentence = ({ binding }: CourseInSkin): string =>
  `Binding: ${binding.title}, ${uncertainText(binding, binding.unit)} where ${binding.direction} ${valueText(
    binding.bound,
    binding.unit,
  )} is allowed, so ${shareText(binding.used)} of that limit is used.`;

const note =
  'Bar: share used. Tick: the limit. Line: 5 to 95 % of draws where the value varies between them; an arrow goes on beyond the picture.';

/** Names the tick once, over the first bar. */
const limitHead = (columns: Columns): string =>
  text(columns.bar + columns.barWidth / most, 12, 'limit', { colour: 'muted', anchor: 'middle' });

/** How much of each limit a course uses: the bar is the share, the tick the limit, the line the interval. */
export const limitBars = (
  { candidate, letter }: { readonly candidate: CourseInSkin; readonly letter: string },
  options: FigureOptions,
): Figure => {
  const columns = columnsOf(options.width);
  const rows = shownMargins(candidate).map((margin) =>
    rowOf(margin, margin.limit === candidate.binding.limit, columns),
  );
  const tops = rows.map((_, i) => first + rows.slice(0, i).reduce((sum, row) => sum + row.height, 0));
  const height = first + rows.reduce((sum, row) => sum + row.height, 0);
  return figure(
    { ...options, height },
    { title: `Limits of course ${letter}, share used`, sentence: bindingSentence(candidate), note },
    limitHead(columns),
    ...rows.map((row, i) => row.markup(tops[i] ?? 0)),
  );
};
