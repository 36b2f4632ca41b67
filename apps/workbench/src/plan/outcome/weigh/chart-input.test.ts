import { expect, test } from 'vitest';
import type { WeighedMark } from '../../../compute/messages.ts';
import { chartInput, isDrawn, nextMark } from './chart-input.ts';

const markOf = (
  label: string,
  days: number,
  benefit: number | undefined,
  isRefused = false,
): WeighedMark => ({
  label,
  sessions: 3,
  words: {
    course: label,
    benefit: '',
    downtime: '',
    refused: isRefused ? { because: 'too deep', wouldChange: 'less depth' } : undefined,
  },
  benefit: benefit === undefined ? undefined : { median: benefit, low: benefit / 2, high: benefit * 2 },
  shortDays: String(days),
  days: { central: days },
});
const marks = [
  markOf('A', 5, 3e7),
  markOf('B', 2, 1e7),
  markOf('1', 8, 5e7, true),
  markOf('2', 1, undefined, true),
];
const words = { benefit: 'holes', amount: (text: string) => `${text} holes` };

test('refused courses stand in the chart; one without an amount cannot', () => {
  const { courses, amount } = chartInput({ measure: 'holes at the target', marks }, 'A', 4, words);
  expect(courses.map(({ label, isRefused }) => [label, isRefused])).toEqual([
    ['A', false],
    ['B', false],
    ['1', true],
  ]);
  const [first] = courses;
  if (first === undefined) throw new Error('expected a course');
  expect(first.benefit.median).toBeCloseTo(3000, 9);
  expect(amount(first)).toBe('3000 (1500 to 6000) holes');
});

test('arrows go by downtime and by benefit, and stop at the ends', () => {
  const drawn = marks.filter(isDrawn);
  expect(nextMark(drawn, 'B', 'right')).toBe('A');
  expect(nextMark(drawn, 'A', 'right')).toBe('1');
  expect(nextMark(drawn, '1', 'right')).toBeUndefined();
  expect(nextMark(drawn, 'A', 'up')).toBe('1');
  expect(nextMark(drawn, 'A', 'down')).toBe('B');
});
