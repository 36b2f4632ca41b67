import { type Decimal, fromDouble, readDecimal, toDouble } from './decimal.ts';
import { type Dimension, type DimensionValue, dimensions, nameDimension } from './dimension.ts';
import { QuantityError, type QuantityProblem } from './quantity-error.ts';
import { type Unit, convertIn, convertOut, findUnit, getUnit, unitsOf } from './unit.ts';

/** Longer texts are no quantities; the bound keeps exact arithmetic cheap for whatever arrives. */
const LONGEST_TEXT = 100;

/** A number, then whatever follows it as the unit. */
const pattern = /^([+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d{1,3})?)\s*(.*)$/i;

/**
 * Reads "1.5 mm" as SI (0.0015), correctly rounded: the double nearest to the decimal that was written.
 * `example` is what an error message shows as a right text.
 * @example
 * ```ts
 * import { formatQuantity, parseQuantity } from '@percuta/quantity';
 *
 * const depth = parseQuantity('1.5 mm', 'length');
 * console.log(depth, formatQuantity(depth, 'um')); // 0.0015 1500 um
 * ```
 */
export function parseQuantity<D extends Dimension>(
  text: string,
  dimension: D,
  example: string = dimensions[dimension].example,
): DimensionValue[D] {
  const given = text.trim();
  const fail = (problem: QuantityProblem): QuantityError => {
    const message = explain({ given, dimension, problem, example });
    return new QuantityError(message, { text, dimension, problem });
  };

  const parts = split(given);
  if (!parts) throw fail('unreadable');
  const unit = findUnit(parts.symbol || impliedUnit(dimension), dimension);
  if (!unit) throw fail(judgeSymbol(parts.symbol));
  if (unit.dimension !== dimension) throw fail('wrong-dimension');
  const value = convertIn(parts.amount, unit);
  if (!Number.isFinite(value)) throw fail('not-finite');
  return value;
}

/** A number in this unit as SI: `toSI(1.5, 'mm')` is 0.0015. */
export function toSI(value: number, unit: string): number {
  return convertIn(fromDouble(value), getUnit(unit));
}

/** An SI value as a number in this unit: `fromSI(0.0015, 'mm')` is 1.5. */
export function fromSI(value: number, unit: string): number {
  return toDouble(convertOut(fromDouble(value), getUnit(unit)));
}

function split(given: string): { amount: Decimal; symbol: string } | undefined {
  if (given.length > LONGEST_TEXT) return undefined;
  const [, amount, symbol = ''] = pattern.exec(given.replaceAll('\u2212', '-')) ?? [];
  return amount === undefined ? undefined : { amount: readDecimal(amount), symbol };
}

/** Only a fraction may go without a unit. */
function impliedUnit(dimension: Dimension): string {
  return dimension === 'fraction' ? '1' : '';
}

function judgeSymbol(symbol: string): QuantityProblem {
  if (symbol === '') return 'no-unit';
  // "1,5 mm" or "1.5.2 mm": the number went wrong, not the unit.
  return /^[\d.,+-]/.test(symbol) ? 'unreadable' : 'unknown-unit';
}

type Complaint = {
  readonly given: string;
  readonly dimension: Dimension;
  readonly problem: QuantityProblem;
  readonly example: string;
};

function explain({ given, dimension, problem, example }: Complaint): string {
  const quoted = `"${given.length > LONGEST_TEXT ? `${given.slice(0, LONGEST_TEXT)}…` : given}"`;
  const symbol = split(given)?.symbol ?? '';
  switch (problem) {
    case 'unreadable':
      return `${quoted} is not a number with its unit; write for example "${example}"`;
    case 'no-unit':
      return `${quoted} has no unit; write for example "${example}"`;
    case 'unknown-unit':
      return `unknown unit "${symbol}" in ${quoted}; ${listUnits(dimension)}`;
    case 'wrong-dimension':
      return `${quoted} is ${nameUnit(findUnit(symbol))}, expected ${nameDimension(dimension)} such as "${example}"`;
    case 'not-finite':
      return `${quoted} is too large a number; write for example "${example}"`;
  }
}

function listUnits(dimension: Dimension): string {
  return `${dimensions[dimension].plural} are written in ${unitsOf(dimension).join(', ')}`;
}

function nameUnit(unit: Unit | undefined): string {
  return unit ? nameDimension(unit.dimension) : 'something else';
}
