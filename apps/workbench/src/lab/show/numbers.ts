import { shown } from '@percuta/engine';
import { toSI } from '@percuta/quantity';
import type { LabQuantity } from '../../compute/lab/lab-messages.ts';

/** Median and the ends of the middle 80 %. */
export interface Spread {
  readonly low: number;
  readonly high: number;
}

const digits = 3;

export const spreadOf = (draws: Float64Array | undefined): Spread | undefined => {
  const sorted = draws?.filter(Number.isFinite).sort();
  if (sorted === undefined || sorted.length < 2) return undefined;
  const at = (share: number): number =>
    sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(share * sorted.length) - 1))] ?? Number.NaN;
  return { low: at(0.1), high: at(0.9) };
};

/** Differences of temperatures are in kelvin: a degree Celsius has another zero. */
const differenceUnit = (unit: string): string => (unit === '°C' ? 'K' : unit);

const signed = (value: number, unit: string): string =>
  Number.isFinite(value)
    ? `${value < 0 ? '\u2212' : '+'}${printed(shown(Math.abs(value), unit, digits))}`
    : shown(value, unit);

const written: readonly (readonly [RegExp, string])[] = [
  [/([a-z])2$/, '$1²'],
  [/([a-z])3$/, '$1³'],
  [/ohm$/, 'Ω'],
  [/^-/, '\u2212'],
];

/** Text of the engine as it is set in print. */
const printed = (text: string): string =>
  written.reduce((whole, [from, to]) => whole.replace(from, to), text);

const bare = (value: number, unit: string): string => printed(shown(value, unit, digits).split(' ')[0] ?? '');

export const valueText = ({ value, unit, draws }: LabQuantity): string => {
  const spread = spreadOf(draws);
  const text = printed(shown(value, unit, digits));
  return spread === undefined ? text : `${text} (${bare(spread.low, unit)} to ${bare(spread.high, unit)})`;
};

/** The same quantity of two runs: their difference, over paired draws where both have as many. */
export const differenceText = (a: LabQuantity, b: LabQuantity): string => {
  const unit = differenceUnit(a.unit);
  const text = signed(a.value - b.value, unit);
  const [own, other] = [a.draws, b.draws];
  if (own === undefined || other === undefined || own.length !== other.length) return text;
  const spread = spreadOf(own.map((value, n) => value - (other[n] ?? Number.NaN)));
  return spread === undefined
    ? text
    : `${text} (${signed(spread.low, unit)} to ${signed(spread.high, unit)})`;
};

/** Values of a course in the unit it is shown in. */
export const inUnit = (values: Float64Array, unit: string): Float64Array => {
  const [zero, one] = [toSI(0, unit), toSI(1, unit)];
  return values.map((value) => (value - zero) / (one - zero));
};
