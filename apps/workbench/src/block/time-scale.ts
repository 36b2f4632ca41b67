/** A logarithm of time between two moments, s. Time 0 stands at its beginning. */
export interface TimeScale {
  readonly from: number;
  readonly to: number;
}

/** A moment that has a name, and words for it. */
export interface NamedMoment {
  readonly time: number;
  readonly words: string;
}

const clamp = (value: number, low: number, high: number): number => Math.max(low, Math.min(high, value));

/** From 0 to 1. */
export const shareOf = ({ from, to }: TimeScale, time: number): number =>
  clamp(Math.log10(Math.max(time, from) / from) / Math.log10(to / from), 0, 1);

export const timeAt = ({ from, to }: TimeScale, share: number): number =>
  from * (to / from) ** clamp(share, 0, 1);

const minute = 60;
const hour = 60 * minute;
const day = 24 * hour;
const units = [365.25 * day, 30.4375 * day, 7 * day, day, hour, minute, 1, 1e-3, 1e-6] as const;

/** The whole unit that a time is told in, s. */
export const unitOf = (time: number): number => units.find((unit) => time >= unit * 0.9995) ?? 1e-6;

/** A twentieth of a decade. */
const step = 10 ** (1 / 20);

const namedAfter = (moments: readonly NamedMoment[], time: number): number | undefined =>
  moments.find((each) => each.time > time * 1.0001)?.time;

const namedBefore = (moments: readonly NamedMoment[], time: number): number | undefined =>
  moments.findLast((each) => each.time < time / 1.0001)?.time;

/** The time a key leads to; undefined for keys that mean nothing to a scrubber. */
export const timeAfterKey = (
  scale: TimeScale,
  moments: readonly NamedMoment[],
  time: number,
  { key, shiftKey }: { readonly key: string; readonly shiftKey: boolean },
): number | undefined => {
  const next = (): number | undefined => {
    switch (key) {
      case 'ArrowRight':
      case 'ArrowUp':
        return shiftKey ? (namedAfter(moments, time) ?? scale.to) : time * step;
      case 'ArrowLeft':
      case 'ArrowDown':
        return shiftKey ? (namedBefore(moments, time) ?? scale.from) : time / step;
      case 'PageUp':
        return time + unitOf(time);
      case 'PageDown':
        return time - unitOf(time);
      case 'Home':
        return scale.from;
      case 'End':
        return scale.to;
      default:
        return undefined;
    }
  };
  const found = next();
  return found === undefined ? undefined : clamp(found, scale.from, scale.to);
};
