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
  // A twentieth of the rise is the damage: it is done where tissue is 20 K above body.
  expect(Math.abs((heat?.damaged[0]?.reach?.from ?? 0) - (1e-3 - radiusAt(20)))).toBeLessThan(1e-4);
  expect(Math.abs((heat?.damaged[0]?.reach?.to ?? 0) - (1e-3 + radiusAt(20)))).toBeLessThan(1e-4);
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
