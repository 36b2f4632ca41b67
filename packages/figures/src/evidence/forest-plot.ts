import type { PooledResult, ScaleResult, StudyResult } from '@percuta/evidence';
import { element, figure, px, text, wrap, type Figure, type FigureOptions } from '../svg.ts';
import { colour } from '../tokens.ts';
import { drawTicks, numberText, place, type Axis } from './axis.ts';
import { drawEffect, type Effect } from './forest-marks.ts';
import { countOf, estimateText, rangeText } from './interval-text.ts';

const narrow = 460;
const lineHeight = 15;
/** Top of the first row: above it stands what the line of no change means. */
const first = 24;

interface Row {
  readonly label: string;
  readonly numbers: string;
  readonly isBold: boolean;
  readonly effect: Effect;
}

const peopleText = ({ people, events }: StudyResult): string => {
  if (people === undefined) return 'people not stated';
  return events === undefined ? `${people} people` : `${events} of ${people}`;
};

const weightText = (weight: number | undefined): string =>
  weight === undefined ? '' : `, ${numberText(100 * weight, 0)}\u202f%`;

const studyRow = (result: ScaleResult, one: StudyResult): Row => ({
  label: `${one.study}, ${peopleText(one)}`,
  numbers: `${estimateText(result, one.estimate, one.interval)}${weightText(one.weight)}`,
  isBold: false,
  effect: { kind: 'study', ...one.interval, estimate: one.estimate, weight: one.weight },
});

const pooledRows = (result: ScaleResult, pooled: PooledResult): Row[] => [
  {
    label: `Pooled, ${countOf(result.studies, 'study', 'studies')}`,
    numbers: estimateText(result, pooled.estimate, pooled.interval),
    isBold: true,
    effect: { kind: 'pooled', ...pooled.interval, estimate: pooled.estimate },
  },
  ...(pooled.prediction === undefined
    ? []
    : [
        {
          label: 'A new study',
          numbers: rangeText(result, pooled.prediction),
          isBold: false,
          effect: { kind: 'prediction', ...pooled.prediction, estimate: pooled.estimate } as const,
        },
      ]),
];

/** From the studies and no change; pooled intervals may widen it by its own width and are cut off there. */
const domainOf = ({ kind, results, pooled }: ScaleResult): { low: number; high: number } => {
  if (kind === 'share') return { low: 0, high: 1 };
  const own = [0, ...results.flatMap(({ interval: { low, high } }) => [low, high])];
  const [least, most] = [Math.min(...own), Math.max(...own)];
  const span = most - least || 1;
  const wide = pooled === undefined ? [] : [pooled.interval, pooled.prediction ?? pooled.interval];
  const low = Math.max(Math.min(least, ...wide.map((one) => one.low)), least - span);
  const high = Math.min(Math.max(most, ...wide.map((one) => one.high)), most + span);
  return { low: low - 0.04 * span, high: high + 0.04 * span };
};

interface Layout {
  readonly isWide: boolean;
  readonly axis: Axis;
  readonly width: number;
}

const layoutOf = (result: ScaleResult, width: number): Layout => {
  const isWide = width >= narrow;
  const [left, right] = isWide ? [196, 172] : [6, 6];
  return { isWide, width, axis: { ...domainOf(result), left, width: width - left - right } };
};

interface DrawnRow {
  readonly height: number;
  /** Of the mark, from the top of the row. */
  readonly markTop: number;
  readonly markup: (top: number) => string;
}

const drawRow = ({ label, numbers, isBold, effect }: Row, { isWide, axis, width }: Layout): DrawnRow => {
  const fits = isWide || (label.length + numbers.length + 3) * 6.3 < width;
  const token = effect.kind === 'study' ? 'ink' : 'accent';
  const numbersTop = fits ? 0 : lineHeight;
  const markTop = isWide ? 8 : numbersTop + lineHeight + 9;
  return {
    height: isWide ? 26 : markTop + 15,
    markTop,
    markup: (top) =>
      [
        text(0, top + 12, label, { colour: token, isBold }),
        text(fits ? width : 0, top + 12 + numbersTop, numbers, {
          colour: token,
          isBold,
          anchor: fits ? 'end' : 'start',
        }),
        drawEffect(effect, axis, top + markTop),
      ].join(''),
  };
};

