import { centralShare, luckBand, type Coverage, type Scored } from '@percuta/evidence';
import { element, figure, pathOf, px, text, wrap, type Figure, type FigureOptions } from '../svg.ts';
import { colour } from '../tokens.ts';
import { drawTicks, numberText, place, ticksOf, type Axis } from './axis.ts';

/** Counts of arms that were predicted from other studies, and how often they lie in the predicted intervals. */
export interface CoverageInput {
  readonly coverage: Coverage;
  readonly scored: readonly Scored[];
}

const top = 30;
const lineHeight = 15;
const left = 40;
const steps = 401;
const percent = (share: number): string => numberText(100 * share, 0);

interface Frame {
  readonly x: Axis;
  readonly y: Axis;
}

const frameOf = (width: number): Frame => {
  const side = Math.min(width - left - 12, 340);
  return {
    x: { low: 0, high: 1, left, width: side },
    // Upward.
    y: { low: 1, high: 0, left: top, width: side },
  };
};

const nominals = Array.from({ length: steps }, (_, i) => i / (steps - 1));

/** What luck alone makes of intervals that are right. */
const drawBand = (arms: number, { x, y }: Frame): string => {
  const bands = nominals.map((nominal) => ({ nominal, ...luckBand(arms, nominal) }));
  const upper = bands.map(({ nominal, high }) => [place(x, nominal), place(y, high)] as const);
  const lower = bands.map(({ nominal, low }) => [place(x, nominal), place(y, low)] as const);
  return element('path', {
    d: `${pathOf([...upper, ...lower.toReversed()])}Z`,
    fill: colour('muted'),
    'fill-opacity': 0.16,
  });
};

const drawObserved = ({ scored }: CoverageInput, { x, y }: Frame): string =>
  element('path', {
    d: pathOf(
      nominals.map((nominal) => [place(x, nominal), place(y, centralShare(scored, nominal))] as const),
    ),
    fill: 'none',
    stroke: colour('accent'),
    'stroke-width': 2,
  });

const drawMarks = ({ coverage }: CoverageInput, { x, y }: Frame): string =>
  coverage.inside
    .map(({ level, share }) =>
      element('circle', { cx: place(x, level), cy: place(y, share), r: 5, fill: colour('accent') }),
    )
    .join('');

const drawGrid = ({ x, y }: Frame): string =>
  ticksOf({ low: 0, high: 1 }, 5)
    .map((tick) => {
      const at = place(y, tick);
      return [
        element('path', { d: `M${px(x.left)} ${px(at)}H${px(x.left + x.width)}`, stroke: colour('grid') }),
        text(x.left - 6, at + 4, percent(tick), { colour: 'muted', anchor: 'end' }),
      ].join('');
    })
    .join('');

const sharesText = ({ inside }: Coverage): string =>
  inside
    .map(({ level, share }) => `${percent(level)}\u202f% intervals hold ${percent(share)}\u202f%`)
    .join(', ');

const isInside = ({ arms, inside }: Coverage): boolean =>
  inside.every(({ level, share }) => {
    const { low, high } = luckBand(arms, level);
    return low <= share && share <= high;
  });

const sentenceOf = ({ coverage }: CoverageInput): string =>
  `Of ${coverage.arms} arms predicted from all other studies, ${sharesText(coverage)}: ${
    isInside(coverage) ? 'no more off than luck makes them' : 'more off than luck explains'
  }. The median misses by ${percent(coverage.meanAbsoluteError)} of 100 people on average.`;

const note =
  'Each study was left out and its counts predicted from all others. Grey: at each level, where 95\u202f% of shares lie if the intervals are right and only luck differs. Marks: the levels that were asked for, on whole people, which is a little more than the line.';

/** How many of the predicted intervals held what was counted, over their nominal level, with the band of luck. */
export const coveragePlot = (input: CoverageInput, options: FigureOptions): Figure => {
  const frame = frameOf(options.width);
  const bottom = top + frame.y.width;
  const lines = [
    'Level of the predicted interval, %',
    ...wrap(`${input.coverage.arms} arms: ${sharesText(input.coverage)}.`, options.width - 8),
  ];
  return figure(
    { ...options, height: bottom + 26 + lines.length * lineHeight + 6 },
    { title: 'Do the intervals hold what they should?', sentence: sentenceOf(input), note },
    text(0, 14, 'Share of arms inside, %', { colour: 'muted' }),
    drawBand(input.coverage.arms, frame),
    drawGrid(frame),
    element('path', {
      d: `M${px(place(frame.x, 0))} ${px(place(frame.y, 0))}L${px(place(frame.x, 1))} ${px(place(frame.y, 1))}`,
      stroke: colour('muted'),
      'stroke-dasharray': '4 3',
    }),
    drawObserved(input, frame),
    drawMarks(input, frame),
    drawTicks(frame.x, bottom, percent),
    ...lines.map((line, i) => text(0, bottom + 36 + i * lineHeight, line, { colour: 'muted' })),
  );
};
