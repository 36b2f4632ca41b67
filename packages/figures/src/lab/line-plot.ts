import { element, figure, pathOf, px, text, type Figure, type FigureOptions } from '../svg.ts';
import { colour } from '../tokens.ts';
import { namedTimes } from './time-words.ts';

/** One line over time, with the ends of its band where it has one. */
export interface PlotLine {
  readonly name: string;
  /** s, rising. */
  readonly times: ArrayLike<number>;
  /** In the unit shown; what is not finite leaves a gap. */
  readonly values: ArrayLike<number>;
  readonly low?: ArrayLike<number> | undefined;
  readonly high?: ArrayLike<number> | undefined;
}

/** Lines of one quantity over time, with its words, a cursor and a level that counts as a limit. Times are in s. */
export interface LinePlot {
  /** The quantity in words with its unit. */
  readonly title: string;
  readonly sentence: string;
  readonly note: string;
  readonly lines: readonly PlotLine[];
  /** s; a rule that is shared with other pictures. */
  readonly cursor?: number | undefined;
  readonly limit?: { readonly value: number; readonly name: string } | undefined;
}

const height = 168;
const head = 26;
const foot = 24;
const axis = 46;
const label = 6;
// Lines that stand apart in every common kind of colour vision, with the dashes that tell them apart in grey.
const looks = [
  ['var(--percuta-accent, #4B2E83)', undefined],
  ['var(--percuta-c2, #AA4200)', undefined],
  ['var(--percuta-c3, #007476)', '6 3'],
  ['var(--percuta-c4, #4297EF)', '2 3'],
] as const;

interface Scale {
  readonly low: number;
  readonly high: number;
  readonly step: number;
}

const stepOf = (span: number): number => {
  const power = 10 ** Math.floor(Math.log10(span / 4));
  return [1, 2, 5, 10].map((factor) => factor * power).find((step) => span / step <= 4) ?? 10 * power;
};

const valuesOf = ({ lines, limit }: LinePlot): number[] =>
  [
    ...lines.flatMap(({ values, low = [], high = [] }) =>
      [values, low, high].flatMap((each) => Array.from(each)),
    ),
    ...(limit === undefined ? [] : [limit.value]),
  ].filter(Number.isFinite);

const extreme = (values: readonly number[], pick: (a: number, b: number) => number): number =>
  values.reduce((found, value) => pick(found, value), values[0] ?? 0);

const scaleOf = (plot: LinePlot): Scale => {
  const values = valuesOf(plot);
  const [least, most] = [extreme(values, Math.min), extreme(values, Math.max)];
  const span = Math.max(most - least, Math.abs(most) * 0.02, 1e-12);
  const step = stepOf(span);
  return { low: Math.floor(least / step) * step, high: Math.ceil(most / step + 1e-9) * step, step };
};

const digitsOf = (step: number): number => Math.max(0, -Math.floor(Math.log10(step) + 1e-9));

interface Place {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly x: (time: number) => number;
  readonly y: (value: number) => number;
  readonly from: number;
  readonly to: number;
}

const placeOf = (plot: LinePlot, { low, high }: Scale, width: number): Place => {
  const times = plot.lines.flatMap((line) => Array.from(line.times)).filter((time) => time > 0);
  const [from, to] = [extreme(times, Math.min), extreme(times, Math.max)];
  const [left, right, top, bottom] = [axis, width - 12, head + 6, height - foot];
  const decades = Math.log10(Math.max(to / from, 1.001));
  return {
    left,
    right,
    top,
    bottom,
    from,
    to,
    x: (time) => left + (Math.log10(Math.max(time, from) / from) / decades) * (right - left),
    y: (value) => bottom - ((value - low) / (high - low)) * (bottom - top),
  };
};

const drawValueTicks = ({ left, right, y }: Place, { low, high, step }: Scale): string =>
  Array.from({ length: Math.round((high - low) / step) + 1 }, (_, n) => low + n * step)
    .map(
      (tick) =>
        element('path', { d: `M${px(left)} ${px(y(tick))}H${px(right)}`, stroke: colour('grid') }) +
        text(left - label, y(tick) + 4, tick.toFixed(digitsOf(step)), { colour: 'muted', anchor: 'end' }),
    )
    .join('');

