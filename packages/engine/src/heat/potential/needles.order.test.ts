import { log } from '@percuta/numerics';
import { describe, expect, test } from 'vitest';
import {
  electrode,
  block,
  boundary,
  gridWish,
  heatProblem,
  millimetre,
  needleAt,
  outputs,
  resistance,
  round,
} from '../../testing/heat-case.ts';
import type { HeatProblem, Shape } from '../problem/heat-problem.ts';
import { solveHeat } from '../solve-heat.ts';

const far = boundary({ kind: 'insulated' }, { kind: 'open', group: 'b' });
const beyond = boundary({ kind: 'insulated' }, { kind: 'open', group: undefined });

const resistanceOf = (domain: HeatProblem['domain'], electrodes: HeatProblem['electrodes']): number =>
  solveHeat(
    heatProblem({
      domain,
      electrodes,
      end: { kind: 'potential' },
      outputs: outputs({ resistances: [resistance] }),
    }),
  ).resistances[0].real;

/** Of one electrode at the axis to infinity, cells of `finest` mm. */
const single = (shape: Shape, finest: number, growth = 1.1): number =>
  resistanceOf(round(40, 40, far, gridWish(finest, growth, 1)), [electrode('a', shape)]);

const pair = (shapes: readonly [Shape, Shape], finest: number, growth = 1.3): number =>
  resistanceOf(block([40, 40, 20], beyond, gridWish(finest, growth, 2.5)), [
    electrode('a', shapes[0]),
    electrode('b', shapes[1]),
  ]);

const centre = { x: 0, y: 0, z: 0 };

// Reference values: boundary elements and closed forms of the potential problems A1 to A5; bounds stated with each.
describe('resistance of one electrode to infinity', () => {
  test('a needle with a flat tip is within 0.2 %', () => {
    expect(single(needleAt(0, 0.15, 1.5), 0.05) / 927.61).toBeCloseTo(1, 2.6);
  });

  test('a needle with a conical tip is within 0.6 %', () => {
    const cone = needleAt(0, 0.15, 1.5, { tip: 0.5 * millimetre });
    expect(Math.abs(single(cone, 0.03) / 1051.9 - 1)).toBeLessThan(0.006);
  });

  test('half a prolate spheroid in the surface is within 0.2 %', () => {
    const shape: Shape = {
      kind: 'spheroid',
      centre,
      halfLength: 1.5 * millimetre,
      radius: 0.15 * millimetre,
    };
    expect(Math.abs(single(shape, 0.05) / 1063.969 - 1)).toBeLessThan(0.002);
  });

  test('a disk on the surface is within 0.5 %', () => {
    const shape: Shape = { kind: 'disk', centre, radius: millimetre };
    expect(Math.abs(single(shape, 0.125) / 833.333 - 1)).toBeLessThan(0.005);
  });

  test('half a thin ring in the surface is within 0.5 %', () => {
    const shape: Shape = { kind: 'ring', centre, radius: millimetre, wireRadius: 0.05 * millimetre };
    expect(Math.abs(single(shape, 0.0125, 1.15) / (2 * 428.52) - 1)).toBeLessThan(0.005);
  });
});

test('the end of a coat is met at second order: the singular field is in the links', () => {
  const values = [2.5, 5, 10, 40].map((n) =>
    resistanceOf(round(4, 4, far, gridWish(0.125 / n, 1.04, 0.2)), [
      electrode('a', needleAt(0, 0.125, 1.5, { exposed: { from: 1e-3, to: 1.5e-3 } })),
    ]),
  );
  const [coarse, middle, fine] = values.slice(0, 3).map((value) => Math.abs(value / values[3] - 1));
  // Uncorrected it is 2.2 % at a cell of r/2.5 and falls as h.
  expect(coarse).toBeLessThan(0.003);
  expect(log(coarse / middle) / log(2)).toBeGreaterThan(1.6);
  expect(log(middle / fine) / log(2)).toBeGreaterThan(1.6);
});

const evenly = Array.from({ length: 121 }, (_, n) => (n - 60) * 0.15 * millimetre);

/** Ohm of two endless needles, shifted (mm) against the grid. */
const along = (shift: number): number => {
  const y = shift * 0.7 * millimetre;
  const at = (x: number): Shape => needleAt(x + shift, 0.15, 1, { y });
  const wish = { ...gridWish(), edges: { x: evenly, y: evenly, z: [0, 1e-3] } };
  return resistanceOf(block([18, 18, 1], boundary(), wish), [
    electrode('a', at(-0.75)),
    electrode('b', at(0.75)),
  ]);
};

describe('resistance between two needles in a block', () => {
  test('flat tips are within 1 % from cells as large as the radius', () => {
    for (const cells of [1, 3]) {
      const found = pair([needleAt(-0.75, 0.15, 1.5), needleAt(0.75, 0.15, 1.5)], 0.15 / cells);
      expect(Math.abs(found / 1288 - 1)).toBeLessThan(0.01);
    }
  });

  test('parallel cylinders do not feel where the grid lies (A2)', () => {
    const found = [0, 0.03, 0.06].map(along);
    for (const value of found) expect(Math.abs(value / found[0] - 1)).toBeLessThan(0.003);
    // The box, six times the distance, adds about 0.6 %.
    expect(Math.abs((found[0] * millimetre) / 2.43235 - 1)).toBeLessThan(0.01);
  });
});

test('complex impedance of a uniform medium is the resistance turned by sigma + j w eps (A7)', () => {
  const shapes = [needleAt(-0.75, 0.15, 1.5), needleAt(0.75, 0.15, 1.5)];
  const { resistances } = solveHeat(
    heatProblem({
      domain: block([12, 10, 6], boundary(), gridWish(0.1, 1.4, 2)),
      materials: [{ ...heatProblem({}).materials[0], permittivity: 1800 }],
      electrodes: [electrode('a', shapes[0]), electrode('b', shapes[1])],
      end: { kind: 'potential' },
      outputs: outputs({ resistances: [resistance, { ...resistance, name: 'Z', frequency: 1e6 }] }),
    }),
  );
  const susceptivity = 2 * Math.PI * 1e6 * 8.8541878128e-12 * 1800;
  const square = 0.3 * 0.3 + susceptivity * susceptivity;
  const [dry, wet] = resistances;
  expect(wet.real / (dry.real * 0.3 * (0.3 / square))).toBeCloseTo(1, 5);
  expect(wet.imaginary / (-dry.real * 0.3 * (susceptivity / square))).toBeCloseTo(1, 5);
});
