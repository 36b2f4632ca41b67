import { element, px, text } from '../svg.ts';
import { colour } from '../tokens.ts';

/** A linear axis: values from low to high lie on `width` px from `left`. */
export interface Axis {
  readonly low: number;
  readonly high: number;
  readonly left: number;
  readonly width: number;
}

export const place = ({ low, high, left, width }: Axis, value: number): number =>
  left + ((value - low) / (high - low)) * width;

/** Inside the axis, for what runs out of the picture. */
export const inside = ({ low, high }: Axis, value: number): number => Math.min(Math.max(value, low), high);

/** Steps of 1, 2 or 5 times a power of ten, at most `most` of them and at least two. */
export const stepOf = (span: number, most: number): number => {
  const raw = span / most;
  const power = Number(`1e${raw.toExponential().split('e')[1]}`);
  return ([1, 2, 5, 10].find((factor) => factor * power >= raw * 0.999) ?? 10) * power;
};

/** Round numbers inside the axis. */
export const ticksOf = ({ low, high }: Pick<Axis, 'low' | 'high'>, most = 5): number[] => {
  const step = stepOf(high - low, most);
  const first = Math.ceil(low / step - 1e-9);
  const last = Math.floor(high / step + 1e-9);
  return Array.from({ length: last - first + 1 }, (_, i) => Number(((first + i) * step).toPrecision(12)));
};

/** With the true minus sign. */
export const numberText = (value: number, decimals?: number): string => {
  const digits = decimals === undefined ? String(value) : value.toFixed(decimals);
  return (Number(digits) === 0 ? digits.replace('-', '') : digits).replace('-', '−');
};

/** Names of the ticks under a baseline; the outermost stay inside the picture. */
export const drawTicks = (axis: Axis, y: number, format: (value: number) => string = numberText): string => {
  const ticks = ticksOf(axis, Math.max(2, Math.min(6, Math.floor(axis.width / 60))));
  const end = axis.left + axis.width;
  return [
    element('path', { d: `M${px(axis.left)} ${px(y)}H${px(end)}`, stroke: colour('muted') }),
    ...ticks.map((tick) => {
      const x = place(axis, tick);
      const anchor = x > end - 8 ? 'end' : x < axis.left + 8 ? 'start' : 'middle';
      return [
        element('path', { d: `M${px(x)} ${px(y)}V${px(y + 4)}`, stroke: colour('muted') }),
        text(x, y + 17, format(tick), { colour: 'muted', anchor }),
      ].join('');
    }),
  ].join('');
};