/** The line of no change behind the marks, named above them; between rows of a narrow drawing stand words. */
const drawZero = (axis: Axis, bands: readonly (readonly [from: number, to: number])[]): string => {
  const x = place(axis, 0);
  const anchor = x > axis.left + 30 ? 'middle' : 'start';
  return [
    text(anchor === 'middle' ? x : axis.left, 12, 'no change', { colour: 'muted', anchor }),
    element('path', {
      d: bands.map(([from, to]) => `M${px(x)} ${px(from)}V${px(to)}`).join(''),
      stroke: colour('muted'),
      'stroke-dasharray': '3 3',
    }),
  ].join('');
};

const quantityOf = ({ kind, unit }: ScaleResult): string =>
  kind === 'share'
    ? 'Of 100 people, how many reached this; 95\u202f% intervals'
    : `Improvement since the start in ${unit === 'grade' ? 'grades' : unit} of the scale; 95\u202f% intervals`;

/** τ², I² and Q in words a table of them would use. */
const heterogeneityText = (result: ScaleResult): string => {
  const { pooled, notPooled } = result;
  if (pooled === undefined) return notPooled === undefined ? '' : `${notPooled}.`;
  const { tau2, i2, q } = pooled;
  return [
    `Heterogeneity: τ² ${numberText(Number(tau2.toPrecision(2)))}`,
    ...(i2 === undefined ? [] : [`I² ${numberText(100 * i2, 0)}\u202f%`]),
    ...(q === undefined
      ? []
      : [
          `Q ${numberText(q.statistic, 2)} with ${countOf(q.df, 'degree', 'degrees')} of freedom, p ${numberText(q.p, 2)}`,
        ]),
  ].join(', ');
};

const sentenceOf = (result: ScaleResult): string => {
  const { pooled, kind, studies, unit, results } = result;
  const [one] = results;
  const what =
    kind === 'share' ? 'of 100 people reached this' : `${unit === 'grade' ? 'grades' : unit} better`;
  if (pooled !== undefined) {
    const next =
      pooled.prediction === undefined ? '' : `; a new study may find ${rangeText(result, pooled.prediction)}`;
    return `Over ${studies} studies: ${estimateText(result, pooled.estimate, pooled.interval)} ${what}${next}.`;
  }
  return one === undefined
    ? 'No study gives a number on this scale.'
    : `${countOf(studies, 'study', 'studies')}, not pooled: ${one.study} found ${estimateText(result, one.estimate, one.interval)} ${what}.`;
};

const noteOf = ({ pooled, results }: ScaleResult): string =>
  [
    pooled === undefined
      ? 'Bars: 95\u202f% intervals.'
      : 'Bars: 95\u202f% intervals. Diamond: the mean over studies with its interval. Broad bar: where a new study lies.',
    results.some(({ weight }) => weight !== undefined)
      ? ' Squares grow with the share of the weight, which stands last.'
      : '',
    ' People before and after, not against no treatment. An arrow goes on beyond the picture.',
  ].join('');

/** Studies on one scale with their intervals and weights, the mean over them and where a new study lies. */
export const forestPlot = (result: ScaleResult, options: FigureOptions): Figure => {
  const layout = layoutOf(result, options.width);
  const { pooled, results } = result;
  const rows = [
    ...results.map((one) => studyRow(result, one)),
    ...(pooled === undefined ? [] : pooledRows(result, pooled)),
  ].map((row) => drawRow(row, layout));
  const tops = rows.map((_, i) => first + rows.slice(0, i).reduce((sum, { height }) => sum + height, 0));
  const bottom = first + rows.reduce((sum, { height }) => sum + height, 0) + 4;
  const bands = layout.isWide
    ? ([[18, bottom]] as const)
    : rows.map(({ markTop }, i) => [(tops[i] ?? 0) + markTop - 7, (tops[i] ?? 0) + markTop + 9] as const);
  const lines = [
    ...wrap(quantityOf(result), options.width - 8),
    ...wrap(heterogeneityText(result), options.width - 8),
  ];
  const format = result.kind === 'share' ? (value: number) => numberText(100 * value, 0) : numberText;
  return figure(
    { ...options, height: bottom + 26 + lines.length * lineHeight + 6 },
    { title: result.name, sentence: sentenceOf(result), note: noteOf(result) },
    result.kind === 'share' ? '' : drawZero(layout.axis, bands),
    ...rows.map(({ markup }, i) => markup(tops[i] ?? first)),
    drawTicks(layout.axis, bottom, (value) => format(value)),
    ...lines.map((line, i) => text(0, bottom + 36 + i * lineHeight, line, { colour: 'muted' })),
  );
};
