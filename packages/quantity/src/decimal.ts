/**
 * An exact decimal number, `digits` × 10^`exponent`. Units are converted in it rather than in doubles,
 * because 0.15 / 1000 is already not the double nearest to 0.00015.
 */
export type Decimal = { readonly digits: bigint; readonly exponent: number };

/** Digits kept in a division that does not end: more than twice what a double holds. */
const QUOTIENT_DIGITS = 40;

/** Reads "-1.50e-3". The caller has checked that it is a number. */
export function readDecimal(text: string): Decimal {
  const [mantissa = '', power = '0'] = text.toLowerCase().split('e');
  const [whole = '', part = ''] = mantissa.split('.');
  return { digits: BigInt(whole + part), exponent: Number(power) - part.length };
}

/** The double nearest to it. */
export function toDouble({ digits, exponent }: Decimal): number {
  return Number(`${digits}e${exponent}`);
}

/** The shortest decimal that names this double. */
export function fromDouble(value: number): Decimal {
  if (!Number.isFinite(value)) throw new RangeError(`${value} is not a quantity`);
  return readDecimal(String(value));
}

export function multiply(a: Decimal, b: Decimal): Decimal {
  return { digits: a.digits * b.digits, exponent: a.exponent + b.exponent };
}

export function add(a: Decimal, b: Decimal): Decimal {
  // Adding nothing to 1e200 must not write out its zeros.
  if (b.digits === 0n) return a;
  const exponent = Math.min(a.exponent, b.exponent);
  return { digits: rescale(a, exponent).digits + rescale(b, exponent).digits, exponent };
}

export function negate({ digits, exponent }: Decimal): Decimal {
  return { digits: -digits, exponent };
}

export function divide(a: Decimal, b: Decimal): Decimal {
  if (b.digits === 1n) return { digits: a.digits, exponent: a.exponent - b.exponent };
  const extra = QUOTIENT_DIGITS + countDigits(b);
  return {
    digits: (a.digits * 10n ** BigInt(extra)) / b.digits,
    exponent: a.exponent - b.exponent - extra,
  };
}

/** The same number with its last digit at 10^`exponent`; halves are rounded away from zero. */
export function rescale(value: Decimal, exponent: number): Decimal {
  const shift = value.exponent - exponent;
  if (shift >= 0) return { digits: value.digits * 10n ** BigInt(shift), exponent };
  const step = 10n ** BigInt(-shift);
  const half = value.digits < 0n ? -step / 2n : step / 2n;
  return { digits: (value.digits + half) / step, exponent };
}

/** Rounded to `count` significant digits; returned as it is where it has no more than these. */
export function roundSignificant(value: Decimal, count: number): Decimal {
  const surplus = countDigits(value) - count;
  return surplus > 0 ? rescale(value, value.exponent + surplus) : value;
}

/** Printed with exactly `places` decimals. */
export function printFixed(value: Decimal, places: number): string {
  const { digits } = rescale(value, -places);
  const text = unsigned(digits).padStart(places + 1, '0');
  const whole = text.slice(0, text.length - places);
  const part = text.slice(text.length - places);
  return `${digits < 0n ? '-' : ''}${whole}${places > 0 ? `.${part}` : ''}`;
}

/** Printed with no needless zeros, in powers of ten where JavaScript would print numbers so. */
export function printShortest(value: Decimal): string {
  const { digits, exponent } = dropZeros(value);
  const power = countDigits({ digits, exponent }) - 1 + exponent;
  if (power > -7 && power < 21) return printFixed({ digits, exponent }, Math.max(0, -exponent));
  const text = unsigned(digits);
  const part = text.length > 1 ? `.${text.slice(1)}` : '';
  return `${digits < 0n ? '-' : ''}${text.slice(0, 1)}${part}e${power}`;
}

function dropZeros({ digits, exponent }: Decimal): Decimal {
  if (digits === 0n) return { digits, exponent: 0 };
  const zeros = /0*$/.exec(digits.toString())?.[0].length ?? 0;
  return { digits: digits / 10n ** BigInt(zeros), exponent: exponent + zeros };
}

function countDigits({ digits }: Decimal): number {
  return unsigned(digits).length;
}

function unsigned(digits: bigint): string {
  return (digits < 0n ? -digits : digits).toString();
}
