import { describe, expect, test } from 'vitest';
import { OutsideModel } from '../error.ts';
import { penSheet, sheetOf, stampSheet } from '../testing/sheet.ts';
import {
  checkSettings,
  deepestSetting,
  depthSettings,
  frequencySettings,
  needleCount,
  requireFrequency,
} from './device.ts';

const settings = { depth: 1e-3, passes: 1, handSpeed: undefined, frequency: undefined };
const mm = (values: readonly number[]) => values.map((value) => Number((value * 1e3).toPrecision(12)));

describe('depths', () => {
  test.each([
    ['stepped dial', { depth: { min: '0 mm', max: '1 mm', step: '0.25 mm' } }, [0.25, 0.5, 0.75, 1]],
    ['stepped dial from the first step', { depth: { max: '0.3 mm', step: '0.1 mm' } }, [0.1, 0.2, 0.3]],
    ['plain dial', { depth: { min: '0 mm', max: '0.9 mm' } }, [0.25, 0.5, 0.75]],
    ['list', { depth: { settings: ['1 mm', '0.5 mm'] } }, [0.5, 1]],
    ['fixed', { depth: { fixed: '1.5 mm' } }, [1.5]],
    ['lengths to buy', { depth: null, needle_length_options: ['2 mm', '1 mm'] }, [1, 2]],
    ['one length', { depth: null, needle_length: '1.5 mm' }, [1.5]],
    ['unknown', { depth: null }, []],
  ])('%s', (_, changes, expected) => {
    expect(mm(depthSettings(penSheet(changes)))).toEqual(expected);
  });

  test('steps of a tenth are the doubles nearest to the tenths', () => {
    expect(depthSettings(penSheet({ depth: { max: '3 mm', step: '0.1 mm' } }))[2]).toBe(0.0003);
  });

  test('the deepest setting is the end of the dial, also between steps', () => {
    expect(deepestSetting(penSheet({ depth: { min: '0 mm', max: '1.9 mm' } }))).toBe(0.0019);
    expect(deepestSetting(penSheet({ depth: null }))).toBeUndefined();
    expect(deepestSetting(penSheet({ depth: null, needle_length_options: ['2 mm', '1 mm'] }))).toBe(0.002);
  });
});

const frequenciesOf = (frequency: unknown) => frequencySettings(penSheet({ frequency }));

test('frequencies: fixed, listed, both ends of a range, the most that is known, none', () => {
  expect(frequenciesOf({ fixed: '117 Hz' })).toEqual([117]);
  expect(frequenciesOf({ settings: ['150 Hz', '90 Hz'] })).toEqual([90, 150]);
  expect(frequenciesOf({ min: '100 Hz', max: '150 Hz' })).toEqual([100, 150]);
  expect(frequenciesOf({ max: '120 Hz' })).toEqual([120]);
  expect(frequenciesOf(null)).toEqual([]);
  expect(requireFrequency(penSheet({ frequency: { min: '100 Hz', max: '150 Hz' } }), settings)).toBe(150);
});

const countOf = (changes: Record<string, unknown>) =>
  needleCount(stampSheet({ needle_count: null, ...changes }));

test('needles: stated, first of several tips, most of a range; a single needle is one', () => {
  expect(countOf({ needle_count: 36 })).toBe(36);
  expect(countOf({ needle_count_options: [12, 36] })).toBe(12);
  expect(countOf({ needle_count_range: { min: 190, max: 540 } })).toBe(540);
  expect(needleCount(sheetOf({ id: 'lone', name: 'Lone', class: 'single' }))).toBe(1);
});

test.each([
  ['needle_count', () => needleCount(penSheet({ needle_count: null }))],
  ['frequency', () => requireFrequency(penSheet({ frequency: null }), settings)],
])('a device without %s is outside the model, which says what to add', (field, act) => {
  expect(act).toThrow(OutsideModel);
  expect(act).toThrow(expect.objectContaining({ bound: expect.stringContaining(`add ${field}`) }));
});

const check = (changes: Record<string, unknown>, own: Partial<typeof settings>) =>
  checkSettings(penSheet(changes), { ...settings, ...own });

const checkStops = (depth: number, ...stops: number[]) => {
  const rf = { pulse: 0.1, pulses: 1, retraction: 0.1, stops: stops.map((stop) => ({ depth: stop })) };
  return () => checkSettings(penSheet({}), { ...settings, depth, rf });
};

describe('settings the device does not have', () => {
  test('a depth between steps is refused', () => {
    expect(() => check({}, { depth: 1.1e-3 })).toThrow('no depth of 1.1 mm');
    expect(() => check({}, { depth: 1.25e-3 })).not.toThrow();
  });

  test('a dial without steps has every depth to its end', () => {
    const dial = { depth: { min: '0 mm', max: '1.9 mm' } };
    expect(() => check(dial, { depth: 1.83e-3 })).not.toThrow();
    expect(() => check(dial, { depth: 1.9e-3 })).not.toThrow();
    expect(() => check(dial, { depth: 1.91e-3 })).toThrow('no depth of 1.91 mm');
  });

  test('stops of a shot are depths of the device, each shallower than the one before', () => {
    expect(checkStops(1.5e-3, 1e-3, 0.5e-3)).not.toThrow();
    expect(checkStops(1.5e-3, 1.1e-3)).toThrow('no depth of 1.1 mm');
    expect(checkStops(1e-3, 1.5e-3)).toThrow(
      'rf.stops[0].depth of 1.5 mm is no shallower than the 1 mm before it',
    );
    expect(checkStops(1.5e-3, 1e-3, 1e-3)).toThrow('rf.stops[1].depth of 1 mm');
  });

  test('a frequency outside the range is refused', () => {
    const range = { frequency: { min: '100 Hz', max: '150 Hz' } };
    const at = (frequency: number) => () => checkSettings(penSheet(range), { ...settings, frequency });
    expect(at(90)).toThrow('no frequency of 90 Hz');
    expect(at(151)).toThrow('no frequency of 151 Hz');
    expect(at(125)).not.toThrow();
  });
});
