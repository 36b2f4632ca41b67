import { expect, test } from 'vitest';
import { readLink } from './link.ts';

test('a link holds what is run and what was changed, and nothing it does not know', () => {
  const given = {
    v: 1,
    example: 'cheek-rf',
    set: { 'device.rf.pulse': '200 ms', bad: { a: 1 } },
    fix: { 'heat.perfusion': '1' },
    ensemble: 8,
    at: 0.1,
    other: 'x',
  };
  expect(readLink(given)).toEqual({
    v: 1,
    example: 'cheek-rf',
    set: { 'device.rf.pulse': '200 ms' },
    fix: { 'heat.perfusion': '1' },
    ensemble: 8,
    at: 0.1,
  });
});

test('numbers that cannot be are left out', () => {
  expect(readLink({ ensemble: 10_000, at: -1, zone: 'x', document: 'text', set: [] })).toEqual({});
});
