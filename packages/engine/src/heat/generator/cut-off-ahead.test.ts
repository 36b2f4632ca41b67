import { exp, log } from '@percuta/numerics';
import { expect, test } from 'vitest';
import { readHeatProblem } from '../problem/read-heat-problem.ts';
import { solveHeat } from '../solve-heat.ts';

const share = 0.005;
const volumicHeat = 1100 * 3400;

/** Between plates that pass no heat, 2 mm apart at 25 V: u' = g (1 - b u) - (w/C) u, and the resistance is that of 37 °C over 1 - b u. */
const risesOf = ({
  cutOff,
  perfusion,
  times,
}: {
  readonly cutOff: object;
  readonly perfusion: unknown;
  readonly times: readonly number[];
}): readonly number[] => {
  const { probes } = solveHeat(
    readHeatProblem({
      kind: 'percuta heat problem',
      version: 1,
      title: 'Conductivity that falls as tissue warms',
      domain: {
        kind: 'line',
        metric: 'slab',
        from: '0 mm',
        to: '2 mm',
        sides: { start: { electrical: { group: 'plus' } }, end: { electrical: { group: 'minus' } } },
        grid: { finest: '0.1 mm' },
      },
      materials: {
        skin: {
          conductivity: { value: '0.3 S/m', slope: '-0.5 %/K', reference: '37 °C', cap: '120 °C' },
          thermal_conductivity: '0.4 W/m/K',
          density: '1100 kg/m3',
          specific_heat: '3400 J/kg/K',
          perfusion,
        },
      },
      layers: [{ material: 'skin' }],
      generator: {
        frequency: '1 MHz',
        channels: [
          {
            from: 'plus',
            to: 'minus',
            control: { voltage: '25 V' },
            pulses: [{ on: '12 s' }],
            cut_off: cutOff,
          },
        ],
      },
      initial: '37 °C',
      end: { at: `${times.at(-1) ?? 0} s` },
      outputs: { probes: [{ name: 'middle', at: { z: '1 mm' }, times: times.map((time) => `${time} s`) }] },
    }),
  );
  return (probes[0]?.values ?? []).map((value) => value - 310.15);
};

/** Resistance at which the rise is u, ohm. */
const resistanceAt = (u: number): string => `${0.002 / 0.3 / (1 - share * u)} ohm`;

test('a cut-off ends the pulse where the impedance meets it, not at the end of a step', () => {
  const [rise = NaN] = risesOf({ cutOff: { above: resistanceAt(100 / 3) }, perfusion: 'none', times: [5] });
  expect(Math.abs(rise / (100 / 3) - 1)).toBeLessThan(0.002);
});

test('between cut-off and restart the course is that of its two exponentials, cycle after cycle', () => {
  const [low, high] = [20, 36];
  const leak = 1e6 / volumicHeat;
  const heat = (0.3 * (25 / 0.002) * (25 / 0.002)) / volumicHeat;
  // On: towards heat/(heat b + leak) with the rate of the denominator. Off: towards 0 with that of blood.
  const rate = heat * share + leak;
  const most = heat / rate;
  const up = (from: number, to: number): number => log((most - from) / (most - to)) / rate;
  const down = log(high / low) / leak;
  const riseAt = (time: number): number => {
    if (time < up(0, high)) return most * (1 - exp(-rate * time));
    const within = (time - up(0, high)) % (down + up(low, high));
    return within < down ? high * exp(-leak * within) : most - (most - low) * exp(-rate * (within - down));
  };
  const times = [2, 4, 6, 8, 10, 12];
  const found = risesOf({
    cutOff: { above: resistanceAt(high), restart_below: resistanceAt(low) },
    perfusion: { coefficient: '1 MW/m3/K' },
    times,
  });
  times.forEach((time, n) => expect(Math.abs((found[n] ?? NaN) / riseAt(time) - 1)).toBeLessThan(0.01));
});
