import { quantiles } from '@percuta/numerics';
import { toSI } from '@percuta/quantity';
import type { HealPoint, HealRecord } from './record-file.ts';
import type { Observable } from './observable.ts';

/** What a point says, comparable with a reading: SI or a change from rest. */
export type Measured =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'range'; readonly low: number; readonly high: number }
  | { readonly kind: 'direction'; readonly low: number; readonly high: number };

/** Shares of the draws below which a band begins and ends. */
export const bandShares = {
  50: [0.25, 0.75],
  80: [0.1, 0.9],
  95: [0.025, 0.975],
} as const;

/** A change below this is none, and up to this nothing has changed in the eyes of a study. */
const least = 0.01;
const unseen = 0.05;

const words: readonly (readonly [RegExp, readonly [number, number]])[] = [
  [/unchanged|no change|not significant|no significant|identical|baseline|near normal/i, [-unseen, unseen]],
  [/complete replacement/i, [-Infinity, 0.1]],
  [/diminish/i, [-Infinity, unseen]],
  [/\bdown|decreas|declin|lower/i, [-Infinity, -least]],
  [
    /\bup\b|up-|increas|higher|rise|raised|improved|strongly|detected|persists|infiltrate|> /i,
    [least, Infinity],
  ],
];

const units = /^(s|min|h|d|days|wk|weeks)$/;
const ended = /gone|resolved|recovered|baseline/i;

/** Whether a point says how long something lasts, not how large it is at a time. */
export const tellsTime = ({ kind, unit = '1', outcome = '' }: HealPoint): boolean =>
  kind === 'categorical' ? ended.test(outcome) : units.test(unit);

/** The value of a record that others of the same unit are compared with. */
const restOf = (point: HealPoint, { points }: HealRecord): HealPoint | undefined =>
  points.find(
    (one) =>
      one !== point &&
      one.value !== undefined &&
      one.unit === point.unit &&
      /intact|untreated|pre-op|baseline|before|unwounded/i.test(one.group),
  );

const toChange = (value: number, point: HealPoint, record: HealRecord): number | undefined => {
  const { unit = '1' } = point;
  if (/^% (change|above|vs)/.test(unit)) return value / 100;
  const rest = restOf(point, record);
  if (rest?.value !== undefined) return value / rest.value - 1;
  return unit === '%' ? value / 100 : undefined;
};

const measuredWords = (point: HealPoint, observable: Observable): Measured | string => {
  const { outcome = '' } = point;
  if (observable.kind === 'duration') {
    // "Gone" at a time is a bound on how long something lasted.
    const time = point.t_max ?? point.t;
    return time !== undefined && ended.test(outcome)
      ? { kind: 'range', low: 0, high: toSI(time, point.t_unit ?? 'd') }
      : 'is told in words that set no time';
  }
  if (observable.id === 'water loss' && /improved/i.test(outcome)) return 'does not say which way';
  const found = words.find(([pattern]) => pattern.test(outcome));
  return found === undefined
    ? 'is told in words that name no direction'
    : { kind: 'direction', low: found[1][0], high: found[1][1] };
};

const signOf = (value: number): Measured => ({
  kind: 'direction',
  low: value < 0 ? -Infinity : least,
  high: value < 0 ? -least : Infinity,
});

/** The number of a point on the scale of the observable; a text says what is missing. */
export const measuredOf = (
  point: HealPoint,
  record: HealRecord,
  observable: Observable,
): Measured | string => {
  const { kind, value, min, max, unit = '1' } = point;
  if (kind === 'categorical') return measuredWords(point, observable);
  if (value === undefined && (min === undefined || max === undefined)) return 'gives no number';
  const isTime = units.test(unit);
  if (isTime !== (observable.kind === 'duration'))
    return `is given in ${unit}, which is not what is predicted`;
  if (record.points.some((one) => restOf(one, record) === point)) return 'is the value at rest';
  const scaled = (one: number): number | undefined =>
    isTime ? toSI(one, unit) : toChange(one, point, record);
  const ends = [min, max, value].map((one) => (one === undefined ? undefined : scaled(one)));
  const [low, high, number] = ends;
  if (kind === 'range' && low !== undefined && high !== undefined) return { kind: 'range', low, high };
  if (number === undefined) return 'has no value at rest to compare with';
  if (kind === 'bound') return { kind: 'range', low: isTime ? 0 : -Infinity, high: number };
  return observable.kind === 'sign' ? signOf(number) : { kind: 'number', value: number };
};

/** How a band of draws stands to a measurement. */
export interface Scored {
  readonly median: number;
  readonly low: number;
  readonly high: number;
  /** Whether bands of 50, 80 and 95 % hold a measured number. */
  readonly inside: Readonly<Record<50 | 80 | 95, boolean>> | undefined;
  /** Share of the draws that agree with a range or a direction. */
  readonly agreeing: number | undefined;
}

export const scoreOf = (draws: readonly number[], measured: Measured): Scored => {
  const sorted = Float64Array.from(draws);
  const [low, median, high] = quantiles(sorted, [0.05, 0.5, 0.95]);
  if (measured.kind !== 'number') {
    const agreeing = draws.filter((one) => one >= measured.low && one <= measured.high).length / draws.length;
    return { low, median, high, inside: undefined, agreeing };
  }
  const holds = (share: 50 | 80 | 95): boolean => {
    const [from, to] = quantiles(sorted, [...bandShares[share]]);
    return measured.value >= from && measured.value <= to;
  };
  return {
    low,
    median,
    high,
    inside: { 50: holds(50), 80: holds(80), 95: holds(95) },
    agreeing: undefined,
  };
};
