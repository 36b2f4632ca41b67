import { expect, test } from 'vitest';
import { convergenceOrder } from './convergence.ts';
import { createRandom } from './random.ts';
import { sobolPoints } from './sobol.ts';

test('scrambled points integrate a smooth function of 5 variables at order 1.2 or better', () => {
  // Owen's rate is -3/2 but for powers of log N, which still weigh at N = 2^13.
  const order = convergenceOrder(sobolPoints);
  expect(order).toBeLessThan(-1.2);
  expect(order).toBeGreaterThan(-1.8);
});

test('independent points give order 1/2, so the measure can tell them apart', () => {
  // With 16 seeds an error is known to 18 %, the slope over 8 counts to about 0.04.
  expect(Math.abs(convergenceOrder(independent) + 0.5)).toBeLessThan(0.15);
});

function independent(count: number, dimensions: number, seed: number): Float64Array[] {
  const random = createRandom(seed, count);
  return Array.from({ length: dimensions }, () => Float64Array.from({ length: count }, random.next));
}
