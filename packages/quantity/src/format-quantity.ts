import {
  type Decimal,
  fromDouble,
  printFixed,
  printShortest,
  readDecimal,
  roundSignificant,
} from './decimal.ts';
import { type Unit, convertIn, convertOut, getUnit } from './unit.ts';

const THIN_NO_BREAK_SPACE = '\u202f';
const TRUE_MINUS = '\u2212';

/** Seventeen digits name any double; the rest serves temperatures far below 0 °C. */
const digitCounts = [15, 16, 17, 18, 19, 20];

/**
 * Writes an SI value for the wire: plain ASCII minus and space, read back by `parseQuantity` to the same
 * double. With `digits`, that many decimals instead; with `significant`, at most so many digits, halves away
 * from zero.
 */
export function formatQuantity(
  value: number,
  unit: string,
  options: { digits?: number; significant?: number } = {},
): string {
  return attach(amountOf(value, getUnit(unit), options), unit, ' ');
}

function amountOf(
  value: number,
  unit: Unit,
  { digits, significant }: { digits?: number; significant?: number },
): string {
  if (significant !== undefined)
    return printShortest(roundSignificant(convertOut(fromDouble(value), unit), significant));
  if (digits !== undefined) return printFixed(convertOut(fromDouble(value), unit), digits);
  return printShortest(findShortest(value, unit));
}

/**
 * Writes an SI value with its interval for a reader: "1.52 mm (1.18 to 1.86)". True minus sign; thin
 * no-break space before % and °C.
 */
export function formatInterval(
  value: number,
  low: number,
  high: number,
  unit: string,
  digits: number,
): string {
  const known = getUnit(unit);
  const print = (amount: number): string =>
    printFixed(convertOut(fromDouble(amount), known), digits).replace('-', TRUE_MINUS);
  const space = known.symbol === '%' || known.symbol === '°C' ? THIN_NO_BREAK_SPACE : ' ';
  return `${attach(print(value), unit, space)} (${print(low)} to ${print(high)})`;
}

/**
 * The fewest digits that read back. Tried first from the decimal that a person would write, and then from
 * what the double truly holds: 31819790860577150 lies just between two doubles, and a sixtieth of it, cut
 * short, reads back as the other. The whole decimal is left for fractions of a microkelvin in °C.
 */
function findShortest(value: number, unit: Unit): Decimal {
  const written = convertOut(fromDouble(value), unit);
  return (
    roundUntilRead(written, value, unit) ??
    roundUntilRead(convertOut(readDecimal(value.toPrecision(40)), unit), value, unit) ??
    written
  );
}

function roundUntilRead(exact: Decimal, value: number, unit: Unit): Decimal | undefined {
  for (const count of digitCounts) {
    const rounded = roundSignificant(exact, count);
    if (convertIn(rounded, unit) === value) return rounded;
  }
  return undefined;
}

/** No unit after a bare fraction, no space before a degree sign, and "1 year" where the unit is "years". */
function attach(amount: string, unit: string, space: string): string {
  if (unit === '1') return amount;
  if (unit === '°') return `${amount}°`;
  const isOne = /^1(\.0*)?$/.test(amount);
  const counted = isOne ? unit.replace(/^(hour|day|week|month|year)s$/, '$1') : unit;
  return `${amount}${space}${counted}`;
}
