import { expect, test } from 'vitest';
import type { LabQuestion } from '../../compute/lab/lab-messages.ts';
import { changesOf } from './changes.ts';

const question = (document: unknown, overrides: LabQuestion['overrides'] = {}): LabQuestion => ({
  kind: 'lab',
  document,
  overrides,
  ensemble: 0,
});

test('settings, entries of lists and constants that differ are found, and what one run lacks', () => {
  const own = question({ a: { b: '1 mm' }, list: ['x'], same: 3 }, { 'heat.bodyTemperature': '35 °C' });
  const other = question({ a: { b: '2 mm' }, list: ['x', 'y'], same: 3 });
  expect(changesOf(own, other)).toEqual([
    { path: 'a.b', own: '1 mm', other: '2 mm' },
    { path: 'heat.bodyTemperature', own: '35 °C', other: undefined },
    { path: 'list[1]', own: undefined, other: 'y' },
  ]);
});

test('a run does not differ from itself', () => {
  const own = question({ a: [1, { b: true }] });
  expect(changesOf(own, question({ a: [1, { b: true }] }))).toEqual([]);
});
