import { expect, test } from 'vitest';
import { ballBlock, radiusAt } from '../testing/ball.ts';
import { describeBlock } from './describe.ts';

test('words say what the picture shows: how hot, how deep, what is done, what heals', () => {
  const { heat, healing, areNeedlesIn } = describeBlock(ballBlock(), 1);
  expect(areNeedlesIn).toBe(true);
  expect(heat?.hottest).toBeCloseTo(350.15, 1);
  expect(heat?.hottestDepth).toBeCloseTo(1e-3, 6);
  // 50 °C is 13 K above body; depths are those of cells, which are 0.095 mm thick.
  expect(Math.abs((heat?.hot?.from ?? 0) - (1e-3 - radiusAt(13)))).toBeLessThan(1e-4);
  expect(heat?.damaged[0]?.reach).toBeDefined();
  expect(healing?.barrier).toBe(0);
});

test('before anything happens nothing is hot, and after a day the barrier stands', () => {
  expect(describeBlock(ballBlock(), 0).heat?.hot).toBeUndefined();
  const later = describeBlock(ballBlock(), 86_400);
  expect(later.areNeedlesIn).toBe(false);
  expect(later.healing?.barrier).toBe(1);
  expect(later.healing?.shares.clot).toBeCloseTo(1);
  expect(later.healing?.collagen).toBeGreaterThan(0);
});
