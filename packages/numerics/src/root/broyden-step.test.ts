import { expect, test } from 'vitest';
import { exp } from '../math/exponential/exp.ts';
import { broydenStep, type Looked } from './broyden-step.ts';

const search = (
  f: (x: readonly number[]) => number[],
  start: readonly number[],
  slopes: readonly number[],
  looks: number,
): number[] => {
  const looked: Looked[] = [];
  let at = [...start];
  for (let n = 0; n < looks; n += 1) {
    looked.push({ at, values: f(at) });
    at = broydenStep(looked, slopes);
  }
  return at;
};

const flat = ([x = 0, y = 0, z = 0]: readonly number[]) => [4 * x + y - 6, x + 3 * y - z - 4, y + 5 * z - 17];
const curved = ([x = 0, y = 0]: readonly number[]) => [x + 0.3 * exp(-y) - 1, y + 0.2 * x * x - 0.5];

test('linear functions of n unknowns are solved in at most 2 n steps', () => {
  // Gay's theorem, SIAM J. Numer. Anal. 16:623, 1979.
  const found = search(flat, [0, 0, 0], [1, 1, 1], 7);
  flat(found).forEach((value) => expect(Math.abs(value)).toBeLessThan(1e-9));
});

test('curved functions come to their common zero', () => {
  const found = search(curved, [0, 0], [1, 1], 12);
  curved(found).forEach((value) => expect(Math.abs(value)).toBeLessThan(1e-12));
});

test('the first step goes along the slopes that were given', () => {
  expect(broydenStep([{ at: [1, 2], values: [4, -9] }], [2, -3])).toEqual([-1, -1]);
});

test('two looks at one place change nothing, and none at all is a fault of the caller', () => {
  const look = { at: [1], values: [2] };
  expect(broydenStep([look, look], [-1])).toEqual([3]);
  expect(() => broydenStep([], [])).toThrow(RangeError);
});
