import { expect, test } from 'vitest';
import { rfInput, rfSettings, rfSheet } from '../../../testing/rf.ts';
import { burstsOf, endsOf } from './bursts.ts';
import { energyOf } from './shot.ts';

const sheet = rfSheet({ stops_max: 3 });

const settings = (rf: object) => ({ ...rfSettings({ retraction: 0.2, ...rf }), depth: 2e-3 });

test('a shot goes on at every stop after the time of retraction, in the middle of which the needles rise', () => {
  const stops = [{ depth: 1.5e-3 }, { depth: 1e-3, energy_per_needle: 0.02, pulse: 0.05 }];
  const input = rfInput(sheet, settings({ stops, pulses: 2, pause: 0.05 }), { depth: 1.8e-3 });
  const bursts = burstsOf(input);
  expect(bursts.map(({ depth }) => depth * 1e3)).toEqual([1.8, 1.3, 0.8].map((mm) => expect.closeTo(mm, 9)));
  expect(bursts.map(({ at }) => at)).toEqual([0, 0.35, 0.8].map((at) => expect.closeTo(at, 9)));
  expect(bursts.map(({ pulses }) => pulses.map(({ from }) => from))).toEqual([
    [0, expect.closeTo(0.15, 9)],
    [expect.closeTo(0.45, 9), expect.closeTo(0.6, 9)],
    [expect.closeTo(0.9, 9), expect.closeTo(1, 9)],
  ]);
  expect(endsOf(bursts)).toEqual([0.25, 0.7, 1.05].map((end) => expect.closeTo(end, 9)));
  expect(bursts.map(({ shot }) => [shot.value, shot.pulse])).toEqual([
    [0.04, 0.1],
    [0.04, 0.1],
    [0.02, 0.05],
  ]);
});

test('a stop at which the tips would be out of the skin is left out', () => {
  const input = rfInput(sheet, settings({ stops: [{ depth: 1.5e-3 }, { depth: 0.5e-3 }] }), {
    depth: 1.4e-3,
  });
  expect(burstsOf(input)).toHaveLength(2);
});

test('a mark of the dial at a stop stands in for the energy of the first depth', () => {
  const energy = energyOf(sheet, settings({ stops: [{ depth: 1e-3, level: 'low' }] }));
  expect(energy?.stops[0]).toMatchObject({ retraction: 0.2, shot: { value: 0.02, pulse: 0.1 } });
});

test.each([
  [
    'more stops than the device has',
    { stops: [1.8, 1.5, 1.2, 1].map((mm) => ({ depth: mm / 1e3 })) },
    'has no 4 stops within a shot',
  ],
  [
    'an energy it does not give',
    { stops: [{ depth: 1e-3, energy_per_needle: 0.042 }] },
    'energy per needle of 42 mJ',
  ],
  ['a pulse it does not give', { stops: [{ depth: 1e-3, pulse: 0.07 }] }, 'no pulse of 70 ms'],
  ['another kind of dial', { stops: [{ depth: 1e-3, voltage: 20 }] }, 'is not set by voltage'],
])('refused: %s', (_, rf, message) => {
  expect(() => energyOf(sheet, settings(rf))).toThrow(message);
});

test('a sheet that states no stops has none', () => {
  expect(() => energyOf(rfSheet(), settings({ stops: [{ depth: 1e-3 }] }))).toThrow(
    expect.objectContaining({ bound: expect.stringContaining('rf.stops_max') }),
  );
});
