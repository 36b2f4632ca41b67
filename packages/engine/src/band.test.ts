import { expect, test } from 'vitest';
import { bandOf, mapBand, scaleBand } from './band.ts';

const percent = Float64Array.from({ length: 101 }, (_, i) => 100 - i);

test('median with the 5 % and 95 % points, in any order of the values', () => {
  expect(bandOf(percent)).toEqual({ median: 50, low: 5, high: 95 });
});

const inverse = (x: number) => 1 / (1 + x);

test('the band of a monotone function is the function of the band, its ends in order', () => {
  expect(mapBand(bandOf(percent), inverse)).toEqual(bandOf(percent.map(inverse)));
  expect(scaleBand(bandOf(percent), 3)).toEqual({ median: 150, low: 15, high: 285 });
});

test('a value that is not a number has no band', () => {
  expect(() => bandOf(Float64Array.of(1, Number.NaN))).toThrow(RangeError);
});
