import {
  magnitudeLines,
  qualities,
  sentenceCase,
  unexplainedRange,
  type EightyBand,
  type Feel,
  type Quality,
  type QualityForecast,
} from '@percuta/engine';
import { element, figure, pathOf, px, text, type Figure, type FigureOptions } from '../svg.ts';
import { colour } from '../tokens.ts';
import { drawTimes, timeAxis, type TimeAxis } from './time-axis.ts';

const narrow = 560;
const gap = 26;
const axisWidth = 48;
/** Of a panel: words above, the plot, and names of times below, px. */
const words = 58;
const plotHeight = 118;
const panelHeight = words + plotHeight + 34;
const percent = 100;

interface Scale {
  readonly low: number;
  readonly high: number;
  readonly ticks: readonly number[];
}

interface Panel {
  readonly left: number;
  readonly top: number;
  readonly axis: TimeAxis;
  readonly scale: Scale;
}

const stepFor = (span: number): number =>
  [0.01, 0.02, 0.05, 0.1, 0.2, 0.5].find((step) => span / step <= 5) ?? 1;

/** Ends on whole ticks. */
const scaleOver = (values: readonly number[]): Scale => {
  const [least, most] = [Math.min(0, ...values), Math.max(0.02, ...values)];
  const step = stepFor(most - least);
  const [first, last] = [Math.floor(least / step), Math.ceil(most / step)];
  const ticks = Array.from({ length: last - first + 1 }, (_, i) => (first + i) * step);
  return { low: first * step, high: last * step, ticks };
};

const yOf = ({ top, scale }: Panel, value: number): number =>
  top + words + ((scale.high - value) / (scale.high - scale.low)) * plotHeight;

const signedTick = (tick: number): string => {
  const shown = Math.round(tick * percent);
  return `${shown < 0 ? '\u2212' : shown > 0 ? '+' : ''}${Math.abs(shown)}\u202f%`;
};

type Side = (band: EightyBand) => number;

const line = (
  panel: Panel,
  times: Float64Array,
  bands: readonly EightyBand[],
  side: Side,
): [number, number][] =>
  bands.flatMap((band, i): [number, number][] => {
    const time = times[i] ?? 0;
    return time > 0 ? [[panel.axis.x(time), yOf(panel, side(band))]] : [];
  });

const area = (upper: readonly [number, number][], lower: readonly [number, number][]): string =>
  `${pathOf(upper)}${pathOf(lower.toReversed()).replace('M', 'L')}Z`;

const middle: Side = (band) => band.middle;
const tenth: Side = (band) => band.tenth;
const ninetieth: Side = (band) => band.ninetieth;

const grid = (panel: Panel): string =>
  panel.scale.ticks
    .map((tick) => {
      const y = yOf(panel, tick);
      const isZero = Math.abs(tick) < 1e-9;
      return (
        element('path', {
          d: `M${px(panel.axis.left)} ${px(y)}H${px(panel.axis.right)}`,
          stroke: colour(isZero ? 'muted' : 'grid'),
        }) + text(panel.axis.left - 6, y + 4, signedTick(tick), { colour: 'muted', anchor: 'end' })
      );
    })
    .join('');

/** The stretches of time in which skin is swollen, behind everything; the first is named. */
const swollen = (panel: Panel, { spans }: Feel['swelling'], isNamed: boolean): string =>
  spans
    .map(({ from, until }, i) => {
      const left = panel.axis.x(from);
      const top = panel.top + words;
      const width = Math.max(2, panel.axis.x(until) - left);
      const shade = element('rect', { x: left, y: top, width, height: plotHeight, fill: colour('sunk') });
      return isNamed && i === 0 ? shade + text(left + 5, top + 14, 'swollen', { colour: 'muted' }) : shade;
    })
    .join('');

const head = (panel: Panel, title: string, lines: readonly string[]): string =>
  text(panel.left, panel.top + 12, title, { isBold: true }) +
  lines.map((words, i) => text(panel.left, panel.top + 28 + 15 * i, words, { colour: 'muted' })).join('');

const bandMarks = (panel: Panel, times: Float64Array, bands: readonly EightyBand[]): string =>
  element('path', {
    d: area(line(panel, times, bands, ninetieth), line(panel, times, bands, tenth)),
    fill: colour('accent'),
    'fill-opacity': 0.26,
  }) +
  element('path', {
    d: pathOf(line(panel, times, bands, middle)),
    fill: 'none',
    stroke: colour('accent'),
    'stroke-width': 2,
  });

/** Where a reading may stand although the tissue is as forecast. */
const unexplainedMark = (panel: Panel, times: Float64Array, { course }: QualityForecast): string => {
  const { low, high } = unexplainedRange(course.unexplained);
  const upper = line(panel, times, course.lasting, (band) => (1 + band.ninetieth) * (1 + high) - 1);
  const lower = line(panel, times, course.lasting, (band) => (1 + band.tenth) * (1 + low) - 1);
  return (
    element('path', { d: area(upper, lower), fill: colour('caution'), 'fill-opacity': 0.16 }) +
    [upper, lower]
      .map((points) =>
        element('path', {
          d: pathOf(points),
          fill: 'none',
          stroke: colour('caution'),
          'stroke-dasharray': '2 3',
        }),
      )
      .join('')
  );
};

