import type { Healing } from '../result/healing.ts';

/** Places of the times of one stretch: from a session to just before the next, or to the end. */
export const stretchRange = (
  { sessions, times }: Pick<Healing, 'sessions' | 'times'>,
  session: number,
): { readonly first: number; readonly last: number } => {
  const first = times.indexOf(sessions[session]);
  const next = session + 1 < sessions.length ? times.indexOf(sessions[session + 1]) : times.length;
  return { first, last: next - 1 };
};

/** The time at which a series first stands on the level between two neighbours, s. */
const between = (times: Float64Array, series: Float64Array, i: number, level: number): number => {
  const share = (level - series[i]) / (series[i + 1] - series[i]);
  return times[i] + share * (times[i + 1] - times[i]);
};

/**
 * When a series falls below a level for good within a range of times, s; its first time where it never stands above,
 * Infinity where it still does at the end.
 */
export const lastAbove = (
  times: Float64Array,
  series: Float64Array,
  level: number,
  { first, last }: { readonly first: number; readonly last: number },
): number => {
  for (let i = last; i >= first; i -= 1) {
    if (series[i] < level) continue;
    return i === last ? Infinity : between(times, series, i, level);
  }
  return times[first];
};

/** When a series first reaches a level within a range of times, s; Infinity where it never does. */
export const firstAbove = (
  times: Float64Array,
  series: Float64Array,
  level: number,
  { first, last }: { readonly first: number; readonly last: number },
): number => {
  for (let i = first; i <= last; i += 1) {
    if (series[i] < level) continue;
    return i === first ? times[first] : between(times, series, i - 1, level);
  }
  return Infinity;
};

/** The largest value of a series within a range, and its time. */
export const peakOf = (
  times: Float64Array,
  series: Float64Array,
  { first, last }: { readonly first: number; readonly last: number },
): { readonly value: number; readonly time: number } => {
  let at = first;
  for (let i = first; i <= last; i += 1) if (series[i] > series[at]) at = i;
  return { value: series[at], time: times[at] };
};
