import type { Asymmetry, Funnel, ScaleResult } from '@percuta/evidence';
import { element, figure, pathOf, px, text, wrap, type Figure, type FigureOptions } from '../svg.ts';
import { colour } from '../tokens.ts';
import { drawTicks, numberText, place, ticksOf, type Axis } from './axis.ts';
import { countOf } from './interval-text.ts';

/** Studies of one scale by effect and standard error, in points or, for shares, as log odds; and the test of asymmetry. */
export interface FunnelInput extends Pick<ScaleResult, 'kind' | 'name' | 'unit'> {
  readonly funnel: Funnel;
  /** Where there are studies enough for a test. */
  readonly asymmetry?: Asymmetry;
}

const plotHeight = 220;
const top = 34;
const lineHeight = 15;
const left = 44;
/** More points than these are not named: the forest plot names them. */
const mostNames = 6;

interface Frame {
  readonly x: Axis;
  /** Down: the larger the error, the lower. */
  readonly y: Axis;
}

const frameOf = ({ centre, points, cones }: Funnel, width: number): Frame => {
  const largest = 1.15 * Math.max(...points.map(({ se }) => se));
  const reach = Math.max(
    ...cones.map(({ slope }) => slope * largest),
    ...points.map(({ estimate }) => 1.1 * Math.abs(estimate - centre)),
  );
  return {
    x: { low: centre - reach, high: centre + reach, left, width: width - left - 8 },
    y: { low: 0, high: largest, left: top, width: plotHeight },
  };
};

const drawCones = ({ centre, cones }: Funnel, { x, y }: Frame): string =>
  cones
    .toSorted((a, b) => b.slope - a.slope)
    .map(({ slope }) =>
      element('path', {
        d: `${pathOf([
          [place(x, centre), place(y, 0)],
          [place(x, centre - slope * y.high), place(y, y.high)],
          [place(x, centre + slope * y.high), place(y, y.high)],
        ])}Z`,
        fill: colour('muted'),
        'fill-opacity': 0.12,
      }),
    )
    .join('');

/** Beside the point where there is room, else under it. */
const nameAt = (
  at: number,
  length: number,
  { left: from, width }: Axis,
): { x: number; isUnder: boolean; anchor: 'start' | 'end' } => {
  const long = length * 6.5;
  const to = from + width;
  if (at + 10 + long < to) return { x: at + 9, anchor: 'start', isUnder: false };
  if (at - 10 - long > from) return { x: at - 9, anchor: 'end', isUnder: false };
  return { x: to, anchor: 'end', isUnder: true };
};

/** Names of the points, pushed down where they would touch. */
const namesOf = ({ points }: Funnel, { x, y }: Frame): string => {
  if (points.length > mostNames) return '';
  let free = 0;
  return points
    .toSorted((a, b) => a.se - b.se)
    .map(({ id, estimate, se }) => {
      const name = nameAt(place(x, estimate), id.length, x);
      const baseline = Math.max(place(y, se) + (name.isUnder ? 18 : 4), free);
      free = baseline + lineHeight;
      return text(name.x, baseline, id, { anchor: name.anchor, halo: 'surface' });
    })
    .join('');
};

const drawPoints = ({ points }: Funnel, { x, y }: Frame): string =>
  points
    .map(({ estimate, se }) =>
      element('circle', { cx: place(x, estimate), cy: place(y, se), r: 4.5, fill: colour('ink') }),
    )
    .join('');

const errorTicks = ({ x, y }: Frame): string =>
  ticksOf(y, 4)
    .map((tick) => {
      const at = place(y, tick);
      return [
        element('path', { d: `M${px(x.left)} ${px(at)}H${px(x.left + x.width)}`, stroke: colour('grid') }),
        text(x.left - 6, at + 4, numberText(tick), { colour: 'muted', anchor: 'end' }),
      ].join('');
    })
    .join('');

const caution = ({ funnel, asymmetry }: FunnelInput): string => {
  const studies = new Set(funnel.points.map(({ id }) => id)).size;
  if (funnel.hasFewStudies)
    return `${countOf(studies, 'study is', 'studies are')} too few to read a funnel: it takes ten, and a lopsided one has other causes than missing studies.`;
  return asymmetry === undefined
    ? 'A lopsided funnel has other causes than missing studies.'
    : `Egger's test: slope ${numberText(asymmetry.slope.estimate, 2)}, p ${numberText(asymmetry.slope.p, 3)}. A lopsided funnel has other causes than missing studies.`;
};

const sentenceOf = (input: FunnelInput): string => {
  const { funnel } = input;
  const outer = funnel.cones.find(({ level }) => level === 0.95);
  const outside =
    outer === undefined
      ? 0
      : funnel.points.filter(({ estimate, se }) => Math.abs(estimate - funnel.centre) > outer.slope * se)
          .length;
  const where =
    outer === undefined ? '' : `; ${outside} of ${funnel.points.length} lie outside the 95\u202f% cone`;
  return funnel.hasFewStudies
    ? `Too few studies for a funnel to be read${where}.`
    : `${funnel.points.length} effects against their standard errors${where}.`;
};

const quantityOf = ({ kind, unit }: FunnelInput): string =>
  kind === 'share'
    ? 'Log odds of reaching this'
    : `Improvement since the start in ${unit === 'grade' ? 'grades' : unit} of the scale`;

const note = (levels: readonly number[]): string =>
  `Cones, from inner to outer: where ${levels.map((level) => numberText(100 * level, 0)).join(', ')}\u202f% of studies of that precision lie if sampling error alone makes them differ.`;

/** Effects against their standard errors, precise studies on top; few studies are said to say little. */
export const funnelPlot = (input: FunnelInput, options: FigureOptions): Figure => {
  const { funnel } = input;
  const frame = frameOf(funnel, options.width);
  const bottom = top + plotHeight;
  const lines = [
    ...wrap(quantityOf(input), options.width - 8).map((line) => ({ line, token: 'muted' as const })),
    ...wrap(caution(input), options.width - 8).map((line) => ({ line, token: 'caution' as const })),
  ];
  const levels = funnel.cones.map(({ level }) => level).toSorted((a, b) => a - b);
  return figure(
    { ...options, height: bottom + 26 + lines.length * lineHeight + 6 },
    { title: `Funnel: ${input.name}`, sentence: sentenceOf(input), note: note(levels) },
    text(0, 14, 'Standard error, precise studies on top', { colour: 'muted' }),
    drawCones(funnel, frame),
    errorTicks(frame),
    element('path', {
      d: `M${px(place(frame.x, funnel.centre))} ${px(top)}V${px(bottom)}`,
      stroke: colour('accent'),
      'stroke-dasharray': '4 3',
    }),
    drawPoints(funnel, frame),
    namesOf(funnel, frame),
    drawTicks(frame.x, bottom, (value) => numberText(value)),
    ...lines.map(({ line, token }, i) => text(0, bottom + 36 + i * lineHeight, line, { colour: token })),
  );
};