const signWords: Readonly<Record<QualityForecast['sign']['sign'], string>> = {
  up: 'tissue says up',
  down: 'tissue says down',
  unchanged: 'tissue says unchanged',
  undecided: 'tissue says neither way',
};

const qualityPanel = (panel: Panel, feel: Feel, quality: Quality): string => {
  const forecast = feel.qualities[quality];
  const title = `${sentenceCase(quality)}: ${signWords[forecast.sign.sign]}`;
  return [
    head(panel, title, magnitudeLines(forecast.atEnd)),
    swollen(panel, feel.swelling, true),
    unexplainedMark(panel, feel.times, forecast),
    grid(panel),
    bandMarks(panel, feel.times, forecast.course.lasting),
    element('path', {
      d: pathOf(line(panel, feel.times, forecast.course.felt, middle)),
      fill: 'none',
      stroke: colour('ink'),
      'stroke-dasharray': '5 3',
    }),
    drawTimes(panel.axis, panel.top + words + plotHeight),
  ].join('');
};

const swellingPanel = (panel: Panel, { times, swelling }: Feel): string =>
  [
    head(panel, 'Swelling passes', [
      swelling.spans.length === 0
        ? 'under 1\u202f% at all times'
        : 'gain in thickness by water and hyaluronan;',
      swelling.spans.length === 0 ? '' : 'not part of what lasts',
    ]),
    swollen(panel, swelling, false),
    grid(panel),
    bandMarks(panel, times, swelling.course),
    drawTimes(panel.axis, panel.top + words + plotHeight),
  ].join('');

/** One scale for the three qualities, so that none looks larger than it is. */
const qualityScale = ({ qualities: all }: Feel): Scale =>
  scaleOver(
    Object.values(all).flatMap(({ course }) => {
      const { low, high } = unexplainedRange(course.unexplained);
      return [
        ...course.lasting.flatMap((band) => [
          (1 + band.tenth) * (1 + low) - 1,
          (1 + band.ninetieth) * (1 + high) - 1,
        ]),
        ...course.felt.map((band) => band.middle),
      ];
    }),
  );

const panelAt = (index: number, width: number, times: Float64Array, scale: Scale): Panel => {
  const across = width >= narrow ? 2 : 1;
  const own = (width - gap * (across - 1)) / across;
  const left = (index % across) * (own + gap);
  const top = Math.floor(index / across) * (panelHeight + 10);
  return { left, top, scale, axis: timeAxis(times, left + axisWidth, left + own - 8) };
};

const listOf = (named: readonly Quality[]): string =>
  named.length < 2 ? named.join('') : `${named.slice(0, -1).join(', ')} and ${named.at(-1)}`;

const endWords = { up: 'up', down: 'down', undecided: 'up or down', unchanged: 'unchanged' } as const;

/** What was measured of bounciness, and whether tissue agrees with it. */
const measuredText = ({ sign, course }: QualityForecast): string => {
  const { series } = course.unexplained;
  if (series === undefined) return '';
  const shown = `+${Math.round(series.measured * percent)}\u202f% of bounciness, measured once,`;
  if (sign.isContradicted) return `, and ${shown} goes the other way`;
  return `, and ${shown} is ${series.left > series.measured / 2 ? 'mostly' : 'partly'} unexplained`;
};

const sentenceOf = (feel: Feel): string => {
  const parts = (['up', 'down', 'undecided', 'unchanged'] as const).flatMap((sign) => {
    const named = qualities.filter((quality) => feel.qualities[quality].sign.sign === sign);
    return named.length === 0 ? [] : [`${listOf(named)} ${endWords[sign]}`];
  });
  const { device } = feel.qualities.bounciness.course.unexplained;
  return `At the end the tissue has ${parts.join('; ')}; one reading of a device errs by ±${Math.round(device * percent)}\u202f%${measuredText(feel.qualities.bounciness)}.`;
};

const single = 'A single run at central values: nothing here says how sure it is.';

const note =
  'Change against the same skin before. Line and violet band: what lasts, median and 80\u202f% of the draws of the calibrated ensemble. Dashed line: with the water skin holds at the time, felt but passing. Dotted edges: how far a reading may stand from this for reasons outside the model. Grey ground: swollen. Time is logarithmic from the first session. Sign and order are forecast; sizes are not, without what is unexplained.';

/** Firmness, bounciness and resilience over time with what is unexplained, and swelling apart from them. */
export const feelOverTime = (feel: Feel, options: FigureOptions): Figure => {
  const scale = qualityScale(feel);
  const swelling = scaleOver(feel.swelling.course.flatMap(({ tenth: low, ninetieth: high }) => [low, high]));
  const rows = options.width >= narrow ? 2 : 4;
  const panel = (index: number, own: Scale): Panel => panelAt(index, options.width, feel.times, own);
  return figure(
    { ...options, height: rows * (panelHeight + 10) },
    {
      title: 'What the skin feels like, change against before',
      sentence: sentenceOf(feel),
      note: feel.draws < 2 ? `${single} ${note}` : note,
    },
    ...qualities.map((quality, i) => qualityPanel(panel(i, scale), feel, quality)),
    swellingPanel(panel(qualities.length, swelling), feel),
  );
};
