import { cos, log } from '@percuta/numerics';
import { expect, test } from 'vitest';
import { heightMap } from './height-map.ts';
import { measureLesion } from './lesion-measure.ts';
import { roughnessOf } from './roughness.ts';

const side = 8e-3;
const slopes = (errors: readonly number[]): number[] =>
  errors.slice(1).map((error, i) => log((errors[i] ?? Number.NaN) / error) / log(2));

const errorsOf = (cells: number): readonly [number, number] => {
  const size = { nx: 8 * cells, ny: 2, spacing: side / (8 * cells) };
  const { sa, sz } = roughnessOf(heightMap(size, (x) => cos((16 * Math.PI * x) / side)));
  return [Math.abs(sa / (2 / Math.PI) - 1), Math.abs(sz / 2 - 1)];
};

test('Sa and Sz of a sinusoid come closer with the square of the cell', () => {
  // Multiples of four, so that zeros fall on edges of cells and peaks too.
  const errors = [12, 24, 48, 96].map(errorsOf);
  for (const slope of slopes(errors.map(([sa]) => sa))) expect(Math.abs(slope - 2)).toBeLessThan(0.1);
  for (const slope of slopes(errors.map(([, sz]) => sz))) expect(Math.abs(slope - 2)).toBeLessThan(0.1);
});

test('the volume of a smooth pit comes closer at least with the square of the cell', () => {
  const [radius, depth] = [2e-3, 4e-4];
  const inside = (x: number, y: number): boolean => x * x + y * y < radius * radius;
  // (1 - r^2/R^2)^2 holds pi R^2 h/3 and meets the skin around it without an edge.
  const pit = (x: number, y: number): number =>
    inside(x, y) ? -depth * (1 - (x * x + y * y) / (radius * radius)) ** 2 : 0;
  const errorOf = (cells: number): number => {
    const map = heightMap({ nx: cells, ny: cells, spacing: side / cells }, pit);
    return Math.abs(measureLesion(map, inside).volume / ((Math.PI * radius * radius * depth) / 3) - 1);
  };
  const errors = [16, 32, 64].map(errorOf);
  for (const slope of slopes(errors)) expect(slope).toBeGreaterThan(1.9);
});
