import { expect, test } from 'vitest';
import { weightedQuantiles } from './quantile.ts';
test('weighted quantiles take the value at which the weights reach the share', () => {
  expect(weightedQuantiles([3, 1, 2], [1, 1, 2], [0.05, 0.5, 0.74, 0.76])).toEqual([1, 2, 2, 3]);
  expect(weightedQuantiles([5, 9], [0, 1], [0.01, 0.99])).toEqual([9, 9]);
  expect(() => weightedQuantiles([1], [0], [0.5])).toThrow(RangeError);
});
