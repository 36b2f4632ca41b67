import { describe, expect, test } from 'vitest';
import { type Dimension } from './dimension.ts';
import { formatInterval, formatQuantity } from './format-quantity.ts';
import { parseQuantity } from './quantity.ts';

describe('formatQuantity', () => {
  test.each<[string, Dimension, string]>([
    ['0.25 mm', 'length', 'mm'],
    ['0.15 mm', 'length', 'mm'],
    ['150 µm', 'length', 'µm'],
    ['116.7 Hz', 'frequency', 'Hz'],
    ['7000 rpm', 'frequency', 'rpm'],
    ['34 years', 'time', 'years'],
    ['1 year', 'time', 'years'],
    ['67 °C', 'temperature', '°C'],
    ['36.6 °C', 'temperature', '°C'],
    ['-5 °C', 'temperature', '°C'],
    ['5 %', 'fraction', '%'],
    ['0.05', 'fraction', '1'],
    ['30°', 'angle', '°'],
    ['1e-9 m', 'length', 'm'],
    ['0 mm', 'length', 'mm'],
  ])('prints %s as it was written', (text, dimension, unit) => {
    expect(formatQuantity(parseQuantity(text, dimension), unit)).toBe(text);
  });

  test('finds the digits for a double whose shortest decimal lies between two', () => {
    const value = -31_819_790_860_577_152;
    expect(parseQuantity(formatQuantity(value, 'min'), 'time')).toBe(value);
  });

  test('shows as many decimals as asked for', () => {
    expect(formatQuantity(0.0015234, 'mm', { digits: 2 })).toBe('1.52 mm');
    expect(formatQuantity(0.0015, 'mm', { digits: 2 })).toBe('1.50 mm');
    expect(formatQuantity(31_557_600, 'years', { digits: 1 })).toBe('1.0 year');
    expect(formatQuantity(-1e-9, 'mm', { digits: 2 })).toBe('0.00 mm');
  });

  test('keeps at most so many significant digits, halves away from zero', () => {
    expect(formatQuantity(1 / 3, '%', { significant: 6 })).toBe('33.3333 %');
    expect(formatQuantity(0.0015, 'mm', { significant: 6 })).toBe('1.5 mm');
    expect(formatQuantity(0.0000250625, 'mm', { significant: 5 })).toBe('0.025063 mm');
    expect(formatQuantity(-0.0000250625, 'mm', { significant: 5 })).toBe('-0.025063 mm');
    expect(formatQuantity(1_234_567, 'm', { significant: 3 })).toBe('1230000 m');
    expect(formatQuantity(0.99999999 * 86_400, 'days', { significant: 6 })).toBe('1 day');
  });

  test('does not print a unit or a number it cannot read', () => {
    expect(() => formatQuantity(1, 'mmm')).toThrow('unknown unit "mmm"');
    expect(() => formatQuantity(Number.NaN, 'mm')).toThrow(RangeError);
  });
});

describe('formatInterval', () => {
  test('names the unit once, after the value', () => {
    expect(formatInterval(0.00152, 0.00118, 0.00186, 'mm', 2)).toBe('1.52 mm (1.18 to 1.86)');
    expect(formatInterval(58, 47, 68, '1', 0)).toBe('58 (47 to 68)');
  });

  test('puts a thin space before % and °C and a true minus', () => {
    expect(formatInterval(0.1, -0.05, 0.25, '%', 0)).toBe('10\u202f% (\u22125 to 25)');
    expect(formatInterval(340.15, 338.15, 342.65, '°C', 1)).toBe('67.0\u202f°C (65.0 to 69.5)');
  });
});
