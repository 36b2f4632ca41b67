import { expect, test } from 'vitest';
import { energyOf } from '../../heat/array/shot/shot.ts';
import { rfSheet } from '../../testing/rf.ts';
import { meetsAt, upperEnd } from './heat-profile.ts';
import { rfOptions } from './rf-options.ts';
import { singlePulse } from '../../heat/emulator/shot-pattern.ts';
import type { DeviceSheet } from '@percuta/evidence';

test.each([
  [[5, 3, 1], 4, 0.5],
  [[5, 3, 1], 3, 1],
  [[5, 3, 1], 6, undefined],
  [[5, 3, 1], 0, 2],
  [[5, 3, 1], Number.NaN, undefined],
])('a profile %j meets %d at %d', (profile, threshold, level) => {
  expect(meetsAt([0, 1, 2], profile, threshold)).toBe(level);
});

const single = (sheet: DeviceSheet) => rfOptions(sheet, singlePulse, 1e-3);

test('every dose by every pulse that the device has, and none that it has not', () => {
  const sheet = rfSheet({ output: { energy_per_needle: { min: '5 mJ', max: '20 mJ', step: '5 mJ' } } });
  const options = single(sheet);
  expect(options.map(({ rf }) => [rf.energy_per_needle, rf.pulse])).toEqual(
    [0.05, 0.1].flatMap((pulse) => [0.005, 0.01, 0.015, 0.02].map((energy) => [energy, pulse])),
  );
  for (const { rf } of options) {
    const settings = { depth: 1e-3, passes: 1, handSpeed: undefined, frequency: undefined, rf };
    expect(() => energyOf(sheet, settings)).not.toThrow();
  }
});

test('what needs more power than there is, is no option; long dials are thinned with both ends kept', () => {
  const weak = single(rfSheet({ power_max: '4 W' }));
  // 4 needles in 50 ms or 100 ms.
  expect(Math.max(...weak.filter(({ pulse }) => pulse === 0.05).map(({ dose }) => dose))).toBeLessThanOrEqual(
    0.05,
  );
  const all = single(rfSheet()).filter(({ pulse }) => pulse === 0.1);
  expect(all).toHaveLength(12);
  expect(all[0]?.dose).toBe(0.005);
  expect(all.at(-1)?.dose).toBe(0.2);
});

test('a dial without steps is tried by equal ratios, in volts too', () => {
  const options = single(
    rfSheet({ output: { voltage: { min: '10 V', max: '80 V' } }, pulse_duration: { fixed: '100 ms' } }),
  );
  expect(options[0]?.rf.voltage).toBe(10);
  expect(options.at(-1)?.rf.voltage).toBe(80);
  const ratios = options.slice(1).map(({ dose }, i) => dose / (options[i]?.dose ?? 1));
  for (const ratio of ratios) expect(ratio).toBeCloseTo(ratios[0] ?? 0, 6);
});

test.each([
  ['insulated above 0.5 mm of bare tip', 0.5e-3, 0.1e-3, false, 0.4e-3],
  ['insulated, with a dead epidermis', 0.5e-3, 0.1e-3, true, 0.08e-3],
  ['bare up to the surface, the epidermis alive', Infinity, 0, false, 0.08e-3],
  ['bare up to the surface, the epidermis dead', Infinity, 0, true, 0],
])('the upper end of a column at a needle %s', (_, bare, reach, isHurt, end) => {
  expect(upperEnd({ tip: 1e-3, bare, epidermis: 0.08e-3 }, reach, isHurt)).toBeCloseTo(end, 12);
});
