import { expect, test } from 'vitest';
import {
  bandText,
  bareBand,
  counted,
  decimalsFor,
  listText,
  shareText,
  uncertainText,
  valueText,
} from './numbers.ts';

const band = (median: number, low: number, high: number) => ({ median, low, high });

test.each([
  [0.68, 2],
  [5.7, 1],
  [21, 0],
  [1900, -2],
  [0, 0],
  [Infinity, 0],
])('an interval %d wide supports %d decimals', (width, decimals) => {
  expect(decimalsFor(width)).toBe(decimals);
});

test('depths are told to 0.01 mm', () => {
  expect(bandText(band(3.271e-4, 1.52e-4, 4.308e-4), 'mm')).toBe('0.33 mm (0.15 to 0.43)');
  expect(bandText(band(1.183e-3, 8.02e-4, 2.038e-3), 'mm')).toBe('1.18 mm (0.80 to 2.04)');
  expect(bandText(band(6e-3, 2.906e-3, 1.2386e-2), 'mm')).toBe('6.0 mm (2.9 to 12.4)');
});

test('the interval decides the digits, down to whole hundreds', () => {
  expect(bareBand(band(3.667e7, 2.35e6, 7.646e7), '1/cm2')).toBe('3700 (200 to 7600)');
  expect(bandText(band(3.667e7, 2.35e6, 7.646e7), '1/cm2')).toBe('3700 per cm² (200 to 7600)');
  expect(bandText(band(1.3e-5, 9e-6, 2e-5), 'um')).toBe('13 µm (9 to 20)');
  expect(bandText(band(0.99, 0.0027, 1), '%')).toBe('99\u202f% (0 to 100)');
});

test('digits are grouped from ten thousand on and nowhere behind a point', () => {
  expect(bareBand(band(2.5e9, 1.2e9, 4e9), '1/cm2')).toBe('250\u202f000 (120\u202f000 to 400\u202f000)');
  expect(valueText(12345, '1')).toBe('12\u202f300');
  expect(valueText(1.2345e-8, 'mm')).not.toContain('\u202f');
});

test('true minus', () => {
  expect(bandText(band(-1e-4, -3e-4, 2e-4), 'mm')).toBe('\u22120.10 mm (\u22120.30 to 0.20)');
});

test('a value against a bound keeps one decimal of a per cent', () => {
  expect(uncertainText({ value: 0.0393, low: 1e-13, high: 0.258 }, '%')).toBe('3.9\u202f% (0.0 to 25.8)');
  expect(uncertainText({ value: 5e-11, low: 8e-12, high: 1.4e-10 }, '%')).toBe('under 0.1\u202f%');
  expect(uncertainText({ value: 2 }, '1')).toBe('2');
});

test.each([
  [0, '0.0\u202f%'],
  [0.00002, 'under 0.1\u202f%'],
  [0.079, '7.9\u202f%'],
  [0.785, '79\u202f%'],
  [1.31, '131\u202f%'],
])('the share %d reads %s', (share, text) => {
  expect(shareText(share)).toBe(text);
});

test('words', () => {
  expect(counted(1, 'pass', 'passes')).toBe('1 pass');
  expect(counted(12000, 'pass', 'passes')).toBe('12\u202f000 passes');
  expect(listText(['a', 'b', 'c'])).toBe('a, b and c');
});
