import { shareOf, type TimeScale } from '../../block/time-scale.ts';

const day = 86_400;

/** From the needles in, which stand at the beginning, to a year, s. The first ten seconds are no more than that. */
export const scale: TimeScale = { from: 10, to: 365.25 * day };

/** Where the thumb stands at first, s. */
export const firstTime = 3 * day;

/** Moments that have a name, s: a channel stands at each of them that has room. */
export const moments = [
  [scale.from, 'in'],
  [60, 'clot'],
  [3600, 'hour'],
  [day, 'first'],
  [3 * day, 'third'],
  [7 * day, 'week'],
  [30.4375 * day, 'month'],
  [182.625 * day, 'half'],
  [scale.to, 'year'],
] as const;

export type Moment = (typeof moments)[number];

/** The time of the run that is shown at a time of the axis: its beginning stands for the needles in. */
export const shownAt = (time: number): number => (time <= scale.from ? 0 : time);

/** Moments whose channels have room side by side: the first and the last, and between them from the left. */
export const roomyMoments = (axis: number, channel: number): readonly Moment[] => {
  const at = ([time]: Moment): number => shareOf(scale, time) * axis;
  const final = at(moments[moments.length - 1] ?? moments[0]);
  let last = -Infinity;
  return moments.filter((moment) => {
    const here = at(moment);
    if (here !== final && (here < last + channel || here + channel > final)) return false;
    last = here;
    return true;
  });
};
