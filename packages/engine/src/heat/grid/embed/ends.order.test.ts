import { log } from '@percuta/numerics';
import { expect, test } from 'vitest';
import {
  body,
  boundary,
  electrode,
  gridWish,
  heatProblem,
  needleAt,
  outputs,
  round,
  thermometer,
  voltage,
} from '../../../testing/heat-case.ts';
import { solveHeat } from '../../solve-heat.ts';

const steel = { kind: 'conducting', thermalConductivity: 16, volumicHeat: 4e6 } as const;
const exposed = { from: 1e-3, to: 1.5e-3 };
const probes = [
  thermometer(0, 1.55),
  thermometer(0.175, 1.05),
  thermometer(0.175, 0.95),
  thermometer(0.2, 1.25),
];

/** Rises (K) 50 µm below the tip, beside both sides of the end of the coat, and beside the bare shaft, after 20 ms. */
const rises = (cells: number): number[] => {
  const { probes: found } = solveHeat(
    heatProblem({
      domain: round(
        2,
        3,
        boundary({ kind: 'insulated' }, { kind: 'group', group: 'b' }),
        gridWish(0.125 / cells, 1 + 1 / cells, 0.5 / cells),
      ),
      electrodes: [electrode('a', needleAt(0, 0.125, 1.5, { exposed }), steel)],
      generator: voltage(60, 0.02),
      end: { kind: 'time', at: 0.02 },
      outputs: outputs({ probes: probes.map((probe) => ({ ...probe, times: [0.02] })) }),
    }),
  );
  return found.map(({ values }) => (values[0] ?? NaN) - body);
};

test('temperatures 50 µm from the tip and on both sides of the end of the coat converge at second order', () => {
  const limit = rises(20);
  const [coarse, middle, fine] = [2.5, 5, 10].map((cells) =>
    Math.max(...rises(cells).map((rise, n) => Math.abs(rise / limit[n] - 1))),
  );
  expect(middle).toBeLessThan(0.03);
  expect(fine).toBeLessThan(0.005);
  expect(log(coarse / fine) / log(4)).toBeGreaterThan(1.7);
});
