import type { HealValues } from '../heal-stage.ts';
import { closingTime } from '../surface/epidermis.ts';
import { depthMean, papillaryDepth } from '../observe/depth-mean.ts';
import { erythema } from '../observe/redness.ts';
import { totalCollagen } from '../observe/tissue-reading.ts';
import { ratesOf } from '../rates.ts';
import type { Place } from '../place.ts';
import type { Healing } from '../result/healing.ts';
import { lastAbove, stretchRange } from './crossing.ts';
import { inflammationEnds, phasesOf, type InflammationEnds, type Phase } from './phases.ts';

/** A matrix component against rest, as a share: depth mean and papillary, at one time. */
export interface Change {
  readonly name: 'collagen' | 'collagen I' | 'collagen III' | 'elastin' | 'hyaluronan';
  readonly whole: number;
  readonly papillary: number;
}

export interface Interval {
  /** s from a session to the next. */
  readonly time: number;
  /** What takes longest, in words. */
  readonly because: string;
}

/** What a course comes to, in the words of a person who asks. Times in s since the session that they belong to. */
export interface HealingSummary {
  /** After the first session: when its channels are closed. */
  readonly closed: number;
  /** After every session: how long redness and swelling are seen. */
  readonly redness: readonly number[];
  readonly swelling: readonly number[];
  /** After the last session. */
  readonly phases: readonly Phase[];
  /** What the end of inflammation after the last session rests on. */
  readonly inflammation: InflammationEnds;
  /** At each of these times since the first session. */
  readonly changes: readonly { readonly time: number; readonly parts: readonly Change[] }[];
  readonly interval: Interval;
  /** Net collagen at the end, depth mean, and the bound above which it cannot lie. */
  readonly gain: number;
  readonly bound: number;
}

const seen = (healing: Healing, series: Float64Array, level: number): number[] =>
  healing.sessions.map(
    (start, i) => lastAbove(healing.times, series, level, stretchRange(healing, i)) - start,
  );

const at = (healing: Healing, time: number): number => {
  const found = healing.times.findIndex((one) => one >= time);
  return found < 0 ? healing.times.length - 1 : found;
};

const changesAt = (healing: Healing, i: number): Change[] => {
  const { means, rest } = healing;
  const one = means.C1i.map((value, j) => value + means.C1m[j]);
  const parts = [
    ['collagen', totalCollagen(healing), rest.C3 + rest.C1i + rest.C1m],
    ['collagen I', one, rest.C1i + rest.C1m],
    ['collagen III', means.C3, rest.C3],
    ['elastin', means.E, rest.E],
    ['hyaluronan', means.H, rest.H],
  ] as const;
  return parts.map(([name, series, resting]) => ({
    name,
    whole: depthMean(healing, series)[i] / resting - 1,
    papillary: depthMean(healing, series, papillaryDepth(healing))[i] / resting - 1,
  }));
};

/** When the barrier over the channels of the last session is back to the share that counts, s after it. */
const barrierBack = (healing: Healing, p: HealValues): number => {
  const { times, surface, sessions } = healing;
  const session = sessions.length - 1;
  const open = surface.barrier.map((value) => 1 - value);
  return lastAbove(times, open, 1 - p.b_sure, stretchRange(healing, session)) - sessions[session];
};

/** When the coagulum of the last session is cleared to a share of what it was, s after it; 0 without heat. */
const cleared = (healing: Healing, p: HealValues): number => {
  const { times, means, sessions } = healing;
  const session = sessions.length - 1;
  const range = stretchRange(healing, session);
  if (depthMean(healing, means.HS)[range.first] === 0) return 0;
  const denatured = depthMean(healing, means.Cd);
  return lastAbove(times, denatured, p.phase_end * denatured[range.first], range) - sessions[session];
};

/**
 * The earliest interval that the model finds sensible, from the last session, which is followed the longest: the
 * barrier back, redness and swelling gone, inflammation over and a coagulum cleared. It says nothing of what is best.
 */
const intervalOf = (healing: Healing, p: HealValues, redness: number, swelling: number): Interval => {
  const [inflammation] = phasesOf(healing, healing.sessions.length - 1, p);
  const waits = [
    ['the barrier over the channels is back', barrierBack(healing, p)],
    ['redness is no longer seen', redness],
    ['swelling is no longer seen', swelling],
    ['inflammation has subsided, by the share of its peak that is agreed on', inflammation.to],
    ['coagulated collagen is cleared', cleared(healing, p)],
  ] as const;
  const [because, time] = waits.reduce((longest, wait) => (wait[1] > longest[1] ? wait : longest));
  return { time, because };
};

/** Sums up a course; `asked` are the times since the first session at which the matrix is compared with rest, s. */
export const summarise = (
  healing: Healing,
  p: HealValues,
  place: Place,
  asked: readonly number[],
): HealingSummary => {
  const redness = seen(healing, erythema(healing, p), p.EI_seen);
  const swelling = seen(healing, depthMean(healing, healing.means.W), p.W_seen);
  const last = healing.times.length - 1;
  return {
    closed: closingTime(healing.surface.gapRadius[0], ratesOf(p, place)),
    redness,
    swelling,
    phases: phasesOf(healing, healing.sessions.length - 1, p),
    inflammation: inflammationEnds(healing, healing.sessions.length - 1, p),
    changes: asked.map((time) => ({ time, parts: changesAt(healing, at(healing, time)) })),
    interval: intervalOf(healing, p, redness[redness.length - 1], swelling[swelling.length - 1]),
    gain: depthMean(healing, healing.balance.gain)[last],
    bound: depthMean(healing, healing.balance.bound)[last],
  };
};
