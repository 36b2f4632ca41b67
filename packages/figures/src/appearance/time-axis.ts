import { element, px, text } from '../svg.ts';
import { colour } from '../tokens.ts';

/** A logarithmic axis of time between two ends of the picture. */
export interface TimeAxis {
  readonly left: number;
  readonly right: number;
  readonly x: (time: number) => number;
}

const hour = 3600;
const day = 24 * hour;

/** Named times, s, with what they are called in full and in little room. */
const named = [
  [hour, 'hour', 'h'],
  [day, 'day', 'd'],
  [7 * day, 'week', 'wk'],
  [30.4375 * day, 'month', 'mo'],
  [365.25 * day, 'year', 'y'],
] as const;

export const timeAxis = (times: Float64Array, left: number, right: number): TimeAxis => {
  const positive = times.filter((time) => time > 0);
  const [first = 1, last = 10] = [positive[0], positive.at(-1)];
  const scale = (right - left) / Math.log(last / first);
  return { left, right, x: (time) => left + Math.log(Math.max(time, first) / first) * scale };
};

/** Mean advance of a letter, px, and the least space between two names. */
const letter = 6.5;
const space = 6;

interface Named {
  readonly at: number;
  readonly words: string;
}

const isFree = (names: readonly Named[]): boolean =>
  names.every(({ at, words }, i) => {
    const before = names[i - 1];
    return (
      before === undefined || at - before.at > ((words.length + before.words.length) * letter) / 2 + space
    );
  });

const shownOf = ({ left, right, x }: TimeAxis) =>
  named.filter(([time]) => x(time) > left + 4 && x(time) < right + 4);

/** Faint upright lines at the named times, over this height. */
export const drawTimeLines = (axis: TimeAxis, top: number, height: number): string =>
  shownOf(axis)
    .map(([time]) =>
      element('path', {
        d: `M${px(Math.min(axis.x(time), axis.right))} ${px(top)}v${height}`,
        stroke: colour('grid'),
      }),
    )
    .join('');

/**
 * Names and ticks of the axis under a panel; a name stays inside the ends, and a tick beyond them is not drawn. Short
 * names stand in where full ones would touch.
 */
export const drawTimes = (axis: TimeAxis, bottom: number): string => {
  const { right, x } = axis;
  const shown = shownOf(axis);
  const namesOf = (pick: 1 | 2): Named[] =>
    shown.map((one) => ({ at: Math.min(x(one[0]), right), words: one[pick] }));
  const full = namesOf(1);
  return (isFree(full) ? full : namesOf(2))
    .map(
      ({ at, words }) =>
        element('path', { d: `M${px(at)} ${px(bottom)}v4`, stroke: colour('muted') }) +
        text(at, bottom + 17, words, { colour: 'muted', anchor: at > right - 14 ? 'end' : 'middle' }),
    )
    .join('');
};
