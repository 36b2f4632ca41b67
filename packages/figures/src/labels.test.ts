import { expect, test } from 'vitest';
import { placeLabels, type Label } from './labels.ts';

const label = (y: number): Label => ({ y, from: 0, colour: 'ink', lines: [{ text: 'a' }, { text: 'b' }] });

test('labels stand at their marks where there is room', () => {
  expect(placeLabels([label(50), label(150)], 0, 300)).toEqual([42.5, 142.5]);
});

test('labels give way to each other and to the lower edge, in their order', () => {
  const tops = placeLabels([label(100), label(104), label(108)], 0, 150);
  const heights = tops.map((top) => top + 30);
  expect(tops[1]).toBeGreaterThanOrEqual((heights[0] ?? 0) + 7);
  expect(tops[2]).toBeGreaterThanOrEqual((heights[1] ?? 0) + 7);
  expect(heights[2]).toBeLessThanOrEqual(150);
});
