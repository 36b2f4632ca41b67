import { expect, test } from 'vitest';
import { atDepth } from '../../case/protocol.ts';
import { rfSettings } from '../../testing/rf.ts';
import {
  comparePatterns,
  hasPattern,
  patternText,
  settingsOfPattern,
  singlePulse,
  trainingFlags,
  type ShotPattern,
} from './shot-pattern.ts';

const train: ShotPattern = { ...singlePulse, pulses: 3, pause: 0.05 };
const rising: ShotPattern = { ...singlePulse, stops: 2, rise: 0.3e-3, retraction: 0.15 };
const both: ShotPattern = { ...rising, pulses: 2, pause: 0.02 };
const patterns = [singlePulse, train, rising, both];

const rfOf = (pattern: ShotPattern, depth = 1.6e-3) => ({
  ...rfSettings().rf,
  pulse: 0.1,
  ...settingsOfPattern(pattern, depth),
});

test('settings of a pattern have it and no other, wherever the first depth is', () => {
  for (const own of patterns) {
    for (const other of patterns) expect(hasPattern(other, rfOf(own), 1.6e-3)).toBe(other === own);
  }
  expect(hasPattern(rising, rfOf(rising, 1.6e-3), 1.5e-3)).toBe(false);
});

test('depths of a pattern are those of a dial', () => {
  expect(settingsOfPattern(rising, 1.6e-3)).toEqual({
    pulses: 1,
    stops: [{ depth: 1.3e-3 }, { depth: 1e-3 }],
    retraction: 0.15,
  });
});

test.each([
  ['another pause', { pause: 0.06 }, train],
  ['another time of retraction', { retraction: 0.2 }, rising],
  ['less energy at a stop', { stops: [{ depth: 1.3e-3, energy_per_needle: 0.02 }, { depth: 1e-3 }] }, rising],
  ['another pulse at a stop', { stops: [{ depth: 1.3e-3, pulse: 0.05 }, { depth: 1e-3 }] }, rising],
  ['a stop elsewhere', { stops: [{ depth: 1.3e-3 }, { depth: 0.9e-3 }] }, rising],
  ['a stop fewer', { stops: [{ depth: 1.3e-3 }] }, rising],
])('%s is another pattern', (_, changes, pattern) => {
  expect(hasPattern(pattern, { ...rfOf(pattern), ...changes }, 1.6e-3)).toBe(false);
});

test('a stop that says again what the first depth says is the same', () => {
  const stops = [1.3e-3, 1e-3].map((depth) => ({ depth, energy_per_needle: 0.04, pulse: 0.1 }));
  expect(hasPattern(rising, { ...rfOf(rising), stops }, 1.6e-3)).toBe(true);
});

test('shallower depths move with the first, and the pattern stays', () => {
  const settings = { ...rfSettings(), depth: 1.6e-3, rf: rfOf(rising) };
  const moved = atDepth(settings, 1.4e-3);
  expect(moved.depth).toBe(1.4e-3);
  expect(moved.rf).toEqual(rfOf(rising, 1.4e-3));
  expect(atDepth(rfSettings(), 2e-3)).toEqual({ ...rfSettings(), depth: 2e-3 });
});

test('one pulse at one depth is tried first, and the order does not depend on where patterns come from', () => {
  const order = [singlePulse, train, rising, both];
  expect(order.toReversed().sort(comparePatterns)).toEqual(order);
});

test('told in words', () => {
  expect(patterns.map(patternText)).toEqual([
    'single pulses',
    '3 pulses 50 ms apart',
    'single pulses at 3 depths, 0.3 mm and 150 ms apart',
    '2 pulses 20 ms apart at 3 depths, 0.3 mm and 150 ms apart',
  ]);
  expect(patterns.map(trainingFlags)).toEqual([
    '',
    ' --pulses 3 --pause "50 ms"',
    ' --stops 2 --rise "0.3 mm" --retraction "150 ms"',
    ' --pulses 2 --pause "20 ms" --stops 2 --rise "0.3 mm" --retraction "150 ms"',
  ]);
});
