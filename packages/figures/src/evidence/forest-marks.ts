import { element, px } from '../svg.ts';
import { colour } from '../tokens.ts';
import { inside, place, type Axis } from './axis.ts';

/** An estimate with its interval, as a row of a forest plot draws it. */
export interface Effect {
  readonly kind: 'study' | 'pooled' | 'prediction';
  readonly estimate: number;
  readonly low: number;
  readonly high: number;
  /** Share of the weight, 0 to 1. */
  readonly weight?: number | undefined;
}

/** An arrow head where an interval goes on beyond the picture. */
const arrow = (x: number, y: number, towards: 1 | -1): string =>
  `M${px(x - 5 * towards)} ${px(y - 4)}L${px(x)} ${px(y)}L${px(x - 5 * towards)} ${px(y + 4)}`;

const arrows = ({ low, high }: Effect, axis: Axis, y: number): string =>
  (low < axis.low ? arrow(place(axis, axis.low), y, -1) : '') +
  (high > axis.high ? arrow(place(axis, axis.high), y, 1) : '');

const ends = ({ low, high }: Effect, axis: Axis): readonly [number, number] => [
  place(axis, inside(axis, low)),
  place(axis, inside(axis, high)),
];

const drawStudy = (effect: Effect, axis: Axis, y: number): string => {
  const [from, to] = ends(effect, axis);
  const side = effect.weight === undefined ? 8 : 5 + 9 * Math.sqrt(effect.weight);
  const x = place(axis, effect.estimate);
  return [
    element('path', {
      d: `M${px(from)} ${px(y)}H${px(to)}${arrows(effect, axis, y)}`,
      fill: 'none',
      stroke: colour('ink'),
      'stroke-width': 1.6,
    }),
    element('rect', { x: x - side / 2, y: y - side / 2, width: side, height: side, fill: colour('ink') }),
  ].join('');
};

const drawPooled = (effect: Effect, axis: Axis, y: number): string => {
  const [from, to] = ends(effect, axis);
  const x = place(axis, effect.estimate);
  return element('path', {
    d: `M${px(from)} ${px(y)}L${px(x)} ${px(y - 7)}L${px(to)} ${px(y)}L${px(x)} ${px(y + 7)}Z${arrows(effect, axis, y)}`,
    fill: colour('accent'),
    'fill-opacity': 0.75,
    stroke: colour('accent'),
  });
};

const drawPrediction = (effect: Effect, axis: Axis, y: number): string => {
  const [from, to] = ends(effect, axis);
  return [
    element('path', {
      d: `M${px(from)} ${px(y)}H${px(to)}`,
      stroke: colour('accent'),
      'stroke-width': 6,
      'stroke-opacity': 0.35,
    }),
    element('path', { d: arrows(effect, axis, y), fill: 'none', stroke: colour('accent') }),
  ].join('');
};

/** A study as a square on its bar, the mean as a diamond, a prediction as a broad bar. */
export const drawEffect = (effect: Effect, axis: Axis, y: number): string => {
  if (effect.kind === 'study') return drawStudy(effect, axis, y);
  return effect.kind === 'pooled' ? drawPooled(effect, axis, y) : drawPrediction(effect, axis, y);
};
