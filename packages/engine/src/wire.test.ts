import { parseQuantity } from '@percuta/quantity';
import { expect, test } from 'vitest';
import { shown, shownBand } from './wire.ts';

test.each([
  [0.0015, 'mm', '1.5 mm'],
  [0.1 * 3 * 1e-3, 'mm', '0.3 mm'],
  [1 / 3, '%', '33.3333 %'],
  [1 / 3, '1', '0.333333'],
  [1234567.89, '1', '1234570'],
  [28 * 86_400, 'days', '28 days'],
  [86_400, 'days', '1 day'],
  [0, 'mm', '0 mm'],
  [-2e-6, 'um', '-2 um'],
  [1638e4, '1/cm2', '1638 1/cm2'],
])('%d in %s is %s', (value, unit, text) => {
  expect(shown(value, unit)).toBe(text);
});

test.each([Infinity, -Infinity, Number.NaN])('%d is a distance or time that does not exist', (value) => {
  expect(shown(value, 'mm')).toBe('none');
});

test('fewer digits where asked for', () => {
  expect(shown(0.00123456789, 'mm', 3)).toBe('1.23 mm');
  expect(shown(0.00123456789, 'mm')).toBe('1.23457 mm');
});

test('what is written reads back to six digits', () => {
  for (const value of [1.23456789e-3, 9.99999949e-7, 7.5]) {
    // Half a unit of the sixth digit.
    expect(Math.abs(parseQuantity(shown(value, 'mm'), 'length') / value - 1)).toBeLessThan(5e-6);
  }
});

test('a band is written with its three numbers, an end that does not exist as such', () => {
  expect(shownBand({ median: 1e-3, low: 0.5e-3, high: Infinity }, 'mm')).toEqual({
    median: '1 mm',
    low: '0.5 mm',
    high: 'none',
  });
});
