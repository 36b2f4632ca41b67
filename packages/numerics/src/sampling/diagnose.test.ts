import { expect, test } from 'vitest';
import { createRandom } from '../random/random.ts';
import { diagnose } from './diagnose.ts';

const independent = (stream: number, shift = 0, scale = 1) => {
  const random = createRandom(1, stream);
  return Float64Array.from({ length: 1000 }, () => shift + scale * random.normal());
};

test('independent draws are worth themselves', () => {
  const { rHat, bulkEss, tailEss } = diagnose([0, 1, 2, 3].map((stream) => independent(stream)));
  expect(rHat).toBeLessThan(1.005);
  expect(Math.abs(bulkEss / 4000 - 1)).toBeLessThan(0.15);
  expect(Math.abs(tailEss / 4000 - 1)).toBeLessThan(0.15);
});

test('an autoregression with coefficient a is worth (1 - a)/(1 + a) of its draws', () => {
  const a = 0.8;
  const chains = [0, 1, 2, 3].map((stream) => {
    let value = 0;
    return independent(stream).map((noise) => (value = a * value + Math.sqrt(1 - a * a) * noise));
  });
  expect(Math.abs(diagnose(chains).bulkEss / (4000 / 9) - 1)).toBeLessThan(0.25);
});

test('a chain elsewhere, a chain of another width, and a drift are seen', () => {
  const others = [1, 2, 3].map((stream) => independent(stream));
  expect(diagnose([independent(0, 1), ...others]).rHat).toBeGreaterThan(1.05);
  expect(diagnose([independent(0, 0, 3), ...others]).rHat).toBeGreaterThan(1.05);
  const drifting = independent(0).map((value, i) => value + i / 300);
  expect(diagnose([drifting]).rHat).toBeGreaterThan(1.1);
});

test('what matters is order, so a heavy tail does no harm', () => {
  const cubed = [0, 1, 2, 3].map((stream) => independent(stream).map((x) => x * x * x));
  expect(diagnose(cubed).bulkEss).toBe(diagnose([0, 1, 2, 3].map((s) => independent(s))).bulkEss);
});

test('no chains, short chains and unequal chains are refused', () => {
  for (const chains of [[], [new Float64Array(3)], [new Float64Array(8), new Float64Array(9)]])
    expect(() => diagnose(chains)).toThrow(RangeError);
});
