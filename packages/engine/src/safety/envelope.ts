import type { Adjustment } from './adjustments.ts';
import { boundInForce } from './adjustments.ts';
import {
  judgedValue,
  type Assessed,
  type Level,
  type Limit,
  type Provenance,
  type Subject,
} from './limit.ts';
import { limits } from './limits.ts';

/** One limit held against one subject. SI; shown in `unit`. */
export interface Margin extends Assessed, Provenance {
  readonly limit: string;
  readonly title: string;
  readonly level: Level;
  readonly unit: string;
  readonly direction: Limit['direction'];
  readonly bound: number;
  readonly isBroken: boolean;
  /** Share of the limit used: 1 at the bound, above 1 when broken. */
  readonly used: number;
  readonly remedy: string;
  readonly isOverridden: boolean;
}

const usedShare = (direction: Limit['direction'], value: number, bound: number): number => {
  const [part, whole] = direction === 'at most' ? [value, bound] : [bound, value];
  // Nothing at all is allowed, or less than nothing: whatever is beyond counts as a whole limit and more.
  if (whole <= 0) return part > whole ? 1 + part - whole : 0;
  return part / whole;
};

/** A bound is kept when reached exactly; anything that is not a number breaks it. */
const keeps = (direction: Limit['direction'], value: number, bound: number): boolean =>
  direction === 'at most' ? value <= bound : value >= bound;

const setInCase: Provenance = { sources: [], read: 'clinical judgement', reason: 'set in the case' };

const marginOf = (limit: Limit, subject: Subject, adjustments: readonly Adjustment[]): Margin[] => {
  const { id, title, level, unit, direction, remedy } = limit;
  const byDefault = limit.bound(subject);
  const own = adjustments.filter((adjustment) => adjustment.limit === id);
  const bound = boundInForce(limit, byDefault?.value, own);
  if (bound === undefined) return [];
  const assessed = limit.assess(subject);
  const judged = judgedValue(assessed);
  const isOverridden = byDefault !== undefined && own.some(({ override }) => override !== undefined);
  const { sources, read, reason } = byDefault?.value === bound ? byDefault : setInCase;
  return [
    {
      limit: id,
      title,
      level,
      unit,
      direction,
      bound,
      ...assessed,
      isBroken: !keeps(direction, judged, bound),
      used: usedShare(direction, judged, bound),
      remedy: limit.remedyFor?.(subject) ?? remedy,
      isOverridden,
      sources,
      read,
      ...(reason === undefined ? {} : { reason }),
    },
  ];
};

/** Every limit of a level held against the subject, in the order of the envelope. */
export const marginsAt = (level: Level, subject: Subject, adjustments: readonly Adjustment[]): Margin[] =>
  limits.filter((limit) => limit.level === level).flatMap((limit) => marginOf(limit, subject, adjustments));

const levels: readonly Level[] = ['case', 'stroke', 'session', 'course'];

/** The whole envelope. */
export const assessSafety = (subject: Subject, adjustments: readonly Adjustment[]): Margin[] =>
  levels.flatMap((level) => marginsAt(level, subject, adjustments));

/** Whether every limit is kept. */
export const isInside = (margins: readonly Margin[]): boolean => margins.every((margin) => !margin.isBroken);

const mostUsed = (margins: readonly Margin[]): Margin | undefined =>
  margins.reduce<Margin | undefined>(
    (worst, margin) => (worst === undefined || margin.used > worst.used ? margin : worst),
    undefined,
  );

/**
 * The limit that decides: of the broken ones the one broken most; else of those that the settings move, the one
 * of which most is used. (An interval that stands at its bound binds nothing but the calendar.)
 */
export const bindingOf = (margins: readonly Margin[]): Margin | undefined => {
  const broken = margins.filter((margin) => margin.isBroken);
  if (broken.length > 0) return mostUsed(broken);
  return (
    mostUsed(margins.filter(({ level }) => level === 'stroke' || level === 'session')) ?? mostUsed(margins)
  );
};
