import type { EightyBand } from '@percuta/engine';
import { drawTimes, timeAxis, type TimeAxis } from '../appearance/time-axis.ts';
import { ticksOf } from '../evidence/axis.ts';
import { element, pathOf, px, text, wrap } from '../svg.ts';
import { colour } from '../tokens.ts';

/** One quantity over time, in the unit of its ticks. */
export interface Multiple {
  readonly title: string;
  /** Under the title; broken to the width of the panel. */
  readonly remark: string;
  readonly bands: readonly EightyBand[];
  /** Drawn across as the value at rest. */
  readonly rest: number;
  readonly tick: (value: number) => string;
}

export interface Multiples {
  /** s since the first session */
  readonly times: Float64Array;
  readonly sessions: readonly number[];
  readonly panels: readonly Multiple[];
}

const narrow = 560;
const gap = 26;
const axisWidth = 50;
const plotHeight = 112;
const remarkLine = 15;
const remarkLines = 2;
const words = 20 + remarkLine * remarkLines;
const panelHeight = words + plotHeight + 36;
/** What lies before the first hour is told by the picture from minutes to months. */
const from = 3600;

interface Place {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly axis: TimeAxis;
  readonly low: number;
  readonly high: number;
}

const rangeOf = ({ bands, rest }: Multiple): { readonly low: number; readonly high: number } => {
  const values = bands.flatMap(({ tenth, ninetieth }) => [tenth, ninetieth]);
  const [low, high] = [Math.min(rest, ...values), Math.max(rest, ...values)];
  const room = 0.06 * (high - low || 1);
  return { low: low < rest ? low - room : low, high: high + room };
};

const yOf = ({ top, low, high }: Place, value: number): number =>
  top + words + ((high - value) / (high - low)) * plotHeight;

/** Times that are shown; a session has one just before it and one right after, so that it shows as a step. */
const shownOf = ({ times }: Multiples): number[] =>
  Array.from(times.keys()).filter((k) => (times[k] ?? 0) >= from);

interface Course {
  readonly times: Float64Array;
  readonly panel: Multiple;
  readonly indices: readonly number[];
}

const points = (
  place: Place,
  { times, panel, indices }: Course,
  side: (band: EightyBand) => number,
): [number, number][] =>
  indices.flatMap((i): [number, number][] => {
    const band = panel.bands[i];
    return band === undefined ? [] : [[place.axis.x(times[i] ?? 0), yOf(place, side(band))]];
  });

const courseMarks = (place: Place, course: Course): string => {
  const upper = points(place, course, ({ ninetieth }) => ninetieth);
  const lower = points(place, course, ({ tenth }) => tenth);
  return (
    element('path', {
      d: `${pathOf(upper)}${pathOf(lower.toReversed()).replace('M', 'L')}Z`,
      fill: colour('accent'),
      'fill-opacity': 0.26,
    }) +
    element('path', {
      d: pathOf(points(place, course, ({ middle }) => middle)),
      fill: 'none',
      stroke: colour('accent'),
      'stroke-width': 2,
    })
  );
};

const grid = (place: Place, { rest, tick }: Multiple): string =>
  ticksOf(place, 4)
    .map((value) => {
      const y = yOf(place, value);
      const isRest = Math.abs(value - rest) < 1e-9;
      const stroke = colour(isRest ? 'muted' : 'grid');
      return (
        element('path', { d: `M${px(place.axis.left)} ${px(y)}H${px(place.axis.right)}`, stroke }) +
        text(place.axis.left - 6, y + 4, tick(value), { colour: 'muted', anchor: 'end' })
      );
    })
    .join('');

/** A thin line for every session after the first. */
const sessionLines = (place: Place, sessions: readonly number[]): string =>
  sessions
    .filter((time) => time > from)
    .map((time) =>
      element('path', {
        d: `M${px(place.axis.x(time))} ${px(place.top + words)}v${plotHeight}`,
        stroke: colour('limit'),
        'stroke-width': 1,
        'stroke-dasharray': '2 3',
      }),
    )
    .join('');

const drawPanel = (place: Place, all: Multiples, panel: Multiple): string =>
  [
    text(place.left, place.top + 12, panel.title, { isBold: true }),
    ...wrap(panel.remark, place.width)
      .slice(0, remarkLines)
      .map((line, i) => text(place.left, place.top + 28 + remarkLine * i, line, { colour: 'muted' })),
    grid(place, panel),
    sessionLines(place, all.sessions),
    courseMarks(place, { times: all.times, panel, indices: shownOf(all) }),
    drawTimes(place.axis, place.top + words + plotHeight),
  ].join('');

/** Small multiples over the logarithm of time, two across where there is room; each panel has a scale of its own. */
export const drawMultiples = (
  all: Multiples,
  width: number,
): { readonly height: number; readonly markup: string } => {
  const across = width >= narrow ? 2 : 1;
  const own = (width - gap * (across - 1)) / across;
  const shown = all.times.filter((time) => time >= from);
  const markup = all.panels.map((panel, i) => {
    const left = (i % across) * (own + gap);
    const top = Math.floor(i / across) * (panelHeight + 8);
    const axis = timeAxis(shown, left + axisWidth, left + own - 8);
    return drawPanel({ left, top, width: own, axis, ...rangeOf(panel) }, all, panel);
  });
  return {
    height: Math.ceil(all.panels.length / across) * (panelHeight + 8),
    markup: markup.join(''),
  };
};
