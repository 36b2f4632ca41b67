import { exp, log } from '@percuta/numerics';
import { describe, expect, test } from 'vitest';
import {
  body,
  boundary,
  gridWish,
  heatProblem,
  millimetre,
  outputs,
  thermometer,
  voltage,
} from '../../testing/heat-case.ts';
import type { Heating } from '../heating.ts';
import { solveHeat } from '../solve-heat.ts';
import { answered, endWeight } from './control.ts';

const probe = thermometer(0.2);

/** A needle in a tube held at 37 °C, its neighbourhood brought to 60 °C by temperature control. */
const controlled = (step: number, band: number): Heating => {
  const [channel] = voltage(1, 0.4).channels;
  const control = {
    kind: 'temperature',
    setPoint: body + 23,
    probe: probe.name,
    band,
    integralTime: 0.2,
    full: { kind: 'power', value: 1500 },
  } as const;
  return solveHeat(
    heatProblem({
      domain: {
        kind: 'line',
        metric: 'cylinder',
        from: 0.15 * millimetre,
        to: 3 * millimetre,
        sides: {
          start: boundary({ kind: 'insulated' }, { kind: 'group', group: 'a' }),
          end: boundary({ kind: 'fixed', temperature: body }, { kind: 'group', group: 'b' }),
        },
        grid: { ...gridWish(), edges: { x: Array.from({ length: 41 }, (_, n) => 0.15e-3 * 20 ** (n / 40)) } },
      },
      generator: { frequency: 1e6, channels: [{ ...channel, pulses: [{ from: 0, to: 0.4, control }] }] },
      end: { kind: 'time', at: 0.4 },
      step,
      outputs: outputs({ probes: [{ ...probe, times: [0.4] }] }),
    }),
  );
};

describe('temperature control does not hang on the step', () => {
  // The loop settles within 6 and 30 ms: steps are shorter and longer than it.
  test.each([10, 2])(
    'band of %d K: energy converges at second order and no step is tried in vain',
    (band) => {
      const [long, middle, short, limit] = [8e-3, 4e-3, 2e-3, 0.25e-3].map((step) => {
        const { probes, channels, effort } = controlled(step, band);
        expect(effort.rejected).toBe(0);
        expect(Math.abs((probes[0]?.values[0] ?? NaN) - body - 23)).toBeLessThan(0.3);
        return channels[0]?.energy.at(-1) ?? NaN;
      });
      const errors = [long, middle, short].map((energy) => Math.abs((energy ?? NaN) / (limit ?? NaN) - 1));
      expect(errors[0]).toBeLessThan(3e-4);
      expect(log((errors[0] ?? NaN) / (errors[2] ?? NaN)) / log(4)).toBeGreaterThan(1.7);
      expect(errors[1]).toBeLessThan(errors[0] ?? NaN);
    },
  );
});

const shareOf = (felt: number): number => Math.min(1, Math.max(0, (345 - felt) / 5));

/** A body that full output warms by 100 K over the step, felt within a band of 5 K below 345 K. */
const answer = (start: number) =>
  answered({
    from: { tip: start },
    duration: 0.01,
    slopes: undefined,
    attempt: ({ temperatures: { tip = NaN } }) => ({
      step: shareOf(tip),
      to: { tip: start - 1 + 100 * shareOf(tip) },
      currents: [Math.sqrt(shareOf(tip))],
    }),
    currentsFor: ({ temperatures: { tip = NaN } }) => [Math.sqrt(shareOf(tip))],
  });

/** Bodies that full outputs warm by 20 K over the step, each also by a share of what the others get. */
const together = (starts: readonly number[], share: number) => {
  const probes = Object.fromEntries(starts.map((start, n) => [`probe ${n}`, start]));
  const outputs = (felt: Readonly<Record<string, number>>) =>
    Object.keys(probes).map((probe) => shareOf(felt[probe] ?? NaN));
  return answered({
    from: probes,
    duration: 0.01,
    slopes: undefined,
    attempt: ({ temperatures }) => {
      const own = outputs(temperatures);
      const all = own.reduce((sum, output) => sum + output, 0);
      const warmed = starts.map((start, n) => start - 1 + 20 * ((own[n] ?? NaN) * (1 - share) + all * share));
      return {
        step: own,
        to: Object.fromEntries(warmed.map((end, n) => [`probe ${n}`, end])),
        currents: own.map(Math.sqrt),
      };
    },
    currentsFor: ({ temperatures }) => outputs(temperatures).map(Math.sqrt),
  });
};

/** What answers warmth with more warmth. */
const runaway = () =>
  answered({
    from: { tip: 300 },
    duration: 1,
    slopes: undefined,
    attempt: ({ temperatures: { tip = NaN } }) => ({ step: 0, to: { tip: 3 * tip - 500 }, currents: [tip] }),
    currentsFor: () => [-1],
  });

describe('the answer within a step', () => {
  test('a loop far faster than the step comes to its set point without going past it', () => {
    for (const start of [300, 338, 342, 344.9, 350]) {
      const { step, felt } = answer(start);
      const end = felt.step.to['tip'] ?? NaN;
      expect(step).toBeGreaterThanOrEqual(0);
      expect(step).toBeLessThanOrEqual(1);
      expect(end).toBeLessThan(Math.max(start, 345.5));
      // What it put out is what it puts out for the mean of the step.
      expect(shareOf(felt.temperatures['tip'] ?? NaN)).toBeCloseTo(step, 3);
    }
  });

  test('the mean of a course that goes exponentially', () => {
    for (const z of [1e-4, 0.1, 1, 10]) {
      // From 0 towards 1: end 1 - e^-z, mean 1 - (1 - e^-z) / z.
      const end = 1 - exp(-z);
      expect(endWeight(z) * end).toBeCloseTo(1 - end / z, 6);
    }
  });

  test.each([0, 0.2, 0.6, 0.95])(
    'probes that warm each other by %d of what their own needle does',
    (share) => {
      // Starts that differ, so that one control is held back while the other is not.
      for (const starts of [
        [338, 344.9],
        [342, 342.01],
        [300, 350],
        [344, 341, 343],
        [340, 344.5, 342, 345.2],
      ]) {
        const { felt, step } = together(starts, share);
        const found = Object.values(felt.temperatures).map(shareOf);
        step.forEach((output, n) => expect(found[n]).toBeCloseTo(output, 3));
      }
    },
  );

  test('a step that answers warmth with more warmth has no answer, and says so', () => {
    expect(runaway).toThrow(/temperature control/);
  });
});
