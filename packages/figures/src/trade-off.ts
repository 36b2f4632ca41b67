import * as Plot from '@observablehq/plot';
import { bareBand, type Band, type Candidate } from '@percuta/engine';
import { plotDocument } from './plot-document.ts';
import { figure, px, type Figure, type FigureOptions } from './svg.ts';
import { colour, sans } from './tokens.ts';

/** A course under the letter it has beside the figure. */
export interface Lettered {
  readonly letter: string;
  readonly candidate: Candidate;
}

interface Point {
  readonly name: string;
  readonly isFirst: boolean;
  readonly dose: Band;
  readonly bleeding: Band;
}

const height = 360;
/** Share of the width within which a name has no room to the left of its mark. */
const nearAxis = 0.42;
const narrow = 460;
const perSquareCentimetre = 1e-4;

const scaled = ({ median, low, high }: Band): Band => ({
  median: median * perSquareCentimetre,
  low: low * perSquareCentimetre,
  high: high * perSquareCentimetre,
});

const nameOf = ({ letter, candidate: { course } }: Lettered, isWide: boolean): string =>
  isWide ? `${letter}, ${course.sessions} ${course.sessions === 1 ? 'session' : 'sessions'}` : letter;

const pointOf = (lettered: Lettered, i: number, isWide: boolean): Point => ({
  name: nameOf(lettered, isWide),
  isFirst: i === 0,
  dose: scaled(lettered.candidate.courseDose),
  bleeding: scaled(lettered.candidate.session.bleeding),
});

/** 1, 3, 10, 30 ... inside the domain. */
const ticksOf = ([low, high]: readonly [number, number]): number[] =>
  Array.from({ length: 16 }, (_, i) => (i % 2 === 0 ? 1 : 3) * 10 ** (Math.floor(i / 2) - 1)).filter(
    (tick) => tick >= low && tick <= high,
  );

/** From well below the lowest median: bars that go further down are cut off there. */
const domainOf = (bands: readonly Band[]): [number, number] => {
  const medians = bands.map(({ median }) => median).filter((median) => median > 0);
  const high = Math.max(...bands.map((band) => band.high), 1);
  return [Math.min(...medians, high / 3) / 3, high * 1.15];
};

/**
 * Plot's own style sheet is left out: the page styles the figure, and a style element would reach beyond it. So are
 * its names of groups: the figure is one image with a sentence, and what is inside it has no role to be named.
 */
const innerOf = (plot: { readonly innerHTML: string }): string =>
  plot.innerHTML
    .replace(/<style>[\s\S]*?<\/style>/, '')
    .replace(/ aria-[a-z]+="[^"]*"/g, '')
    .replace(/-?\d+\.\d{3,}(e-?\d+)?/g, (digits) => px(Number(digits)));

const inside = (value: number, [low]: readonly [number, number]): number => Math.max(value, low);

/** A name stands to the left of its mark, or to the right where it would run into the axis. */
const labels = (
  points: readonly Point[],
  x: readonly [number, number],
  y: readonly [number, number],
): Plot.Markish[] => {
  const place = ({ bleeding }: Point): number =>
    Math.log(inside(bleeding.median, x) / x[0]) / Math.log(x[1] / x[0]);
  const label = (
    some: readonly Point[],
    anchor: { readonly textAnchor: 'start' | 'end'; readonly dx: number },
  ) =>
    Plot.text(some, {
      x: ({ bleeding }: Point) => inside(bleeding.median, x),
      y: ({ dose }: Point) => inside(dose.median, y),
      text: ({ name }: Point) => name,
      ...anchor,
      dy: -7,
      fontSize: 12,
      fontWeight: 600,
      fill: colour('accent'),
      stroke: colour('surface'),
      strokeWidth: 3,
    });
  return [
    label(
      points.filter((point) => place(point) >= nearAxis),
      { textAnchor: 'end', dx: -10 },
    ),
    label(
      points.filter((point) => place(point) < nearAxis),
      { textAnchor: 'start', dx: 10 },
    ),
  ];
};

