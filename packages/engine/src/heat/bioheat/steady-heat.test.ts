import { exp } from '@percuta/numerics';
import { describe, expect, test } from 'vitest';
import {
  block,
  body,
  boundary,
  electrode,
  gridWish,
  heatProblem,
  millimetre,
  needleAt,
  outputs,
  rising,
  round,
  skinLike,
  thermometer,
  voltage,
} from '../../testing/heat-case.ts';
import type { Material } from '../material/material.ts';
import type { HeatProblem } from '../problem/heat-problem.ts';
import { solveHeat } from '../solve-heat.ts';

const k = 0.3721835;
const held = { kind: 'held', temperature: body } as const;

/** Two held needles, all else insulated: T hangs on the potential alone, whatever the shape (B8). */
const kohlrausch = (material: Material, volts: number): HeatProblem =>
  heatProblem({
    domain: block([5, 4, 3], boundary(), gridWish(0.05, 1.3, 0.5)),
    materials: [material],
    electrodes: [
      electrode('a', needleAt(-0.75, 0.15, 1.5), held),
      electrode('b', needleAt(0.75, 0.15, 1.5), held),
    ],
    generator: voltage(volts, 1),
    end: { kind: 'steady' },
  });

describe('Kohlrausch relation', () => {
  test('holds on the grid itself for constant properties', () => {
    const { peaks } = solveHeat(kohlrausch(skinLike(), 10));
    expect((peaks[0] - body) / ((0.3 * 100) / 8 / k)).toBeCloseTo(1, 4);
  });

  test('holds to 1 % where conductivity rises with temperature', () => {
    const { peaks } = solveHeat(kohlrausch(skinLike({ conductivity: rising(0.3) }), 10));
    const want = (exp((0.02 * 0.3 * 100) / 8 / k) - 1) / 0.02;
    expect(Math.abs((peaks[0] - body) / want - 1)).toBeLessThan(0.01);
  });
});

test('a sphere that keeps its heat warms by sigma V² / 2 k (B9)', () => {
  const far = boundary({ kind: 'open' }, { kind: 'open', group: 'b' });
  const { probes } = solveHeat(
    heatProblem({
      domain: round(40, 40, far, gridWish(0.015, 1.1, 2)),
      electrodes: [
        electrode('a', { kind: 'sphere', centre: { x: 0, y: 0, z: 0 }, radius: 0.15 * millimetre }),
      ],
      generator: voltage(10, 1),
      end: { kind: 'steady' },
      outputs: outputs({ probes: [thermometer(0), thermometer(0.3)] }),
    }),
  );
  expect(Math.abs((probes[0].values[0] - body) / 40.3027 - 1)).toBeLessThan(0.003);
  expect(Math.abs((probes[1].values[0] - body) / 30.227 - 1)).toBeLessThan(0.003);
});

test('a perfused slab that air cools is met to 1 mK (B6)', () => {
  const { probes } = solveHeat(
    heatProblem({
      domain: {
        kind: 'line',
        metric: 'slab',
        from: 0,
        to: 0.01,
        sides: {
          start: boundary({ kind: 'convective', coefficient: 10, temperature: 298.15 }),
          end: boundary({ kind: 'fixed', temperature: body }),
        },
        grid: gridWish(),
      },
      materials: [skinLike({ perfusion: { coefficient: 7466, arterial: body } })],
      end: { kind: 'steady' },
      outputs: outputs({ probes: [thermometer(0, 0), thermometer(0, 1), thermometer(0, 5)] }),
    }),
  );
  const want = [35.26855, 35.52798, 36.31368];
  probes.forEach(({ values }, n) => expect(values[0] - 273.15).toBeCloseTo(want[n], 3));
});

test('no steady state is made up where heat cannot leave', () => {
  const problem = { ...kohlrausch(skinLike(), 10) };
  const insulated = problem.electrodes.map((each) => ({ ...each, metal: { kind: 'insulated' } as const }));
  expect(() => solveHeat({ ...problem, electrodes: insulated })).toThrow('no steady state');
});
