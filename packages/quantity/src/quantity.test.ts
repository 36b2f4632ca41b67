import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Dimension, dimensions } from './dimension.ts';
import { formatQuantity } from './format-quantity.ts';
import { QuantityError } from './quantity-error.ts';
import { fromSI, parseQuantity, toSI } from './quantity.ts';
import { unitsOf } from './unit.ts';

describe('reading', () => {
  test.each<[string, Dimension, number]>([
    ['1.5 mm', 'length', 0.0015],
    ['1.5mm', 'length', 0.0015],
    ['  1.5\u202fmm ', 'length', 0.0015],
    ['150 µm', 'length', 0.00015],
    ['+.5e-3 m', 'length', 0.0005],
    ['2. m', 'length', 2],
    ['−5 °C', 'temperature', 268.15],
    ['-5 °C', 'temperature', 268.15],
    ['1e−3 m', 'length', 0.001],
    ['5 K', 'temperature-difference', 5],
    ['5 K', 'temperature', 5],
    ['40 ms', 'time', 0.04],
    ['34 years', 'time', 34 * 31_557_600],
    ['120 1/s', 'frequency', 120],
    ['250 /cm2', 'areal-density', 2.5e6],
    ['5 %', 'fraction', 0.05],
    ['5%', 'fraction', 0.05],
    ['0.05', 'fraction', 0.05],
    ['0.05 1', 'fraction', 0.05],
    ['180°', 'angle', Math.PI],
    ['-0 mm', 'length', 0],
  ])('%j as %s is %d', (text, dimension, expected) => {
    expect(parseQuantity(text, dimension)).toBe(expected);
  });

  test('every twentieth of a millimetre is the double nearest to it', () => {
    for (let k = 0; k <= 4000; k += 1) {
      const cents = 5 * k;
      const text = `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}`;
      expect(parseQuantity(`${text} mm`, 'length')).toBe(Number(`${text}e-3`));
      expect(toSI(Number(text), 'mm')).toBe(Number(`${text}e-3`));
    }
  });
});

describe('refusing', () => {
  test.each<[string, Dimension, string, string]>([
    ['40 ms', 'length', 'wrong-dimension', '"40 ms" is a time, expected a length such as "1.5 mm"'],
    ['1.5', 'length', 'no-unit', '"1.5" has no unit; write for example "1.5 mm"'],
    [
      '1.5 mmm',
      'length',
      'unknown-unit',
      'unknown unit "mmm" in "1.5 mmm"; lengths are written in m, cm, mm, um, nm',
    ],
    ['1,5 mm', 'length', 'unreadable', '"1,5 mm" is not a number with its unit; write for example "1.5 mm"'],
    ['deep', 'length', 'unreadable', '"deep" is not a number with its unit; write for example "1.5 mm"'],
    ['', 'time', 'unreadable', '"" is not a number with its unit; write for example "40 ms"'],
    ['1e999 m', 'length', 'not-finite', '"1e999 m" is too large a number; write for example "1.5 mm"'],
    [
      '5 °C',
      'temperature-difference',
      'wrong-dimension',
      '"5 °C" is a temperature, expected a temperature difference such as "5 K"',
    ],
    ['3 mm', 'fraction', 'wrong-dimension', '"3 mm" is a length, expected a fraction such as "5 %"'],
  ])('%j as %s: %s', (text, dimension, problem, message) => {
    const read = () => parseQuantity(text, dimension);
    expect(read).toThrow(QuantityError);
    expect(read).toThrow(expect.objectContaining({ text, dimension, problem, message }));
  });

  test('a long text is refused at once and quoted in part', () => {
    const text = `${'9'.repeat(1e6)} mm`;
    expect(() => parseQuantity(text, 'length')).toThrow(/^"9{100}…" is not a number/);
  });
});

describe.each(Object.keys(dimensions).filter((name): name is Dimension => name in dimensions))(
  '%s: every unit',
  (dimension) => {
    const inUnits = fc.constantFrom(...unitsOf(dimension));
    // Far from the ends of the exponent range, where a conversion would leave the normal doubles.
    const values = fc.double({ noNaN: true, min: -1e200, max: 1e200 }).filter((x) => Math.abs(x) > 1e-200);

    test('reads back any SI value it prints', () => {
      // Above a microkelvin: below it a number in °C needs more digits than a text may have.
      const safe = dimension === 'temperature' ? values.filter((x) => Math.abs(x) > 1e-6) : values;
      fc.assert(
        fc.property(safe, inUnits, (value, unit) => {
          expect(parseQuantity(formatQuantity(value, unit), dimension)).toBe(value);
        }),
        { seed: 1 },
      );
    });

    test('prints back any decimal it reads', () => {
      // Up to nine digits: what people write; the SI double then still tells neighbours apart.
      const decimal = fc.record({ digits: fc.integer({ min: 1, max: 999_999_999 }), places: fc.nat(4) });
      fc.assert(
        fc.property(decimal, inUnits, ({ digits, places }, unit) => {
          const amount = digits / 10 ** places;
          const text = formatQuantity(parseQuantity(`${amount} ${unit}`, dimension), unit);
          expect(Number.parseFloat(text)).toBe(amount);
          expect(fromSI(toSI(amount, unit), unit)).toBeCloseTo(amount, 4);
        }),
        { seed: 1 },
      );
    });
  },
);
