import { cos, sin } from '@percuta/numerics';
import { expect, test } from 'vitest';
import { halfSpheroid } from './conduction.ts';
import { ringChargeResistance, type ProfilePoint } from './ring-charges.ts';
import { needlePairs } from './tabled.ts';

const sigma = 0.3;
const mm = 1e-3;
const axis = 1e-6;
const profile = (...points: readonly (readonly [number, number])[]): ProfilePoint[] =>
  points.map(([r, z]) => [r * mm, z * mm]);

test('half a spheroid, within 0.02 %', () => {
  const count = 48;
  const points = Array.from({ length: count + 1 }, (_, n): [number, number] => {
    const angle = (0.5 * Math.PI * n) / count;
    return [Math.max(axis, 0.15 * cos(angle)), 1.5 * sin(angle)];
  });
  const found = ringChargeResistance(
    sigma,
    profile(...points),
    points.map(() => 1),
  );
  expect(Math.abs(found / halfSpheroid(sigma, 1.5 * mm, 0.15 * mm) - 1)).toBeLessThan(2e-4);
});

test('a needle through the surface has the tabled resistance', () => {
  const found = ringChargeResistance(sigma, profile([0.15, 0], [0.15, 1.5], [axis, 1.5]), [40, 16]);
  expect(Math.abs(found / needlePairs[0].single - 1)).toBeLessThan(2e-4);
});

test.each([
  [
    'cylinder',
    needlePairs[2].single,
    [
      [0.1, 1.2],
      [0.1, 1.5],
      [axis, 1.5],
    ],
    [24, 12],
    2006.2,
  ],
  [
    'cone',
    needlePairs[3].single,
    [
      [0.1, 1.2],
      [axis, 1.5],
    ],
    [40],
    2723.6,
  ],
] as const)(
  'an end bare below 1.2 mm, %s: the tabled value is that of a shell, open above; closed it has less',
  (_, tabled, points, counts, closed) => {
    const open = ringChargeResistance(sigma, profile(...points), counts);
    expect(Math.abs(open / tabled - 1)).toBeLessThan(0.0026);
    const found = ringChargeResistance(sigma, profile([axis, 1.2], ...points), [12, ...counts]);
    expect(Math.abs(found / closed - 1)).toBeLessThan(3e-4);
  },
);
