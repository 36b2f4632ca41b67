import { colour } from '../tokens.ts';
import { element, figure, pathOf, text, type Figure, type FigureOptions } from '../svg.ts';

/** Errors against the size of cells or steps. */
export interface ConvergenceInput {
  readonly title: string;
  /** What the size is, with its unit. */
  readonly size: string;
  readonly points: readonly { readonly size: number; readonly error: number }[];
  /** Order that theory gives. */
  readonly order: number;
}

const height = 260;
const margin = { left: 64, right: 24, top: 40, bottom: 44 };

/** Slope between the first and the last error on logarithmic scales. */
export const observedOrder = (points: ConvergenceInput['points']): number => {
  const [first, last] = [points[0], points.at(-1)];
  if (first === undefined || last === undefined) return NaN;
  return Math.log10(first.error / last.error) / Math.log10(first.size / last.size);
};

const scale =
  (from: number, to: number, a: number, b: number) =>
  (value: number): number =>
    a + ((Math.log10(value) - from) / (to - from)) * (b - a);

const decades = (from: number, to: number): number[] =>
  Array.from({ length: to - from + 1 }, (_, n) => 10 ** (from + n));

/** Errors on logarithmic scales, beside a line of the order of theory through the finest point. */
export const convergencePlot = (
  { title, size, points, order }: ConvergenceInput,
  { id, width }: FigureOptions,
): Figure => {
  const sizes = points.map((point) => Math.log10(point.size));
  const errors = points.map((point) => Math.log10(point.error));
  const [low, high] = [Math.floor(Math.min(...errors)), Math.ceil(Math.max(...errors))];
  const x = scale(Math.min(...sizes), Math.max(...sizes), margin.left + 16, width - margin.right - 16);
  const y = scale(low, high, height - margin.bottom, margin.top);
  const finest = points.reduce((a, b) => (a.size < b.size ? a : b));
  const theory = points.map((point): [number, number] => {
    const error = finest.error * 10 ** (order * (Math.log10(point.size) - Math.log10(finest.size)));
    return [x(point.size), y(error)];
  });
  const ticks = decades(low, high).flatMap((value) => [
    element('path', {
      d: pathOf([
        [margin.left, y(value)],
        [width - margin.right, y(value)],
      ]),
      stroke: colour('grid'),
    }),
    text(margin.left - 8, y(value) + 4, `${value * 100} %`, { anchor: 'end' }),
  ]);
  const observed = observedOrder(points).toFixed(2);
  return figure(
    { id, width, height },
    {
      title,
      sentence: `${title}: errors fall with order ${observed}; theory says ${order}.`,
      note: 'Both scales are logarithmic. The line has the order of theory.',
    },
    text(margin.left, 20, `${title}: order ${observed}, theory ${order}`, { isBold: true }),
    ...ticks,
    element('path', { d: pathOf(theory), stroke: colour('muted'), fill: 'none' }),
    ...points.flatMap((point) => [
      element('circle', { cx: x(point.size), cy: y(point.error), r: 4, fill: colour('ink') }),
      text(x(point.size), height - margin.bottom + 18, String(point.size), { anchor: 'middle' }),
    ]),
    text((margin.left + width) / 2, height - 8, size, { anchor: 'middle' }),
  );
};
