import { cos, exp, sin } from '@percuta/numerics';
import { expect, test } from 'vitest';
import { readHeatProblem } from '../problem/read-heat-problem.ts';
import { solveHeat } from '../solve-heat.ts';

test('the whole course between plates that touch tissue is right from its first step on', () => {
  const { probes } = solveHeat(
    readHeatProblem({
      kind: 'percuta heat problem',
      version: 1,
      title: 'Tissue at 37 °C between plates of 60 and 20 °C',
      domain: {
        kind: 'line',
        metric: 'slab',
        from: '0 mm',
        to: '1 mm',
        sides: { start: { thermal: { fixed: '60 °C' } }, end: { thermal: { fixed: '20 °C' } } },
      },
      materials: {
        tissue: { thermal_conductivity: '0.5 W/m/K', density: '1000 kg/m3', specific_heat: '4000 J/kg/K' },
      },
      layers: [{ material: 'tissue' }],
      end: { at: '60 s' },
      outputs: { probes: [{ name: 'at 0.3 mm', at: { z: '0.3 mm' } }] },
    }),
  );
  const rate = (Math.PI * Math.PI * 0.5) / (4e6 * 1e-6);
  const exact = (t: number): number => {
    let value = 60 - 40 * 0.3;
    for (let n = 1; n < 200; n++) {
      const share = (2 / (n * Math.PI)) * sin(n * Math.PI * 0.3);
      value -= share * (23 + 17 * cos(n * Math.PI)) * exp(-rate * n * n * t);
    }
    return value + 273.15;
  };
  const [course] = probes;
  expect(course?.times.length).toBeGreaterThan(20);
  // Of the 40 K between the plates 0.7 %; steps of a twentieth of the run leave 13 % at the first. At 0 s it is the start.
  const errors = (course?.times ?? []).map((time, n) => (course?.values[n] ?? NaN) - exact(time));
  expect(Math.max(...errors.slice(1).map(Math.abs))).toBeLessThan(0.28);
});
