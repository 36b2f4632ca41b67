import { readFileSync } from 'node:fs';
import { readHeatProblem, solveHeat } from '@percuta/engine/heat';
import { expect, test } from 'vitest';
import { channelNotes } from './channel-notes.ts';

const pair = JSON.parse(
  readFileSync(new URL('../../../../../examples/lab/needle-pair.json', import.meta.url), 'utf8'),
);
const { domain } = pair;

const notesOf = (control: object, channel: object = {}): string[] => {
  const problem = readHeatProblem({
    ...pair,
    domain: { ...domain, grid: { finest: '0.1 mm', growth: 1.6, coarsest: '1 mm' } },
    generator: {
      frequency: '1 MHz',
      channels: [{ from: 'plus', to: 'minus', control, pulses: [{ on: '20 ms' }], ...channel }],
    },
    end: { at: '20 ms' },
    outputs: {},
  });
  return channelNotes(problem, solveHeat(problem));
};

test('a limit that keeps power back is told with what was left', () => {
  expect(notesOf({ power: '500 W' }, { limits: { voltage: '50 V' } })).toEqual([
    expect.stringMatching(
      /^channel-1 ran into its limit of 50 V, which left at most [\d.]+ W of the 500 W asked for\.$/,
    ),
  ]);
});

test('a limit that is not come to, or that is what was asked for, is no news', () => {
  expect(notesOf({ power: '0.5 W' }, { limits: { voltage: '500 V' } })).toEqual([]);
  expect(notesOf({ voltage: '50 V' }, { limits: { voltage: '50 V' } })).toEqual([]);
});

test('a channel that its impedance switches off says so', () => {
  expect(notesOf({ voltage: '50 V' }, { cut_off: { above: '100 ohm' } })).toEqual([
    'channel-1 was switched off: its impedance came above 100 ohm.',
  ]);
  expect(notesOf({ voltage: '50 V' }, { cut_off: { above: '100 kohm' } })).toEqual([]);
});
