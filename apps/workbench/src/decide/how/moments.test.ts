import { expect, test } from 'vitest';
import { roomyMoments, scale, shownAt } from './moments.ts';

const names = (axis: number, channel: number): readonly string[] =>
  roomyMoments(axis, channel).map(([, name]) => name);

test('where there is little room fewer channels stand, the first and the last always', () => {
  expect(names(5000, 40)).toHaveLength(9);
  expect(names(340, 32)).toEqual(['in', 'clot', 'hour', 'first', 'week', 'month', 'year']);
  expect(names(100, 60)).toEqual(['in', 'year']);
});

test('the beginning of the axis stands for the needles in', () => {
  expect(shownAt(scale.from)).toBe(0);
  expect(shownAt(60)).toBe(60);
});
