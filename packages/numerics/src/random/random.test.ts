import { describe, expect, test } from 'vitest';
import { mean, variance } from '../statistics/moments.ts';
import { quantile } from '../statistics/quantile.ts';
import { createRandom } from './random.ts';

const COUNT = 40000;
const firstOf = (seed: number, stream?: number) => createRandom(seed, stream).next();
const draws = (make: () => number) => Float64Array.from({ length: COUNT }, make);

describe('createRandom', () => {
  test('the first draws come from the known block of counter 0, key 0', () => {
    const random = createRandom(0);
    const first = (0x6627e8d5 >>> 5) * 67108864 + (0xe169c58d >>> 6);
    expect(random.next()).toBe((Math.floor(first / 2) + 0.5) / 4503599627370496);
    const second = (0xbc57ac4c >>> 5) * 67108864 + (0x9b00dbd8 >>> 6);
    expect(random.next()).toBe((Math.floor(second / 2) + 0.5) / 4503599627370496);
  });

  test('same seed same numbers; another seed or stream others', () => {
    expect(firstOf(7, 3)).toBe(firstOf(7, 3));
    expect(new Set([firstOf(7), firstOf(8), firstOf(7, 1), firstOf(7 + 4294967296)]).size).toBe(4);
  });

  test('seeds and streams are integers', () => {
    for (const seed of [-1, 0.5, NaN, 9007199254740992]) {
      expect(() => createRandom(seed)).toThrow(RangeError);
      expect(() => createRandom(0, seed)).toThrow(RangeError);
    }
  });

  test('uniforms have mean 1/2 and variance 1/12, within four standard errors', () => {
    const values = draws(createRandom(1).next);
    expect(Math.abs(mean(values) - 0.5)).toBeLessThan(4 * Math.sqrt(1 / 12 / COUNT));
    expect(Math.abs(variance(values) - 1 / 12)).toBeLessThan(4 * Math.sqrt(1 / 180 / COUNT));
    expect(values.every((x) => x > 0 && x < 1)).toBe(true);
  });

  test('normals have mean 0, variance 1 and the 97.5 % point of the normal law', () => {
    const values = draws(createRandom(2).normal);
    expect(Math.abs(mean(values))).toBeLessThan(4 / Math.sqrt(COUNT));
    expect(Math.abs(variance(values) - 1)).toBeLessThan(4 * Math.sqrt(2 / COUNT));
    expect(Math.abs(quantile(values, 0.975) - 1.96)).toBeLessThan(0.06);
  });

  test('integers are uniform below n', () => {
    const random = createRandom(3);
    const counts = [0, 0, 0, 0, 0];
    for (let i = 0; i < COUNT; i++) counts[random.integer(5)]++;
    // Binomial: standard deviation √(N · 1/5 · 4/5) = 80.
    for (const count of counts) expect(Math.abs(count - COUNT / 5)).toBeLessThan(4 * 80);
    expect(random.integer(1)).toBe(0);
    expect(random.integer(9007199254740991)).toBeGreaterThan(4294967296);
    for (const n of [0, -1, 1.5, NaN]) expect(() => random.integer(n)).toThrow(RangeError);
  });
});
