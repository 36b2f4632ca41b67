import { formatInterval, formatQuantity, fromSI, toSI } from '@percuta/quantity';
import type { Band } from '../band.ts';

/** A value that may have an interval. */
export interface Uncertain {
  readonly value: number;
  readonly low?: number;
  readonly high?: number;
}

const thinSpace = '\u202f';
/** Units that are written otherwise for a reader than on the wire. */
const readerUnits: Readonly<Record<string, string>> = {
  um: 'µm',
  cm2: 'cm²',
  '1/cm2': 'per cm²',
  'kg/m2': 'kg/m²',
};

/** Power of ten of the first digit: 0 for 5.7, -1 for 0.57. */
const magnitude = (value: number): number => Number(value.toExponential().split('e')[1]);

/** Decimals at which an interval this wide keeps two significant digits; below 0 for tens and hundreds. */
export const decimalsFor = (width: number): number =>
  Number.isFinite(width) && width > 0 ? 1 - magnitude(width) : 0;

/** Groups the digits of whole numbers from 10 000 up, as on paper. */
const groupDigits = (text: string): string =>
  text.replace(/(?<![.\d])\d{5,}/g, (digits) => digits.replace(/\B(?=(\d{3})+$)/g, thinSpace));

const forReaders = (text: string, unit: string): string => {
  const shown = readerUnits[unit];
  return groupDigits(shown === undefined ? text : text.replace(` ${unit}`, ` ${shown}`));
};

const toTens = (value: number, decimals: number): number => {
  const step = Number(`1e${-decimals}`);
  return Math.round(value / step) * step;
};

/** Depths are told to 0.01 mm, unless they vary by millimetres; otherwise the interval decides, or `least`. */
const decimalsOf = (unit: string, width: number, least: number): number =>
  unit === 'mm' && width < 5 ? 2 : Math.max(decimalsFor(width), least);

/**
 * "0.33 mm (0.15 to 0.43)": as many digits as the interval supports. `least` asks for at least so many decimals
 * where the value stands beside a bound that has them.
 */
export const bandText = (band: Band, unit: string, least = -Infinity): string => {
  const shown = [band.median, band.low, band.high].map((value) => fromSI(value, unit));
  const [middle = 0, low = 0, high = 0] = shown;
  const decimals = decimalsOf(unit, high - low, least);
  const exact = decimals >= 0 ? shown : shown.map((value) => toTens(value, decimals));
  const [a = middle, b = low, c = high] = exact.map((value) => toSI(value, unit));
  return forReaders(formatInterval(a, b, c, unit, Math.max(0, decimals)), unit);
};

/** The same without the unit, where the head of the row or axis says it. */
export const bareBand = (band: Band, unit: string): string => {
  const of = (value: number): number => fromSI(value, unit);
  return bandText({ median: of(band.median), low: of(band.low), high: of(band.high) }, '1');
};

/** A certain value, with at most three significant digits and no needless zeros. */
export const valueText = (value: number, unit: string): string => {
  const shown = Number(fromSI(value, unit).toPrecision(3));
  const text = formatQuantity(toSI(shown, unit), unit);
  return forReaders(unit === '%' ? text.replace(' ', thinSpace) : text, unit);
};

/** A share in per cent; what would print as nothing although it is something says so. */
export const shareText = (share: number): string => {
  const percent = share * 100;
  if (percent > 0 && percent < 0.1) return `under 0.1${thinSpace}%`;
  const text = percent < 10 ? percent.toFixed(1) : percent.toFixed(0);
  return `${text}${thinSpace}%`;
};

/** With its interval where it has one; a chance too small to be told is said to be small. */
export const uncertainText = ({ value, low, high }: Uncertain, unit: string): string => {
  if (unit === '%' && value > 0 && (high ?? value) < 0.001) return shareText(value);
  return low === undefined || high === undefined
    ? valueText(value, unit)
    : bandText({ median: value, low, high }, unit, unit === '%' ? 1 : undefined);
};

/** A mean share with its band, in as many digits as the band supports; one too small to be told is said to be small. */
export const bandedShareText = ({ value, low, high }: Required<Uncertain>): string =>
  value > 0 && high < 0.001 ? shareText(value) : bandText({ median: value, low, high }, '%');

/**
 * "3.9 %, with 95 % confidence up to 4.8 %": a chance counted over draws says how large it may well be. Where that
 * too is under 0.1 % the text has said so.
 */
export const chanceText = (text: string, upper: number | undefined): string =>
  upper === undefined || upper < 0.001
    ? text
    : `${text}, with 95${thinSpace}% confidence up to ${shareText(upper)}`;

/** "1 pass", "4 passes". */
export const counted = (count: number, one: string, many: string): string =>
  `${groupDigits(String(count))} ${count === 1 ? one : many}`;

/** A text with its first letter as a capital. */
export const sentenceCase = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

export const listText = (items: readonly string[], last: 'and' | 'or' = 'and'): string =>
  items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} ${last} ${items.at(-1)}`;

/** "atrophic-acne-scars" as words. */
export const wordsOf = (id: string): string => id.replaceAll(/[-_]/g, ' ');
