import { expect, test } from 'vitest';
import { energyOf } from '../../heat/array/shot.ts';
import { rfSheet } from '../../testing/rf.ts';
import { meetsAt } from './heat-profile.ts';
import { rfOptions } from './rf-options.ts';

test.each([
  [[5, 3, 1], 4, 0.5],
  [[5, 3, 1], 3, 1],
  [[5, 3, 1], 6, undefined],
  [[5, 3, 1], 0, 2],
  [[5, 3, 1], Number.NaN, undefined],
])('a profile %j meets %d at %d', (profile, threshold, level) => {
  expect(meetsAt([0, 1, 2], profile, threshold)).toBe(level);
});

test('every dose by every pulse that the device has, and none that it has not', () => {
  const sheet = rfSheet({ output: { energy_per_needle: { min: '5 mJ', max: '20 mJ', step: '5 mJ' } } });
  const options = rfOptions(sheet);
  expect(options.map(({ rf }) => [rf.energy_per_needle, rf.pulse])).toEqual(
    [0.05, 0.1].flatMap((pulse) => [0.005, 0.01, 0.015, 0.02].map((energy) => [energy, pulse])),
  );
  for (const { rf } of options) {
    const settings = { depth: 1e-3, passes: 1, handSpeed: undefined, frequency: undefined, rf };
    expect(() => energyOf(sheet, settings)).not.toThrow();
  }
});

test('what needs more power than there is, is no option; long dials are thinned with both ends kept', () => {
  const weak = rfOptions(rfSheet({ power_max: '4 W' }));
  // 4 needles in 50 ms or 100 ms.
  expect(Math.max(...weak.filter(({ pulse }) => pulse === 0.05).map(({ dose }) => dose))).toBeLessThanOrEqual(
    0.05,
  );
  const all = rfOptions(rfSheet()).filter(({ pulse }) => pulse === 0.1);
  expect(all).toHaveLength(12);
  expect(all[0]?.dose).toBe(0.005);
  expect(all.at(-1)?.dose).toBe(0.2);
});

test('a dial without steps is tried by equal ratios, in volts too', () => {
  const options = rfOptions(
    rfSheet({ output: { voltage: { min: '10 V', max: '80 V' } }, pulse_duration: { fixed: '100 ms' } }),
  );
  expect(options[0]?.rf.voltage).toBe(10);
  expect(options.at(-1)?.rf.voltage).toBe(80);
  const ratios = options.slice(1).map(({ dose }, i) => dose / (options[i]?.dose ?? 1));
  for (const ratio of ratios) expect(ratio).toBeCloseTo(ratios[0] ?? 0, 6);
});
