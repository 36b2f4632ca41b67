import { expect, test } from 'vitest';
import { readHeatProblem } from '../problem/read-heat-problem.ts';
import { solveHeat } from '../solve-heat.ts';

test('a cut-off ends the pulse where the impedance meets it, not at the end of a step', () => {
  // Between plates that pass no heat: u' = g (1 - b u), and the resistance is that of 37 °C over 1 - b u.
  const [b, ratio] = [0.005, 1.2];
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
            pulses: [{ on: '5 s' }],
            cut_off: { above: `${(ratio * 0.002) / 0.3} ohm` },
          },
        ],
      },
      initial: '37 °C',
      end: { at: '5 s' },
      outputs: { probes: [{ name: 'middle', at: { z: '1 mm' }, times: ['5 s'] }] },
    }),
  );
  const rise = (probes[0]?.values[0] ?? NaN) - 310.15;
  expect(Math.abs(rise / ((1 - 1 / ratio) / b) - 1)).toBeLessThan(0.002);
});
