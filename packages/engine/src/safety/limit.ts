import type { DeviceSheet, SheetRead, Site, Source } from '@percuta/evidence';
import type { Case } from '../case/case.ts';
import type { Settings } from '../case/protocol.ts';
import type { HeatChances } from './heat-chances.ts';
import type { HeatReach } from './heat-reach.ts';

/** What of a plan a limit looks at: the case alone, one setting of depth and speed, a session, the course. */
export type Level = 'case' | 'stroke' | 'session' | 'course';

/** One draw of what bears on safety. Under-penetration is never credited: the track is the longest there can be. */
export interface Track {
  /** Longest track in relaxed skin: (P + tolerance)(1 + compression), m. */
  readonly ceiling: number;
  /** Depth of the lower border of the dermis, m. */
  readonly dermalBorder: number;
  /** Spread of that border from place to place, ln. */
  readonly withinLogSd: number;
  /** Strokes per area in one pass, every one counted as a hole, 1/m2. */
  readonly strokesPerPass: number;
  /** Diameter of the channel of a needle that is all the way in, m. */
  readonly channelDiameter: number;
}

export interface Course {
  readonly sessions: number;
  /** Least time between two sessions, s; undefined for a single one. */
  readonly interval: number | undefined;
}

/** All that the envelope may look at. */
export interface Subject {
  readonly given: Case;
  readonly sheet: DeviceSheet;
  readonly site: Site;
  readonly settings: Settings;
  readonly course: Course;
  readonly tracks: readonly Track[];
  /** One for each draw of heat; left out without energy, and where no draws of heat were made. */
  readonly heats?: readonly HeatReach[] | undefined;
  /** Chances of heat in every draw, where an emulator gave them; they take the place of `heats`. */
  readonly heatChances?: HeatChances | undefined;
}

/** A value with its band over the draws; a certain value has none. */
export interface Assessed {
  readonly value: number;
  /** 5 % and 95 % points. */
  readonly low?: number;
  readonly high?: number;
  /** For a chance counted over draws: its upper confidence bound, which is held against the limit. */
  readonly upper?: number;
}

/** What is held against the bound of a limit: the value, or how large it may well be where draws gave it. */
export const judgedValue = ({ value, upper }: Pick<Assessed, 'value' | 'upper'>): number => upper ?? value;

export interface Provenance {
  readonly sources: readonly Source[];
  readonly read: SheetRead;
  readonly reason?: string;
}

/**
 * A limit of the envelope: one rule, its bound, where the bound comes from and what would change the verdict.
 * Values are SI; `unit` is how they are shown.
 */
export interface Limit {
  readonly id: string;
  readonly title: string;
  readonly level: Level;
  readonly unit: string;
  readonly direction: 'at most' | 'at least';
  readonly isOverridable: boolean;
  /** The default differs from device to device: a bound set in the case may be looser than that of one of them. */
  readonly isPerDevice?: true;
  /** A bound set in the case holds even where there is no default. */
  readonly standsAlone?: true;
  /** The bound with its origin, or undefined where the limit does not apply to the subject. */
  readonly bound: (subject: Subject) => (Provenance & { readonly value: number }) | undefined;
  readonly assess: (subject: Subject) => Assessed;
  /** What would bring a broken value inside. */
  readonly remedy: string;
  /** The same for one subject, where it depends on what its device offers. */
  readonly remedyFor?: (subject: Subject) => string;
}