const marksOf = (points: readonly Point[], x: [number, number], y: [number, number]): Plot.Markish[] => {
  const bar = { stroke: colour('muted'), strokeOpacity: 0.35, strokeLinecap: 'round' } as const;
  return [
    Plot.ruleX(points, {
      x: ({ bleeding }: Point) => bleeding.median,
      y1: ({ dose }: Point) => inside(dose.low, y),
      y2: ({ dose }: Point) => inside(dose.high, y),
      ...bar,
      strokeWidth: 2.5,
    }),
    Plot.ruleY(points, {
      y: ({ dose }: Point) => dose.median,
      x1: ({ bleeding }: Point) => inside(bleeding.low, x),
      x2: ({ bleeding }: Point) => inside(bleeding.high, x),
      ...bar,
      strokeWidth: 1.5,
    }),
    Plot.dot(points, {
      x: ({ bleeding }: Point) => inside(bleeding.median, x),
      y: ({ dose }: Point) => inside(dose.median, y),
      r: 5,
      fill: ({ isFirst }: Point) => colour(isFirst ? 'accent' : 'surface'),
      stroke: colour('accent'),
      strokeWidth: 2,
    }),
    ...labels(points, x, y),
  ];
};

const plotOf = (points: readonly Point[], width: number): string => {
  const x = domainOf(points.map(({ bleeding }) => bleeding));
  const y = domainOf(points.map(({ dose }) => dose));
  const axis = {
    tickSize: 0,
    fontSize: 12,
    color: colour('muted'),
    tickFormat: (tick: number) => String(tick),
  };
  const plot = Plot.plot({
    document: plotDocument,
    width,
    height,
    marginLeft: 46,
    marginRight: 12,
    marginTop: 34,
    marginBottom: 44,
    x: { type: 'log', domain: x },
    y: { type: 'log', domain: y },
    marks: [
      Plot.gridY({ ticks: ticksOf(y), stroke: colour('grid'), strokeOpacity: 1 }),
      Plot.axisY({
        ...axis,
        ticks: ticksOf(y),
        label: 'Holes that reach the target over the course, per cm²',
        labelArrow: 'none',
      }),
      Plot.axisX({
        ...axis,
        ticks: ticksOf(x),
        label: 'Bleeding points in a session, per cm²',
        labelArrow: 'none',
      }),
      Plot.ruleY([y[0]], { stroke: colour('muted') }),
      ...marksOf(points, x, y),
    ],
  });
  return innerOf(plot);
};

const sentenceOf = (shown: readonly Lettered[]): string => {
  const [first, last] = [shown[0], shown.at(-1)];
  if (first === undefined || last === undefined) return 'No course to show.';
  const say = ({ letter, candidate }: Lettered): string =>
    `${letter} brings ${bareBand(candidate.courseDose, '1/cm2')} holes per cm² to the target for ${bareBand(candidate.session.bleeding, '1/cm2')} bleeding points per cm² in a session`;
  return shown.length === 1
    ? `${say(first)}.`
    : `More holes at the target cost more bleeding: ${say(first)}, ${say(last)}.`;
};

const note =
  'Both axes are logarithmic. Bars hold 5 to 95 % of draws; one that touches an axis goes on towards zero. All courses share the same draws, so differences between them are not chance. Rejected courses are not drawn: no outcome is worked out for them.';

/**
 * What a course brings against what it costs: holes that reach the target over bleeding points in a session, both
 * logarithmic, with 5 to 95 % bars. Rejected courses have no outcome worked out and cannot stand in it.
 */
export const tradeOff = (shown: readonly Lettered[], options: FigureOptions): Figure =>
  figure(
    { ...options, height },
    { title: 'Dose against bleeding', sentence: sentenceOf(shown), note },
    `<g font-size="12" font-family="${sans.replaceAll('"', "'")}" text-anchor="middle" fill="currentColor">${plotOf(
      shown.map((one, i) => pointOf(one, i, options.width >= narrow)),
      options.width,
    )}</g>`,
  );