const drawTimeTicks = ({ x, from, to, left, right, bottom }: Place): string => {
  let last = -Infinity;
  const marks = namedTimes.flatMap(([time, words]) => {
    const at = x(time);
    const half = (words.length * 6.4) / 2;
    const middle = Math.min(Math.max(at, left + half - 10), right - half + 10);
    if (time < from * 0.999 || time > to * 1.001 || middle - half < last + 8) return [];
    last = middle + half;
    return [
      element('path', { d: `M${px(at)} ${px(bottom)}v4`, stroke: colour('muted') }) +
        text(middle, bottom + 17, words, { colour: 'muted', anchor: 'middle' }),
    ];
  });
  return (
    element('path', { d: `M${px(left)} ${px(bottom)}H${px(right)}`, stroke: colour('muted') }) +
    marks.join('')
  );
};

type Point = readonly [number, number];

/** Stretches of finite values. */
const stretches = ({ x, y, from }: Place, { times, values }: PlotLine): Point[][] => {
  const parts: Point[][] = [[]];
  Array.from(values).forEach((value, n) => {
    const time = times[n] ?? Number.NaN;
    if (!Number.isFinite(value) || !(time >= from)) parts.push([]);
    else parts.at(-1)?.push([x(time), y(value)]);
  });
  return parts.filter((part) => part.length > 1);
};

const drawBand = (place: Place, { times, low, high }: PlotLine, stroke: string): string => {
  if (low === undefined || high === undefined) return '';
  const edge = (values: ArrayLike<number>): Point[] =>
    Array.from(values)
      .map((value, n): Point => [place.x(times[n] ?? 0), place.y(value)])
      .filter((_, n) => (times[n] ?? 0) >= place.from);
  const [lower, upper] = [edge(low), edge(high)];
  return element('path', {
    d: `${pathOf(upper)}${pathOf(lower.toReversed()).replace('M', 'L')}Z`,
    fill: stroke,
    'fill-opacity': 0.18,
  });
};

const drawLine = (place: Place, line: PlotLine, n: number): string => {
  const [stroke, dashes] = looks[n % looks.length] ?? looks[0];
  return (
    drawBand(place, line, stroke) +
    stretches(place, line)
      .map((part) =>
        element('path', {
          d: pathOf(part),
          fill: 'none',
          stroke,
          'stroke-width': 2,
          'stroke-dasharray': dashes,
        }),
      )
      .join('')
  );
};

/** Names of the lines, one after the other, each behind a stroke of its colour. */
const drawKey = (lines: readonly PlotLine[], width: number): string => {
  if (lines.length < 2) return '';
  let at = axis;
  return lines
    .slice(0, looks.length)
    .map(({ name }, n) => {
      const [stroke, dashes] = looks[n % looks.length] ?? looks[0];
      const left = at;
      at += 30 + name.length * 6.6;
      if (at > width) return '';
      return (
        element('path', {
          d: `M${px(left)} ${px(head - 3)}h16`,
          stroke,
          'stroke-width': 2,
          'stroke-dasharray': dashes,
        }) + text(left + 20, head + 1, name, { colour: 'muted' })
      );
    })
    .join('');
};

const drawLimit = ({ left, right, y }: Place, { limit }: LinePlot): string =>
  limit === undefined
    ? ''
    : element('path', {
        d: `M${px(left)} ${px(y(limit.value))}H${px(right)}`,
        stroke: colour('limit'),
        'stroke-dasharray': '5 3',
      }) + text(right, y(limit.value) - 4, limit.name, { colour: 'limit', anchor: 'end', halo: 'surface' });

const drawCursor = ({ x, top, bottom, from, to }: Place, { cursor }: LinePlot): string =>
  cursor === undefined || cursor < from || cursor > to
    ? ''
    : element('path', {
        d: `M${px(x(cursor))} ${px(top - 4)}V${px(bottom)}`,
        stroke: colour('ink'),
        'stroke-width': 1.2,
      });

/** Lines over a logarithm of time, with bands, a limit and a cursor where there are any. */
export const linePlot = (plot: LinePlot, options: FigureOptions): Figure => {
  const scale = scaleOf(plot);
  const place = placeOf(plot, scale, options.width);
  return figure(
    { ...options, height },
    { title: plot.title, sentence: plot.sentence, note: plot.note },
    text(0, 12, plot.title, { isBold: true }),
    drawKey(plot.lines, options.width),
    drawValueTicks(place, scale),
    drawTimeTicks(place),
    ...plot.lines.map((line, n) => drawLine(place, line, n)),
    drawLimit(place, plot),
    drawCursor(place, plot),
  );
};
